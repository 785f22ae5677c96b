// SPDX-License-Identifier: Apache-2.0
// Facilities by the owner's own number.
#pragma once

#include "db/model/facility.h"
#include "db/store/change.h"
#include "db/store/tracker.h"

#include <optional>
#include <string_view>
#include <vector>

namespace wza {

class FacilityStore {
 public:
  explicit FacilityStore(Tracker &tracker) : m_tracker(&tracker) {}

  /// Stores or updates; inside the caller's transaction. What changed goes into the history.
  StoreChange put(Facility const &facility, RunId run);
  std::optional<Facility> find(FacilityId const &id);
  /// All, by id.
  std::vector<Facility> all();

  /// The place type that a code, a Chinese or an English name names, exactly; nothing otherwise.
  std::optional<PlaceTypeCode> place_type(std::string_view word);

 private:
  Tracker *m_tracker;
};

}  // namespace wza
