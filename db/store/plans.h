// SPDX-License-Identifier: Apache-2.0
// Reads plans with their indicators and targets, and takes in the plan of an office.
#pragma once

#include "db/base/error.h"
#include "db/model/plan.h"
#include "db/store/change.h"
#include "db/store/tracker.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace wza {

/// One row of a plan file: one target. Texts as they stand in the file; empty is "not given".
struct PlanRow {
  std::int64_t row = 0;   ///< as the user's program counts it
  std::string district;   ///< code, required
  std::string place;      ///< name of the district; else that of admin_codes
  std::string plan;       ///< title of the plan; else "<place>规划"
  std::string status;     ///< draft, final, 征求意见稿, 正式印发; else final
  std::string indicator;  ///< id or name of indicators.tsv, required
  std::string year;       ///< by the end of which, required
  std::string target;     ///< number, required: "0.4", "600", ">85"
  std::string unit;  ///< 万户, 户, %, 个, 所, 人, 万人: required, here or with the number
  std::string header_unit;  ///< unit in the brackets of the number's header: “目标值（万户）”
  std::string base, base_year;
  std::string nature;     ///< binding, expected, 约束性, 预期性; else unspecified
  std::string quote;      ///< the words of the plan
  std::string from_year;  ///< first year of the plan; else the year of its earliest target
  std::string rule;       ///< what counts once: record, person, place; else person
  /// Of a rate: homes in need, the day on which they were counted, and who counted them. All three
  /// or none.
  std::string denominator, denominator_date, denominator_source;
};

/// The field of PlanRow that a column of a file is, by its header in Chinese or English
/// ("行政区划代码", "district", "目标值", …); nothing for a column that is none of them.
/// Brackets are passed over.
std::string PlanRow::*plan_column(std::string_view header);
/// What people call a field of a plan's row: the header under which a Problem names it.
std::string_view plan_heading(std::string PlanRow::*field);
/// The unit in the brackets of a header: 万户 of “目标值（万户）”; empty where there is none.
std::string_view plan_unit(std::string_view header);

class PlanStore {
 public:
  explicit PlanStore(Tracker &tracker) : m_tracker(&tracker) {}

  /// Sorted by district and years.
  std::vector<Plan> plans();
  std::vector<Plan> plans_of(DistrictCode const &district);
  std::optional<Plan> find(PlanId const &id);

  std::vector<Indicator> indicators();
  std::optional<Indicator> indicator(IndicatorId const &id);

  /// Targets of one plan, by indicator and year.
  std::vector<Target> targets(PlanId const &plan);
  /// Targets of all plans of a district. Where an office's own target has the indicator and year of
  /// a shipped one, it stands in its place.
  std::vector<Target> targets_of(DistrictCode const &district);
  std::vector<Baseline> baselines(PlanId const &plan);
  /// What a coverage of the district is a share of: the count of the latest day, not later than
  /// `by` where that is given.
  std::optional<Denominator> denominator(DistrictCode const &district, IndicatorId const &indicator,
                                         std::optional<LocalDate> const &by);

  /// Takes in one row as a local target; the same row again changes nothing, another number for
  /// the same district, indicator and year replaces it. What changed is told to the history, as of
  /// `run`. The Problem names row and field; nothing was then written. Inside the caller's
  /// transaction.
  Result<StoreChange> add_local(PlanRow const &row, std::string_view file,
                                std::optional<RunId> run = {});
  /// The plan that add_local() of the row has written to.
  std::optional<Plan> plan_of(PlanRow const &row);

 private:
  Tracker *m_tracker;
};

}  // namespace wza
