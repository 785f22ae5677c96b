// SPDX-License-Identifier: Apache-2.0
#include "gis/field/defect.h"

#include "db/base/digest.h"
#include "gis/field/demand.h"

#include <fmt/format.h>

namespace wza::gis {
namespace {

/// As the inspector said; else, of things that must not be there, how many were counted.
std::optional<Quantity> extent_of(ReportedMeasurement const &row) {
  if (row.extent || row.criterion->comparator != Comparator::absent) return row.extent;
  auto const *counted = std::get_if<Quantity>(&*row.decided_by);
  if (counted == nullptr || counted->dimension != Dimension::count) return std::nullopt;
  return *counted;
}

/// What is asked of what. The name of a clause that is met or not is all that it asks.
Text message_of(Criterion const &criterion, std::string_view component, Text const &demand) {
  if (!is_measured(criterion)) {
    return {fmt::format("{}：不符合“{}”。", component, demand.zh),
            fmt::format("{}: does not meet “{}”.", component, demand.en)};
  }
  return {fmt::format("{}：{}，不符合“{}”。", component, criterion.name.zh, demand.zh),
          fmt::format("{}: {} does not meet “{}”.", component, criterion.name.en, demand.en)};
}

}  // namespace

std::string fingerprint_of(FacilityId const &facility, CriterionId const &criterion,
                           std::string_view component) {
  return sha256_of_parts({"facility", criterion.value, facility.value, component});
}

Defect defect_of(Facility const &facility, ReportedMeasurement const &row) {
  auto const &criterion = *row.criterion;
  auto const &component = row.measurement.component;
  Defect defect;
  defect.fingerprint = fingerprint_of(facility.id, criterion.id, component);
  defect.rule = RuleId(criterion.id.value);
  defect.component = component;
  defect.message = message_of(criterion, component, demand_of(criterion, row.demanded));
  defect.standard = criterion.standard;
  defect.clause = criterion.clause;
  defect.severity =
      criterion.obligation == Obligation::should ? Severity::minor : criterion.severity;
  return defect;
}

Occurrence occurrence_of(ReportedMeasurement const &row) {
  auto const &criterion = *row.criterion;
  Occurrence occurrence;
  occurrence.place = row.measurement.component;
  occurrence.confidence = criterion.confidence;
  if (!criterion.threshold.empty()) occurrence.threshold = criterion.threshold;
  auto const *value = std::get_if<Quantity>(&*row.decided_by);
  if (value != nullptr && is_measured(criterion)) {
    // A share may have been counted in pieces: the unit is that of what decided.
    auto const unit = row.demanded && row.demanded->dimension == Dimension::count
                          ? *unit_of("count")
                          : shown_unit(criterion);
    if (value->dimension == unit.dimension) {
      occurrence.value = value->si / unit.to_si;
      occurrence.unit = std::string(unit.word);
      if (row.measurement.margin) occurrence.margin = *row.measurement.margin / unit.to_si;
      if (follows_fact(criterion, row.demanded))
        occurrence.threshold = fmt::format("{}", row.demanded->si / unit.to_si);
    }
  }
  if (auto const extent = extent_of(row)) {
    occurrence.extent = extent->si;
    occurrence.extent_unit = extent->dimension == Dimension::length ? "m"
                             : extent->dimension == Dimension::area ? "m²"
                                                                    : "个";
  }
  return occurrence;
}

}  // namespace wza::gis
