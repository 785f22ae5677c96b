// SPDX-License-Identifier: Apache-2.0
// When each place was last inspected: what coverage counts, and what a round is planned from.
#pragma once

#include "db/base/clock.h"
#include "db/base/ids.h"
#include "db/model/inspection.h"
#include "db/store/tracker.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace wza {

struct PlaceStanding {
  FacilityId id;
  std::string name;
  PlaceTypeCode place_type;
  DistrictCode district;
  std::optional<std::string> address;
  std::optional<LocalDate> inspected_on;  ///< the last day somebody was let in
  std::optional<LocalDate> tried_on;      ///< the last day somebody came, let in or not
  std::optional<AccessState> access;      ///< of that day's visit
  std::int64_t open_findings = 0;         ///< as they stand now

  bool never_inspected() const { return !inspected_on; }
  /// Somebody came, and was not let in on any visit.
  bool only_turned_away() const { return !inspected_on && tried_on; }
};

/// Which places; empty members do not filter, and a place has to fit all of them.
struct PlaceWish {
  std::optional<DistrictCode> district;  ///< with all districts below it
  std::optional<PlaceTypeCode> place_type;
  std::optional<std::string> owner;
  std::optional<LocalDate> not_since;  ///< last inspected before that day, or never
  bool never_inspected = false;
  bool open_findings = false;  ///< with findings that are open now
};

/// The places by district and id, with the visits up to `as_of`. Places that came into the tracker
/// later are among them.
std::vector<PlaceStanding> place_standings(Tracker &tracker, LocalDate as_of,
                                           PlaceWish const &wish = {});

}  // namespace wza
