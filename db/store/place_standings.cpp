// SPDX-License-Identifier: Apache-2.0
#include "db/store/place_standings.h"

namespace wza {
namespace {

constexpr std::string_view kStandings = R"sql(
  WITH open AS (
    SELECT subject AS facility, count(*) AS findings FROM findings
    WHERE kind = 'facility' AND state IN ('open', 'reopened') GROUP BY subject)
  SELECT f.id, f.name, f.place_type, f.district, f.address,
         (SELECT max(i.inspected_on) FROM inspections i
          WHERE i.facility = f.id AND i.inspected_on <= ?1 AND i.access = 'allowed'),
         v.inspected_on, v.access, coalesce(o.findings, 0)
  FROM facilities f LEFT JOIN open o ON o.facility = f.id
  LEFT JOIN inspections v ON v.fid = (
    SELECT i.fid FROM inspections i WHERE i.facility = f.id AND i.inspected_on <= ?1
    ORDER BY i.inspected_on DESC, i.fid DESC LIMIT 1)
  WHERE (?2 IS NULL
         OR f.district IN (SELECT descendant FROM district_closure WHERE ancestor = ?2))
    AND (?3 IS NULL OR f.place_type = ?3) AND (?4 IS NULL OR f.owner = ?4)
  ORDER BY f.district, f.id)sql";

bool fits(PlaceStanding const &place, PlaceWish const &wish) {
  if (wish.never_inspected && !place.never_inspected()) return false;
  if (wish.not_since && place.inspected_on && *place.inspected_on >= *wish.not_since) return false;
  return !wish.open_findings || place.open_findings > 0;
}

}  // namespace

std::vector<PlaceStanding> place_standings(Tracker &tracker, LocalDate as_of,
                                           PlaceWish const &wish) {
  auto row = tracker.db().prepare(kStandings);
  row.bind(as_of, wish.district, wish.place_type, wish.owner);
  std::vector<PlaceStanding> out;
  while (row.step()) {
    PlaceStanding place{row.get<FacilityId>(0),
                        row.get<std::string>(1),
                        row.get<PlaceTypeCode>(2),
                        row.get<DistrictCode>(3),
                        row.get<std::optional<std::string>>(4),
                        row.get<std::optional<LocalDate>>(5),
                        row.get<std::optional<LocalDate>>(6),
                        row.get<std::optional<AccessState>>(7),
                        row.get<std::int64_t>(8)};
    if (fits(place, wish)) out.push_back(std::move(place));
  }
  return out;
}

}  // namespace wza
