// SPDX-License-Identifier: Apache-2.0
#include "webcheck/crawl/sample.h"

#include "db/base/text.h"
#include "webcheck/crawl/url_pattern.h"

#include <fmt/format.h>

#include <algorithm>

namespace wza::web {
namespace {

/// How pages with a common purpose call themselves; segments of the path, beginnings of titles.
struct Purpose {
  std::vector<std::string_view> names;
};

std::array<Purpose, 8> const &purposes() {
  static std::array<Purpose, 8> const all{{
      {{"search", "jiansuo", "sousuo", "搜索", "检索", "全文检索", "站内搜索"}},
      {{"contact", "contact-us", "contactus", "lxwm", "lxfs", "联系我们", "联系方式"}},
      {{"help", "faq", "bangzhu", "帮助", "使用帮助", "常见问题"}},
      {{"sitemap", "site-map", "wzdt", "zddt", "网站地图", "站点地图", "网站导航"}},
      {{"accessibility", "wza", "wzasm", "无障碍声明", "无障碍说明", "无障碍浏览",
        "accessibility statement"}},
      {{"login", "signin", "sign-in", "denglu", "登录", "用户登录"}},
      {{"register", "signup", "sign-up", "zhuce", "注册", "用户注册"}},
      {{"feedback", "complaint", "mayor", "xzxx", "意见反馈", "我要写信", "咨询投诉", "网上信访"}},
  }};
  return all;
}

bool is_named(Purpose const &purpose, Url const &url, std::string_view title) {
  return std::any_of(purpose.names.begin(), purpose.names.end(), [&](std::string_view name) {
    if (title.starts_with(name)) return true;
    return std::any_of(url.segments().begin(), url.segments().end(), [&](std::string const &part) {
      return ascii_iequals(std::string_view(part).substr(0, part.find('.')), name);
    });
  });
}

}  // namespace

bool asks_for_more(Document const &document) {
  constexpr std::size_t kFields = 2;
  constexpr std::array<std::string_view, 5> kText{"", "text", "email", "tel", "password"};
  std::size_t fields = document.by_tag(atom::textarea).size() * kFields;
  for (NodeId const n : document.by_tag(atom::input)) {
    std::string const type = ascii_lower(document.attr_or_empty(n, atom::type));
    fields += std::find(kText.begin(), kText.end(), type) != kText.end() ? 1U : 0U;
  }
  return fields >= kFields;
}

unsigned purposes_of(Url const &url, std::string_view title, bool asks_for_more) {
  unsigned out = asks_for_more ? 1U : 0U;
  std::string const plain = ascii_lower(trimmed(title));
  for (std::size_t i = 0; i < purposes().size(); ++i)
    if (is_named(purposes()[i], url, plain)) out |= 2U << i;
  return out;
}

Sample::Choice Sample::take(SampleCandidate const &page) {
  if (m_options.mode == SampleMode::all) return {};
  Choice out;
  out.reason = reason_for(page, m_templates[page.skeleton]++);
  out.tested = out.reason.has_value();
  if (out.tested) {
    m_purposes |= page.purposes;
    ++m_taken;
  } else if (m_options.mode == SampleMode::wcag_em) {
    m_lots.emplace(lot_of(page.url), DrawnPage{page.url, page.state});
    if (m_lots.size() > kMostDrawn) m_lots.erase(std::prev(m_lots.end()));
    out.may_be_drawn = m_lots.contains(lot_of(page.url));
  }
  return out;
}

std::optional<SampleReason> Sample::reason_for(SampleCandidate const &page,
                                               std::size_t of_template) const {
  if (m_options.mode == SampleMode::by_template) {
    return of_template < kOfTemplate ? std::optional(SampleReason::by_template) : std::nullopt;
  }
  if (page.is_start) return SampleReason::start;
  if (of_template == 0) return SampleReason::by_template;
  if ((page.purposes & ~m_purposes) != 0) return SampleReason::purpose;
  return std::nullopt;
}

std::vector<DrawnPage> Sample::drawn() const {
  // WCAG-EM 1.0, step 3.d: a tenth of the structured sample.
  constexpr std::size_t kOneOf = 10;
  std::size_t const wanted = (m_taken + kOneOf - 1) / kOneOf;
  std::vector<DrawnPage> out;
  for (auto const &[lot, page] : m_lots)
    if (out.size() < wanted) out.push_back(page);
  return out;
}

std::uint64_t Sample::lot_of(std::string const &url) const {
  // The sum alone changes little from one number at the end of an address to the next.
  std::uint64_t lot = hash_of(fmt::format("{} {}", m_options.seed, url));
  constexpr std::uint64_t kMix = 0x9E3779B97F4A7C15U;
  lot = (lot ^ (lot >> 32U)) * kMix;
  lot = (lot ^ (lot >> 29U)) * kMix;
  return lot ^ (lot >> 32U);
}

}  // namespace wza::web
