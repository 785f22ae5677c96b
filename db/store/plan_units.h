// SPDX-License-Identifier: Apache-2.0
// The units of numbers in plan files. Private to db/store.
#pragma once

#include "db/store/plans.h"

#include <string_view>

namespace wza {

struct PlanUnit {
  std::string_view word;
  double factor;
  IndicatorKind kind;
};
/// The unit that a number ends with, the longest that fits: 万户, not 户; null where it has none.
PlanUnit const *unit_behind(std::string_view number);

/// The unit of a row's number, by its own column, the number and the header, which must not say
/// different things.
Result<PlanUnit const *> unit_said(PlanRow const &row, std::string_view number,
                                   Indicator const &indicator, std::string_view file);

}  // namespace wza
