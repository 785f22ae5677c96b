// SPDX-License-Identifier: Apache-2.0
// Findings as they stood on a past day, from the event log: each step of a finding has the day of
// the test that told it, and the day on which it was recorded. See home_history.h for why these are
// two.
#pragma once

#include "db/base/clock.h"
#include "db/base/ids.h"
#include "db/model/finding.h"
#include "db/store/tracker.h"

#include <optional>
#include <string>
#include <vector>

namespace wza {

/// A state that a finding came into.
struct FindingStep {
  FindingState state{};
  LocalDate on;  ///< day of the test; of what a person decided, and of old events, when recorded
  bool tested = false;  ///< a test told it
};

struct FindingPast {
  FindingId id;
  FindingKind kind{};
  Severity severity{};
  std::optional<PlaceTypeCode> place_type;  ///< of a facility
  std::string owner;             ///< of a facility, as it stands now; "" where nobody said
  std::optional<LocalDate> due;  ///< as it stands now
  /// By day, those of one day as they were recorded; none where the record that found it was wrong.
  std::vector<FindingStep> steps;

  /// The state at the end of a day; nothing where it had not been found.
  std::optional<FindingState> state_on(LocalDate day) const;
};

/// The findings of a district and those below it, from what was recorded by the end of `known`; by
/// id.
std::vector<FindingPast> finding_history(Tracker &tracker, DistrictCode const &district,
                                         std::optional<LocalDate> const &known);

}  // namespace wza
