// SPDX-License-Identifier: Apache-2.0
#include "webcheck/report/text.h"

#include "webcheck/report/finding_words.h"
#include "webcheck/standards/conformance.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <span>
#include <utility>
#include <vector>

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

/// A line of its own below a finding, or nothing where it says nothing.
std::string detail(TextView label, std::string_view text, Lang lang) {
  if (text.empty()) return {};
  return fmt::format("      {}{}{}\n", label.in(lang), lang == Lang::zh ? "：" : ": ",
                     harmless(text));
}

/// `explained`: whether the rule's help was given before.
std::string finding_text(PageFinding const &finding, bool explained, Lang lang) {
  bool const zh = lang == Lang::zh;
  Rule const &rule = *finding.rule;
  TextView const word = is_advice(rule) ? label(rule.kind) : label(rule.severity);
  std::string out =
      fmt::format("  [{}] {} ({}{}{})\n", word.in(lang), harmless(finding.message.in(lang)),
                  rule.id, zh ? "，" : ", ", place_in(finding, lang));
  out += fmt::format("      {}\n      {}\n", harmless(finding.snippet), harmless(finding.selector));
  if (finding.is_new && !*finding.is_new) {
    out += zh ? "      基线中已有\n" : "      known from the baseline\n";
  }
  if (!explained) {
    out += detail({"影响", "hurts"}, people_in(rule, lang), lang);
    out += detail({"条款", "clause"}, clauses_in(rule, lang), lang);
    out += detail({"怎么改", "how to mend"}, rule.help.in(lang), lang);
  }
  return out + detail({"改成", "write"}, finding.mend, lang);
}

/// All doubts of one rule that say the same, in one entry.
std::string doubts_text(std::span<PageFinding const *const> doubts, Lang lang) {
  PageFinding const &first = *doubts.front();
  bool const zh = lang == Lang::zh;
  std::string const number = doubts.size() == 1 ? ""
                             : zh               ? fmt::format("，共 {} 处", doubts.size())
                                                : fmt::format(", the first of {}", doubts.size());
  std::string out = fmt::format("  [{}] {} ({}{}{}{})\n", label(Outcome::cant_tell).in(lang),
                                harmless(first.message.in(lang)), first.rule->id, zh ? "，" : ", ",
                                place_in(first, lang), number);
  out += fmt::format("      {}\n      {}\n", harmless(first.snippet), harmless(first.selector));
  return out + detail({"请回答", "question"}, first.question.in(lang), lang);
}

std::string sum_text(PageResult const &result, Lang lang) {
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
  return lang == Lang::zh ? fmt::format("  规则：{}\n", sum) : fmt::format("  Rules: {}\n", sum);
}

std::string conformance_text(Conformance const &conformance, Lang lang) {
  bool const zh = lang == Lang::zh;
  std::string counts;
  for (auto const &state : Names<Conformity>::kAll) {
    counts += fmt::format("{}{} {}",
                          counts.empty() ? ""
                          : zh           ? "，"
                                         : ", ",
                          label(state.value).in(lang), conformance.count(state.value));
  }
  std::string out =
      fmt::format("  {}{}{}\n", label(conformance.standard).in(lang), zh ? "：" : ": ", counts);
  for (ConformanceItem const &item : conformance.items) {
    out += fmt::format("    [{}] {} {}", label(item.state).in(lang), item.clause->id,
                       item.clause->title.in(lang));
    for (Rule const *const rule : item.failed_rules)
      out += fmt::format(" ({})", rule->id);
    out += '\n';
    bool const open = item.state == Conformity::needs_person && !item.note.en.empty();
    if (open) out += fmt::format("        {}\n", item.note.in(lang));
  }
  return out;
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
  if (result.out_of_time) {
    out +=
        zh ? "  注意：这个页面超出了检测的时间限额，一部分没有检测或没有列出，请在浏览器中核对。\n"
           : "  Note: this page took more time than allowed; part of it is not tested or not "
             "told. Look at it in a browser.\n";
  }
  return out;
}

std::string failures_text(PageResult const &result, bool advice, Lang lang) {
  std::vector<PageFinding const *> order;
  for (PageFinding const &finding : result.findings) {
    bool const wanted = finding.outcome == Outcome::failed && is_advice(*finding.rule) == advice;
    if (wanted && !finding.suppressed) order.push_back(&finding);
  }
  std::ranges::stable_sort(order, {}, [](PageFinding const *f) { return f->rule->severity; });
  std::set<Rule const *> explained;
  std::string out;
  for (PageFinding const *const finding : order)
    out += finding_text(*finding, !explained.insert(finding->rule).second, lang);
  return out;
}

std::string all_doubts_text(PageResult const &result, Lang lang) {
  std::map<std::pair<std::string_view, std::string_view>, std::vector<PageFinding const *>> doubts;
  for (PageFinding const &finding : result.findings) {
    if (finding.outcome == Outcome::failed || finding.suppressed) continue;
    doubts[{finding.rule->id, finding.message_key}].push_back(&finding);
  }
  std::string out;
  for (auto const &[what, list] : doubts)
    out += doubts_text(list, lang);
  return out;
}

std::string suppressed_text(PageResult const &result, Lang lang) {
  std::string out;
  for (PageFinding const &finding : result.findings) {
    if (!finding.suppressed) continue;
    std::string const reason = harmless(finding.suppressed->reason);
    out += lang == Lang::zh ? fmt::format("  [暂缓至 {}] {} ({}，{})：{}\n",
                                          finding.suppressed->until, harmless(finding.message.zh),
                                          finding.rule->id, place_in(finding, lang), reason)
                            : fmt::format("  [suppressed until {}] {} ({}, {}): {}\n",
                                          finding.suppressed->until, harmless(finding.message.en),
                                          finding.rule->id, place_in(finding, lang), reason);
  }
  return out;
}

std::string left_out_text(PageResult const &result, Lang lang) {
  std::uint64_t left_out = 0;
  for (RuleCount const &rule : result.rules)
    left_out += rule.left_out;
  if (left_out == 0) return {};
  return lang == Lang::zh ? fmt::format("  另有 {} 处同类问题已计数，没有逐一列出。\n", left_out)
                          : fmt::format("  {} more are counted, but not listed.\n", left_out);
}

}  // namespace

std::string page_text(PageResult const &result, Lang lang, std::optional<Standard> standard) {
  std::string out = headline(result, lang);
  out += failures_text(result, false, lang);
  out += failures_text(result, true, lang);
  out += all_doubts_text(result, lang);
  out += suppressed_text(result, lang);
  out += left_out_text(result, lang);
  out += sum_text(result, lang);
  if (!standard) return out;
  for (Standard const one : tables_of(*standard))
    out += conformance_text(conformance_of(one, std::span(&result, 1)), lang);
  return out;
}

}  // namespace wza::web
