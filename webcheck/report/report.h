// SPDX-License-Identifier: Apache-2.0
// What a report in a file is made from: tested pages, pages without a result, and how it was asked.
#pragma once

#include "db/base/clock.h"
#include "webcheck/check.h"
#include "webcheck/report/refused.h"
#include "webcheck/standards/standard.h"

#include <optional>
#include <span>
#include <string>

namespace wza::web {

struct Report {
  std::span<PageResult const> pages;
  std::span<RefusedPage const> refused;
  std::optional<Standard> standard;  ///< that was asked for
  std::string version;               ///< of the program
  UtcTime made{};
};

}  // namespace wza::web
