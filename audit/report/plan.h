// SPDX-License-Identifier: Apache-2.0
// A plan's progress page and the list behind a cell of it, for a terminal, a spreadsheet and
// programs. A count that is hidden is "*" for people, null for programs.
#pragma once

#include "audit/report/paper.h"
#include "db/base/text.h"
#include "gis/retrofit/plan_report.h"

#include <string>
#include <vector>

namespace wza::audit {

std::string plan_text(gis::PlanReport const &report, Lang lang);

/// What stands above its table, a line each: the plan and its promises.
std::vector<std::string> plan_sentences(gis::PlanReport const &report, Lang lang);
/// The name of a row, or what the homes are that no row below it has.
std::string plan_row_name(gis::PlanTableRow const &row, Lang lang);
/// The count, "*" where it is hidden.
std::string plan_count(gis::ShownCount const &count);

/// What a coverage is a share of, with its day and source.
std::string denominator_words(gis::Promise const &promise, Lang lang);
/// "source (date)" of the boundaries, or that there are none.
std::string boundary_words(gis::PlanReport const &report, Lang lang);
/// What the numbers stand on, a sentence each: what was before the plan, boundaries, cautions.
std::vector<std::string> plan_notes(gis::PlanReport const &report, Lang lang);

/// CSV (RFC 4180, UTF-8): one line a row of the table; or, with `promises`, one line a reading;
/// the last column of each names the boundaries.
std::string plan_csv(gis::PlanReport const &report, bool promises);

/// JSON, one object a line, told apart by "row": first the plan with what its numbers stand on
/// (schema wza.plan/1), then "promise", then "district".
std::string plan_json(gis::PlanReport const &report);

/// The homes of one cell, without anything personal; JSON has schema wza.plan-homes/1.
std::string plan_homes_text(std::vector<gis::PlanHome> const &homes, Lang lang);
Paper plan_homes_paper(std::vector<gis::PlanHome> const &homes, Plan const &plan, LocalDate day,
                       Lang lang);
std::string plan_homes_csv(std::vector<gis::PlanHome> const &homes);
std::string plan_homes_json(std::vector<gis::PlanHome> const &homes);

/// All plans with their ids; JSON has schema wza.plans/1.
std::string plans_text(std::vector<Plan> const &plans, Lang lang);
Paper plans_paper(std::vector<Plan> const &plans, Lang lang);
std::string plans_csv(std::vector<Plan> const &plans);
std::string plans_json(std::vector<Plan> const &plans);

}  // namespace wza::audit
