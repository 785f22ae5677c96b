// SPDX-License-Identifier: Apache-2.0
// Visits to facilities and their measurements.
#pragma once

#include "db/model/inspection.h"
#include "db/store/change.h"
#include "db/store/tracker.h"

#include <span>
#include <vector>

namespace wza {

/// One measurement with its visit, as it stands on record.
struct StoredMeasurement {
  MeasurementId id;
  InspectionId inspection;
  LocalDate day;
  InspectionKind kind{};
  std::string inspector;
  AccessState access{};
  Measurement measurement;
};

class InspectionStore {
 public:
  explicit InspectionStore(Tracker &tracker) : m_tracker(&tracker) {}

  /// Stores a visit or adds to it; a measurement of the same criterion and component replaces the
  /// one that stood there. `geom` is the facility's point. Inside the caller's transaction.
  StoreChange put(Inspection const &inspection, std::span<std::byte const> geom, RunId run);
  /// All measurements at a facility, oldest first; of one day those of a re-check last.
  std::vector<StoredMeasurement> measured_at(FacilityId const &facility);
  /// Writes the outcome, margin and reason of a measurement that was judged again.
  void put_verdict(StoredMeasurement const &judged, Outcome before, RunId run);
  /// All visits to a facility, oldest first and of one day the re-check last, with their
  /// measurements.
  std::vector<Inspection> of_facility(FacilityId const &facility);

 private:
  Tracker *m_tracker;
};

}  // namespace wza
