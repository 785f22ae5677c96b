// SPDX-License-Identifier: Apache-2.0
// Values that may be absent, and counts, as JSON has them.
#pragma once

#include "db/base/clock.h"
#include "db/store/overview.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <string>

namespace wza::audit {

/// null where there is no value.
template <class T>
nlohmann::ordered_json optional_json(std::optional<T> const &value) {
  return value ? nlohmann::ordered_json(*value) : nlohmann::ordered_json();
}
/// "2026-11-22", or null.
inline nlohmann::ordered_json day_json(std::optional<LocalDate> const &day) {
  return day ? nlohmann::ordered_json(day->iso()) : nlohmann::ordered_json();
}
/// {"total": 3, "serious": 1, ...}
inline nlohmann::ordered_json counts_json(SeverityCounts const &counts) {
  nlohmann::ordered_json json{{"total", counts.total()}};
  for (auto const &row : Names<Severity>::kAll)
    json[std::string(row.key)] = counts[row.value];
  return json;
}

}  // namespace wza::audit
