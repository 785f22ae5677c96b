// SPDX-License-Identifier: Apache-2.0
// Results as EARL 1.0 in JSON-LD (https://www.w3.org/TR/EARL10-Schema/), test subjects with their
// assertions, in the shape in which the W3C's ACT task force takes implementation reports
// (https://www.w3.org/WAI/standards-guidelines/act/report/earl).
#pragma once

#include "webcheck/report/report.h"

#include <nlohmann/json_fwd.hpp>

#include <string_view>

namespace wza::web {

/// All pages of a report: one assertion a rule and page with its outcome, and one for each element
/// that failed or could not be decided, with a CSS selector as pointer. The context stands in the
/// file, so that it can be read without a network.
nlohmann::ordered_json earl(Report const &report, Lang lang);

/// "earl:failed" and so on (section 2.7).
std::string_view earl_outcome(Outcome outcome);

/// `test` of an assertion: the rule's id and the success criteria that fail with it
/// ("WCAG2:non-text-content").
nlohmann::ordered_json earl_test(Rule const &rule);

/// Who asserts: this program, with its version.
nlohmann::ordered_json earl_assertor(std::string_view version);

}  // namespace wza::web
