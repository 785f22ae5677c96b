// SPDX-License-Identifier: Apache-2.0
// What every report says of a finding beyond the finding itself: how certain it is, whether it
// counts, which clauses and which people stand behind it, and by what it is known again.
#pragma once

#include "db/base/enum_names.h"
#include "webcheck/check.h"

#include <string>
#include <string_view>

namespace wza::web {

enum class Certainty : std::uint8_t {
  certain,   ///< it follows from the page
  question,  ///< a person must answer a question
  doubt,     ///< the source does not tell; look at the page in a browser
};

}  // namespace wza::web

template <>
struct wza::Names<wza::web::Certainty> {
  static constexpr std::array kAll{
      Name{web::Certainty::certain, "certain", "确定", "certain"},
      Name{web::Certainty::question, "question", "须人工回答", "a question for a person"},
      Name{web::Certainty::doubt, "doubt", "须在浏览器中核对", "to be looked at in a browser"},
  };
};
static_assert(wza::covers(wza::web::Certainty::doubt));

template <>
struct wza::Names<wza::web::Kind> {
  static constexpr std::array kAll{
      Name{web::Kind::requirement, "requirement", "标准要求", "requirement"},
      Name{web::Kind::best_practice, "best_practice", "建议", "advice"},
  };
};
static_assert(wza::covers(wza::web::Kind::best_practice));

namespace wza::web {

Certainty certainty_of(PageFinding const &finding);

/// Whether a page fails by it: it failed, is no mere advice, is not suppressed, and is new where
/// an earlier result was given.
bool counts(PageFinding const &finding);

/// Known again from run to run: page, rule, message and place in the template, neither line nor
/// number nor text. Elements with the same fault in the same place share it.
std::string identity_of(std::string_view page, PageFinding const &finding);

/// "WCAG 2.2 1.1.1（A）；GB/T 37668-2019 3.2.1.4（二级）"; empty for advice.
std::string clauses_in(Rule const &rule, Lang lang);

/// "盲人、低视力者和老年人"; empty where nobody is named.
std::string people_in(Rule const &rule, Lang lang);

/// "第 3 行第 5 列", "line 3, column 5".
std::string place_in(PageFinding const &finding, Lang lang);

}  // namespace wza::web
