// SPDX-License-Identifier: Apache-2.0
// What every published table has in common. Two tables of the same homes with different thresholds,
// or of two days in a row, could be set against each other until the hidden counts are told; so
// neither is chosen table by table.
#pragma once

#include "db/base/clock.h"

#include <cstdint>

namespace wza::gis {

struct Publishing {
  /// Counts from 1 to `below` - 1 are hidden. A setting of the office.
  std::int64_t below = 5;
  /// The last day that counts: the end of a year that is over.
  LocalDate until;
};

/// 31 December of the year before.
inline LocalDate last_year_end(LocalDate today) {
  return {(today.value.year() - std::chrono::years(1)) / std::chrono::December / 31};
}

/// Whether `day` is a 31 December.
inline bool ends_a_year(LocalDate day) {
  return day.value.month() == std::chrono::December && day.value.day() == std::chrono::day(31);
}

}  // namespace wza::gis
