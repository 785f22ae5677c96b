// SPDX-License-Identifier: Apache-2.0
// How far a round has come: derived from the visits to its places.
#pragma once

#include "db/model/facility.h"
#include "db/model/round.h"
#include "db/store/findings.h"
#include "db/store/tracker.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace wza {

/// A finding that was open when a re-check round began.
struct RecheckedFinding {
  Finding finding;
  RecheckResult result{};
};

struct RoundPlace {
  Facility facility;
  std::string district_name;
  PlaceProgress progress{};
  std::optional<LocalDate> visited_on;  ///< the last visit of the round
  std::optional<AccessState> access;    ///< of that visit
  /// What the visits of the round came to, by Outcome: the last word on each criterion of each
  /// component.
  std::array<std::int64_t, Names<Outcome>::kAll.size()> outcomes{};
  std::vector<RecheckedFinding> findings;  ///< of a re-check round, worst first
};

struct RoundStanding {
  Round round;
  LocalDate as_of;
  std::vector<RoundPlace> places;  ///< by district and id
  std::array<std::int64_t, Names<PlaceProgress>::kAll.size()> by_progress{};
  std::array<std::int64_t, Names<RecheckResult>::kAll.size()> by_result{};
  std::int64_t count(PlaceProgress p) const { return by_progress[static_cast<std::size_t>(p)]; }
  std::int64_t count(RecheckResult r) const { return by_result[static_cast<std::size_t>(r)]; }
};

/// By the visits up to `as_of`.
RoundStanding round_standing(Tracker &tracker, Round const &round, LocalDate as_of);

}  // namespace wza
