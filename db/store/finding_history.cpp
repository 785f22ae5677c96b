// SPDX-License-Identifier: Apache-2.0
#include "db/store/finding_history.h"

#include "db/base/day_end.h"

#include <algorithm>

namespace wza {

std::optional<FindingState> FindingPast::state_on(LocalDate day) const {
  std::optional<FindingState> state;
  for (auto const &step : steps) {
    if (step.on > day) break;
    state = step.state;
  }
  return state;
}

std::vector<FindingPast> finding_history(Tracker &tracker, DistrictCode const &district,
                                         std::optional<LocalDate> const &known) {
  // Events of older programs do not say when the test was made: the finding tells it of its first
  // step, the event's own time stands for the others.
  auto row = tracker.db().prepare(
      "SELECT f.id, f.kind, f.severity, p.place_type, coalesce(f.unit, p.owner, ''), f.due, "
      "e.after ->> '$.state', coalesce(e.after ->> '$.on', "
      "CASE e.verb WHEN 'found' THEN f.first_seen ELSE e.at END) "
      "FROM findings f JOIN district_closure c ON c.descendant = f.district AND c.ancestor = ?1 "
      "JOIN events e ON e.entity = 'findings' AND e.entity_key = CAST(f.id AS TEXT) AND e.at < ?2 "
      "AND e.after ->> '$.state' IS NOT NULL "
      "LEFT JOIN facilities p ON f.kind = 'facility' AND p.id = f.subject ORDER BY f.id, e.id");
  row.bind(district, known ? end_of(*known).iso() : "9999");
  std::vector<FindingPast> all;
  while (row.step()) {
    auto const id = row.get<FindingId>(0);
    if (all.empty() || all.back().id != id) {
      all.push_back({id,
                     row.get<FindingKind>(1),
                     row.get<Severity>(2),
                     row.get<std::optional<PlaceTypeCode>>(3),
                     row.get<std::string>(4),
                     row.get<std::optional<LocalDate>>(5),
                     {}});
    }
    all.back().steps.push_back({row.get<FindingState>(6), LocalDate::of(row.get<UtcTime>(7))});
  }
  for (auto &finding : all) {
    std::stable_sort(finding.steps.begin(), finding.steps.end(),
                     [](FindingStep const &a, FindingStep const &b) { return a.on < b.on; });
  }
  return all;
}

}  // namespace wza
