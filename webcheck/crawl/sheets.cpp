// SPDX-License-Identifier: Apache-2.0
#include "webcheck/crawl/sheets.h"

#include "db/base/encoding.h"
#include "webcheck/fetch/redirects.h"
#include "webcheck/url/site.h"

#include <fmt/format.h>

#include <set>
#include <utility>

namespace wza::web {
namespace {

/// CSS Syntax, section 3.2: byte order mark, then HTTP; without both, what the bytes are.
std::string sheet_text(Response const &response) {
  std::string charset;
  if (std::optional<std::string_view> const type = response.header("Content-Type")) {
    charset = charset_in_content_type(*type);
  }
  return decode_page(response.body, charset).utf8;
}

}  // namespace

LoadedSheets SheetCache::load(SiteAccess &access, Url const &page, Url const &base,
                              std::vector<std::string> const &hrefs, std::stop_token const &stop) {
  LoadedSheets out;
  std::set<std::string> wanted;
  auto const miss = [&out](std::string url, Text reason, Url const &at) {
    out.missing.push_back({std::move(url), std::move(reason)});
    return FoundSheet{nullptr, at, false};
  };
  auto const find = [&](std::string_view href, Url const &from) -> FoundSheet {
    if (out.interrupted) return {nullptr, from};
    std::optional<Url> const parsed = Url::parse(href, &from);
    if (!parsed || !parsed->is_http()) {
      return miss(std::string(href), {"样式表的网址无效。", "The style sheet has no valid URL."},
                  from);
    }
    Url const url = parsed->without_fragment().without_credentials();
    // Those that are in the cache count too: which ones are must not decide what the page gets.
    wanted.insert(url.href());
    if (wanted.size() > kMaxSheetsAPage && wanted.erase(url.href()) > 0) {
      return miss(url.href(), {"这一页的样式表太多。", "This page links too many style sheets."},
                  url);
    }
    std::shared_ptr<Entry const> const known =
        m_entries.get(url.href(), stop, [&]() -> std::optional<Entry> {
          Entry entry = fetch(access, page, url, stop, out);
          if (out.interrupted) return std::nullopt;
          m_bytes += entry.text ? entry.text->bytes() : 0;
          return entry;
        });
    if (!known) {
      out.interrupted = true;
      return {nullptr, url};
    }
    if (!known->text) return miss(url.href(), known->trouble, url);
    return {known->text, known->address};
  };
  for (std::string const &href : hrefs) {
    LinkedSheet sheet = load_sheet(href, base, find);
    if (out.interrupted) return out;
    if (sheet.tried) out.sheets.push_back(std::move(sheet));
  }
  return out;
}

SheetCache::Entry SheetCache::fetch(SiteAccess &access, Url const &page, Url const &url,
                                    std::stop_token const &stop, LoadedSheets &out) {
  auto trouble = [&url](std::string zh, std::string en) {
    return Entry{nullptr, {std::move(zh), std::move(en)}, url};
  };
  auto refused = [&](Problem const &problem) {
    out.interrupted = is_interruption(problem);
    return Entry{nullptr, problem.reason, url};
  };
  if (!same_domain(page, url)) {
    return trouble("样式表在别的网站上，未读取。",
                   "The style sheet is on another site and was not read.");
  }
  if (m_bytes > kMaxCacheBytes) {
    return trouble("样式表总量超过限制。", "The style sheets together exceed the limit.");
  }
  Permission const permission = access.may_fetch(url, stop);
  if (!permission.allowed) return refused(*permission.problem);
  Result<Response> answer = access.get_following(url, kRobotsRedirects, stop);
  if (!answer) return refused(answer.problem());
  out.transferred += answer->wire_bytes;
  if (answer->status != 200) {
    return trouble(fmt::format("服务器返回错误 {}。", answer->status),
                   fmt::format("The server answered with error {}.", answer->status));
  }
  if (!same_domain(page, answer->url)) {
    return trouble("样式表跳转到别的网站，未使用。",
                   "The style sheet redirects to another site and was not used.");
  }
  // Browsers refuse other types in standards mode and take them in quirks mode: not ours to guess.
  std::string const type = answer->media_type();
  if (!type.empty() && type != "text/css") {
    return trouble("服务器没有把它标为样式表。", "The server does not serve it as a style sheet.");
  }
  if (answer->truncated) {
    return trouble("样式表内容不完整。", "The style sheet was cut short.");
  }
  if (answer->body.size() > kMaxSheetBytes) {
    return trouble("样式表太大。", "The style sheet is too large.");
  }
  return {std::make_shared<SheetText const>(sheet_text(*answer)), {}, answer->url};
}

}  // namespace wza::web
