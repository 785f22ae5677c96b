// SPDX-License-Identifier: Apache-2.0
// Checks one row of a plan file and turns it into typed values. Private to db/store.
#pragma once

#include "db/store/plans.h"

namespace wza {

struct CheckedPlanRow {
  DistrictCode district;
  PlanStatus status{};
  int year = 0;
  TargetRelation relation{};
  std::string quoted, unit;
  double unit_factor = 1, value = 0;
  std::optional<double> base_value;
  std::optional<int> base_year;
  BaseKind base_kind{};
  Nature nature{};
  std::optional<int> from_year;
  CountRule rule = CountRule::person;
  std::optional<Denominator> denominator;
};

/// A district, or the nation, which plans have and homes do not; nothing for other words.
std::optional<DistrictCode> plan_district(std::string_view text);

/// `indicator` is the one that the row names.
Result<CheckedPlanRow> check_plan_row(PlanRow const &row, Indicator const &indicator,
                                      std::string_view file);

/// A Problem of one field of a row.
Problem plan_problem(ProblemCode code, std::string_view file, PlanRow const &row,
                     std::string_view field, Text reason, Text remedy);

}  // namespace wza
