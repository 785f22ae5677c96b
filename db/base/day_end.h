// SPDX-License-Identifier: Apache-2.0
// Where a day of Asia/Shanghai ends, for questions about what was known by it.
#pragma once

#include "db/base/clock.h"

namespace wza {

/// The first moment after the day.
inline UtcTime end_of(LocalDate day) {
  return {std::chrono::sys_days(day.value) + std::chrono::hours(16)};
}

}  // namespace wza
