// SPDX-License-Identifier: Apache-2.0
// Visits to facilities and their measurements.
#pragma once

#include "db/model/inspection.h"
#include "db/store/change.h"
#include "db/store/tracker.h"

#include <span>
#include <vector>

namespace wza {

class InspectionStore {
 public:
  explicit InspectionStore(Tracker &tracker) : m_tracker(&tracker) {}

  /// Stores a visit or adds to it; a measurement of the same criterion and component replaces the
  /// one that stood there. `geom` is the facility's point. Inside the caller's transaction.
  StoreChange put(Inspection const &inspection, std::span<std::byte const> geom, RunId run);
  /// All visits to a facility, oldest first, with their measurements.
  std::vector<Inspection> of_facility(FacilityId const &facility);

 private:
  Tracker *m_tracker;
};

}  // namespace wza
