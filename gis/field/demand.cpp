// SPDX-License-Identifier: Apache-2.0
#include "gis/field/demand.h"

#include <fmt/format.h>

#include <cmath>

namespace wza::gis {

Unit shown_unit(Criterion const &criterion) {
  auto const unit = unit_of(criterion.unit);
  if (!unit) return *unit_of("bool");
  // Differences of slopes cannot be told as 1:n.
  return unit->dimension == Dimension::ratio ? *unit_of("%") : *unit;
}

bool follows_fact(Criterion const &criterion, std::optional<Quantity> const &demanded) {
  return demanded && !criterion.steps.empty() && demanded != criterion.low &&
         demanded != criterion.high;
}

namespace {

/// The threshold in figures: "1:12", "4 个", "0.85～1.10 m".
std::string threshold_of(Criterion const &criterion, std::optional<Quantity> const &demanded,
                         Lang lang) {
  if (follows_fact(criterion, demanded)) {
    bool const counted = demanded->dimension == Dimension::count;
    auto const unit = counted ? *unit_of("count") : shown_unit(criterion);
    double const rounded = std::round(demanded->si / unit.to_si * 100) / 100;
    return format_quantity({unit.dimension, rounded * unit.to_si}, unit);
  }
  std::string threshold = criterion.threshold;
  if (auto const at = threshold.find(".."); at != std::string::npos)
    threshold.replace(at, 2, lang == Lang::zh ? "～" : " and ");
  bool const bare = criterion.unit == "1:n" || threshold.empty() ||
                    (lang == Lang::en && criterion.unit == "个");  // pieces: a Chinese unit
  return bare ? threshold : fmt::format("{} {}", threshold, criterion.unit);
}

}  // namespace

Text demand_of(Criterion const &criterion, std::optional<Quantity> const &demanded) {
  bool const must = criterion.obligation == Obligation::must;
  auto const comparator = label(criterion.comparator);
  if (!is_measured(criterion)) {
    return {fmt::format("{}{}", must ? "" : "（宜）", criterion.name.zh),
            fmt::format("{}{}", criterion.name.en, must ? "" : " (advice)")};
  }
  // A share is told in pieces where the pieces decide.
  bool const counted = follows_fact(criterion, demanded) &&
                       demanded->dimension == Dimension::count &&
                       unit_of(criterion.unit)->dimension != Dimension::count;
  auto const quantity = counted ? Text{"数量", "number"} : criterion.quantity;
  return {fmt::format("{}{}{} {}", quantity.zh, must ? "应" : "宜", comparator.zh,
                      threshold_of(criterion, demanded, Lang::zh)),
          fmt::format("{} {} be {} {}", quantity.en, must ? "must" : "should",
                      ascii_lower(comparator.en), threshold_of(criterion, demanded, Lang::en))};
}

}  // namespace wza::gis
