// SPDX-License-Identifier: Apache-2.0
// Who has to mend a fault, and by when, as an inspector or an office said.
#pragma once

#include "db/base/clock.h"
#include "db/model/outcome.h"

#include <optional>
#include <string>

namespace wza {

/// Each member is known only where somebody said it.
struct Assignment {
  std::optional<std::string> unit = std::nullopt;   ///< else who owns the place has to
  std::optional<LocalDate> due = std::nullopt;      ///< to be mended by this day
  std::optional<Severity> severity = std::nullopt;  ///< else that of the criterion
  bool operator==(Assignment const &) const = default;
};

}  // namespace wza
