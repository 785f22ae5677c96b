// SPDX-License-Identifier: Apache-2.0
#include "webcheck/report/csv.h"

#include "webcheck/report/finding_words.h"

#include <string_view>
#include <vector>

namespace wza::web {
namespace {

std::string cell(std::string_view text) {
  std::string value;
  if (!text.empty() && std::string_view("=+-@\t\r").find(text[0]) != std::string_view::npos) {
    value = "'";
  }
  value += text;
  if (value.find_first_of(",\"\r\n") == std::string::npos) return value;
  std::string quoted = "\"";
  for (char const c : value)
    quoted.append(c == '"' ? 2 : 1, c);
  return quoted += '"';
}

std::string line_of(std::vector<std::string> const &cells) {
  std::string out;
  for (std::string const &one : cells) {
    if (&one != &cells.front()) out += ',';
    out += cell(one);
  }
  return out += "\r\n";
}

std::string is_new_word(std::optional<bool> is_new) {
  if (!is_new) return {};
  return *is_new ? "true" : "false";
}

std::vector<std::string> row_of(PageResult const &page, PageFinding const &finding, Lang lang) {
  Rule const &rule = *finding.rule;
  return {page.url,
          std::string(rule.id),
          std::string(label(rule.kind).in(lang)),
          std::string(label(finding.outcome).in(lang)),
          std::string(label(certainty_of(finding)).in(lang)),
          std::string(label(rule.severity).in(lang)),
          finding.message.in(lang),
          clauses_in(rule, lang),
          people_in(rule, lang),
          std::to_string(finding.line),
          std::to_string(finding.column),
          finding.selector,
          finding.snippet,
          finding.mend,
          finding.question.in(lang),
          std::string(rule.help.in(lang)),
          identity_of(page.url, finding),
          is_new_word(finding.is_new),
          finding.suppressed ? finding.suppressed->reason : std::string(),
          finding.suppressed ? finding.suppressed->until : std::string()};
}

}  // namespace

std::string csv(Report const &report, Lang lang) {
  std::string out(kByteOrderMark);
  out +=
      line_of({"page",      "rule",   "kind",        "outcome", "certainty",  "severity", "message",
               "standards", "people", "line",        "column",  "selector",   "snippet",  "mend",
               "question",  "help",   "fingerprint", "new",     "suppressed", "until"});
  for (PageResult const &page : report.pages) {
    for (PageFinding const &finding : page.findings)
      out += line_of(row_of(page, finding, lang));
  }
  return out;
}

}  // namespace wza::web
