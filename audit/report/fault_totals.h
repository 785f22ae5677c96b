// SPDX-License-Identifier: Apache-2.0
// The faults of a unit summed up by clause: at how many places, how long, how large, how many, and
// since when. What a procurator asks for first.
#pragma once

#include "audit/pages/template.h"
#include "db/store/unit_findings.h"

namespace wza::audit {

/// One fault in all facilities of a unit.
struct FaultTotal {
  RuleId rule;
  int facilities = 0;
  int parts = 0;  ///< components that do not conform now
  /// Sums of what inspectors said; nothing where nobody said.
  std::optional<double> metres, square_metres, pieces;
  int without_extent = 0;  ///< of the parts, those of which nobody said how much
  UtcTime since;           ///< when the first of them was seen
};

/// Worst severity first, then by rule.
std::vector<FaultTotal> fault_totals(std::vector<FacilityCase> const &cases);

/// The rows of their table, in words.
View fault_totals_view(Tracker &tracker, std::vector<FaultTotal> const &totals, Lang lang);

}  // namespace wza::audit
