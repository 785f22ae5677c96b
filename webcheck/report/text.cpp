// SPDX-License-Identifier: Apache-2.0
#include "webcheck/report/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace wza::web {
namespace {

/// Without C0 and C1 control characters and DEL, which terminals obey.
std::string harmless(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    auto const byte = static_cast<unsigned char>(text[i]);
    auto const next = i + 1 < text.size() ? static_cast<unsigned char>(text[i + 1]) : 0U;
    if (byte < 0x20 || byte == 0x7F) {
      out += "·";
    } else if (byte == 0xC2 && next >= 0x80 && next < 0xA0) {
      out += "·";
      ++i;
    } else {
      out += text[i];
    }
  }
  return out;
}

std::string finding_text(PageFinding const &finding, Lang lang) {
  bool const zh = lang == Lang::zh;
  std::string_view const word = finding.outcome == Outcome::failed
                                    ? label(finding.rule->severity).in(lang)
                                    : label(finding.outcome).in(lang);
  std::string const where = zh ? fmt::format("第 {} 行第 {} 列", finding.line, finding.column)
                               : fmt::format("line {}, column {}", finding.line, finding.column);
  return fmt::format("  [{}] {} ({}{}{})\n      {}\n      {}\n", word,
                     harmless(finding.message.in(lang)), finding.rule->id, zh ? "，" : ", ", where,
                     harmless(finding.snippet), harmless(finding.selector));
}

std::string headline(PageResult const &result, Lang lang) {
  bool const zh = lang == Lang::zh;
  std::string out = harmless(result.url);
  if (!result.title.empty()) {
    std::string const title = harmless(result.title);
    out += zh ? fmt::format("《{}》", title) : fmt::format(" \"{}\"", title);
  }
  out += zh ? fmt::format("（{} 字节，{}）\n", result.bytes, result.charset)
            : fmt::format(" ({} bytes, {})\n", result.bytes, result.charset);
  if (result.charset_contradicted) {
    std::string const declared = harmless(result.declared_charset);
    out += zh ? fmt::format("  注意：页面声明的编码是 {}，内容实际是 {}，请更正声明。\n", declared,
                            result.charset)
              : fmt::format(
                    "  Note: the page declares {}, but it is in {}; correct the declaration.\n",
                    declared, result.charset);
  }
  if (std::size_t const missing = result.missing_sheets.size(); missing > 0) {
    out +=
        zh ? fmt::format("  注意：有 {} 个样式表没有读到，按没有它们的样子检测。\n", missing)
           : fmt::format("  Note: {} style sheets did not load; tested as it looks without them.\n",
                         missing);
  }
  return out;
}

}  // namespace

std::string page_text(PageResult const &result, Lang lang) {
  std::string out = headline(result, lang);
  std::vector<PageFinding const *> order;
  for (PageFinding const &finding : result.findings)
    order.push_back(&finding);
  std::stable_sort(order.begin(), order.end(), [](PageFinding const *a, PageFinding const *b) {
    auto const rank = [](PageFinding const *f) {
      return std::pair(f->outcome != Outcome::failed, f->rule->severity);
    };
    return rank(a) < rank(b);
  });
  for (PageFinding const *const finding : order)
    out += finding_text(*finding, lang);
  std::array<int, Names<Outcome>::kAll.size()> counts{};
  for (RuleCount const &rule : result.rules)
    ++counts[static_cast<std::size_t>(rule.outcome)];
  std::string sum;
  for (auto const &name : Names<Outcome>::kAll) {
    int const n = counts[static_cast<std::size_t>(name.value)];
    if (n == 0) continue;
    if (!sum.empty()) sum += lang == Lang::zh ? "，" : ", ";
    sum +=
        lang == Lang::zh ? fmt::format("{} {} 条", name.zh, n) : fmt::format("{}: {}", name.en, n);
  }
  out += lang == Lang::zh ? fmt::format("  规则：{}\n", sum) : fmt::format("  Rules: {}\n", sum);
  return out;
}

}  // namespace wza::web
