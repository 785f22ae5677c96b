// SPDX-License-Identifier: Apache-2.0
#include "webcheck/report/finding_words.h"

#include "db/base/digest.h"
#include "webcheck/standards/people.h"
#include "webcheck/standards/standard.h"

#include <fmt/format.h>

namespace wza::web {

Certainty certainty_of(PageFinding const &finding) {
  if (finding.outcome == Outcome::failed) return Certainty::certain;
  return finding.question.empty() ? Certainty::doubt : Certainty::question;
}

bool counts(PageFinding const &finding) {
  return finding.outcome == Outcome::failed && !is_advice(*finding.rule) && !finding.suppressed &&
         finding.is_new.value_or(true);
}

std::string identity_of(std::string_view page, PageFinding const &finding) {
  return sha256_of_parts({"finding/1", page, finding.rule->id, finding.message_key, finding.place});
}

std::string clauses_in(Rule const &rule, Lang lang) {
  std::string out;
  for (Clause const *const clause : clauses_of(rule)) {
    if (!out.empty()) out += lang == Lang::zh ? "；" : "; ";
    out += cited(*clause, lang);
  }
  return out;
}

std::string people_in(Rule const &rule, Lang lang) {
  std::string out;
  for (People const people : people_of(rule)) {
    if (!out.empty()) out += lang == Lang::zh ? "、" : ", ";
    out += label(people).in(lang);
  }
  return out;
}

std::string place_in(PageFinding const &finding, Lang lang) {
  return lang == Lang::zh ? fmt::format("第 {} 行第 {} 列", finding.line, finding.column)
                          : fmt::format("line {}, column {}", finding.line, finding.column);
}

}  // namespace wza::web
