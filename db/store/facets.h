// SPDX-License-Identifier: Apache-2.0
// What a list of findings can be filtered by, and what its subjects are called.
#pragma once

#include "db/model/finding.h"
#include "db/store/tracker.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace wza {

/// A rule or criterion that has findings.
struct RuleInUse {
  FindingKind kind{};
  RuleId rule;
  std::int64_t findings = 0;
};

/// The rules that have findings, the most frequent first.
std::vector<RuleInUse> rules_in_use(Tracker &tracker);

/// Name of the facility or the site that a finding is about; empty where it has none.
std::string subject_name(Tracker &tracker, FindingKind kind, std::string_view subject);

}  // namespace wza
