// SPDX-License-Identifier: Apache-2.0
// The faults that web sites have most: open findings by rule, with the pages they stand on.
#pragma once

#include "db/model/finding.h"
#include "db/store/tracker.h"

#include <cstdint>
#include <string>
#include <vector>

namespace wza {

struct WebFault {
  RuleId rule;
  std::string standard, clause;
  Severity severity{};
  std::int64_t findings = 0;
  std::int64_t pages = 0;  ///< different pages where at least one of them stands
};

/// On most pages first, then by number of findings.
std::vector<WebFault> frequent_web_faults(Tracker &tracker, std::int64_t most);

}  // namespace wza
