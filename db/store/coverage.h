// SPDX-License-Identifier: Apache-2.0
// Coverage: how many of the places were inspected at all, by district and by type of place.
#pragma once

#include "db/model/district.h"
#include "db/store/place_standings.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace wza {

struct CoverageCounts {
  std::int64_t places = 0;
  std::int64_t inspected = 0;    ///< somebody was let in at least once
  std::int64_t never = 0;        ///< the others
  std::int64_t turned_away = 0;  ///< of them: somebody came, and was never let in
  std::int64_t not_since = 0;    ///< of the inspected ones: last before CoverageQuery::not_since
  void add(PlaceStanding const &place, std::optional<LocalDate> const &not_since);
};

/// A district with all that lies below it, or a type of place.
struct CoverageRow {
  std::string code;
  Text name;
  std::optional<DistrictLevel> level;  ///< of districts
  int depth = 0;
  CoverageCounts counts;
};

struct CoverageQuery {
  LocalDate as_of;                       ///< visits up to this day
  std::optional<LocalDate> not_since;    ///< counts places last inspected before this day
  std::optional<DistrictCode> district;  ///< with all below it; nothing: everything
};

/// A place with the words that a list needs.
struct UncoveredPlace {
  PlaceStanding place;
  Text place_type;
  std::string district;
};

struct Coverage {
  CoverageQuery query;
  std::vector<CoverageRow> districts;  ///< parents before their children
  std::vector<CoverageRow> types;      ///< those that there are places of, most never seen first
  CoverageCounts total;
  std::vector<UncoveredPlace> never;  ///< never inspected, by district and id
};

Coverage coverage(Tracker &tracker, CoverageQuery const &query);

}  // namespace wza
