// SPDX-License-Identifier: Apache-2.0
// Values that may be absent, as JSON has them.
#pragma once

#include "db/base/clock.h"

#include <nlohmann/json.hpp>

#include <optional>

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

}  // namespace wza::audit
