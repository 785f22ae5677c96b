// SPDX-License-Identifier: Apache-2.0
// The part of the HTML report that lists findings, rule by rule.
#pragma once

#include "webcheck/report/html_writer.h"
#include "webcheck/report/report.h"

#include <cstddef>
#include <functional>
#include <vector>

namespace wza::web {

/// One finding with the page on which it is.
struct PlacedFinding {
  PageResult const *page = nullptr;
  PageFinding const *finding = nullptr;
};

/// The findings of one rule, in the order of the pages.
struct RuleFindings {
  Rule const *rule = nullptr;
  std::vector<PlacedFinding> places;
};

/// Those of the report that are `wanted`, by rule: the worst severity first, then by id.
std::vector<RuleFindings> findings_by_rule(Report const &report,
                                           std::function<bool(PageFinding const &)> const &wanted);

std::size_t count_of(std::vector<RuleFindings> const &findings);

/// A heading of level 3, what the rule asks and why, and the places.
void write_findings(HtmlWriter &html, RuleFindings const &findings, bool name_pages, Lang lang);

}  // namespace wza::web
