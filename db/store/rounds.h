// SPDX-License-Identifier: Apache-2.0
// Rounds and their places.
#pragma once

#include "db/model/round.h"
#include "db/store/change.h"
#include "db/store/tracker.h"

#include <optional>
#include <string_view>
#include <vector>

namespace wza {

class RoundStore {
 public:
  explicit RoundStore(Tracker &tracker) : m_tracker(&tracker) {}

  /// Stores a round, or changes what is said of it and adds places; none is taken away. `run` is
  /// the import it came with; nothing where `actor` planned it. Inside the caller's transaction.
  StoreChange put(Round const &round, std::optional<RunId> run, std::string_view actor);
  std::optional<Round> find(RoundId const &id);
  /// The last ones first.
  std::vector<Round> all();
  /// "2026-03": the next number of a year that no round has.
  RoundId next_id(int year);

 private:
  std::vector<FacilityId> places_of(RoundId const &id);

  Tracker *m_tracker;
};

}  // namespace wza
