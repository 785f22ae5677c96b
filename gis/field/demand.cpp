// SPDX-License-Identifier: Apache-2.0
#include "gis/field/demand.h"

#include <fmt/format.h>

namespace wza::gis {

Unit shown_unit(Criterion const &criterion) {
  auto const unit = unit_of(criterion.unit);
  if (!unit) return *unit_of("bool");
  // Differences of slopes cannot be told as 1:n.
  return unit->dimension == Dimension::ratio ? *unit_of("%") : *unit;
}

Text demand_of(Criterion const &criterion) {
  bool const must = criterion.obligation == Obligation::must;
  auto const comparator = label(criterion.comparator);
  if (!is_measured(criterion)) {
    return {fmt::format("{}{}", must ? "" : "（宜）", criterion.name.zh),
            fmt::format("{}{}", criterion.name.en, must ? "" : " (advice)")};
  }
  auto const unit = criterion.unit == "1:n" ? std::string() : " " + criterion.unit;
  return {fmt::format("{}{}{} {}{}", criterion.quantity.zh, must ? "应" : "宜", comparator.zh,
                      criterion.threshold, unit),
          fmt::format("{} {} be {} {}{}", criterion.quantity.en, must ? "must" : "should",
                      ascii_lower(comparator.en), criterion.threshold, unit)};
}

}  // namespace wza::gis
