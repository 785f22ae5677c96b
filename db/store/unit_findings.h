// SPDX-License-Identifier: Apache-2.0
// What a responsible unit has to mend: the unit that an inspection named, else the one that owns or
// manages the place.
#pragma once

#include "db/model/facility.h"
#include "db/model/inspection.h"
#include "db/model/photo.h"
#include "db/store/findings.h"
#include "db/store/runs.h"
#include "db/store/tracker.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wza {

/// One unit, as the list of units shows it. `name` is empty where nobody is known.
struct UnitStanding {
  std::string name;
  std::int64_t facilities = 0;  ///< that it owns, or where it has to mend something
  std::int64_t inspected = 0;   ///< facilities visited at least once
  std::int64_t with_findings = 0;
  std::int64_t open = 0;          ///< open findings
  std::int64_t serious = 0;       ///< of them critical or serious
  std::optional<UtcTime> oldest;  ///< when the first of the open ones was seen
};

/// Every unit that owns a facility or has to mend something, most open findings first, then by
/// name.
std::vector<UnitStanding> unit_standings(Tracker &tracker);

/// An open finding with the places where it was measured and its history.
struct OpenFinding {
  Finding finding;
  std::vector<KnownOccurrence> occurrences;
  std::vector<PastEvent> events;
};

/// A facility with open findings, and all visits to it.
struct FacilityCase {
  Facility facility;
  std::string district_name;
  std::vector<OpenFinding> findings;  ///< worst first
  std::vector<Inspection> visits;     ///< oldest first
  std::vector<Photo> photos;          ///< by the time they were taken
};

/// The facilities at which `unit` has open findings, by their id, with those findings.
std::vector<FacilityCase> open_cases(Tracker &tracker, std::string_view unit);

/// An article of the law on accessible environments (无障碍环境建设法), in our own words.
struct LawArticle {
  int article = 0;
  Text content;
};

/// The articles named, in the order asked for; those that the tracker does not have are left out.
std::vector<LawArticle> law_articles(Tracker &tracker, std::vector<int> const &articles);

}  // namespace wza
