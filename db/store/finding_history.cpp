// SPDX-License-Identifier: Apache-2.0
#include "db/store/finding_history.h"

#include "db/base/day_end.h"
#include "db/store/runs.h"

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

namespace {

/// Puts the steps of a course that was told anew in the place of those that tests told before; what
/// people decided stays.
void retell(FindingPast &finding, nlohmann::json const &steps) {
  std::erase_if(finding.steps, [](FindingStep const &step) { return step.tested; });
  for (auto const &step : steps) {
    auto const state = from_key<FindingState>(step.at("state").get<std::string>());
    auto const on = UtcTime::parse(step.at("on").get<std::string>());
    if (state && on) finding.steps.push_back({*state, LocalDate::of(*on), true});
  }
}

}  // namespace

std::vector<FindingPast> finding_history(Tracker &tracker, DistrictCode const &district,
                                         std::optional<LocalDate> const &known) {
  // Events of older programs do not say when the test was made: the finding tells it of its first
  // step, the event's own time stands for the others.
  auto row = tracker.db().prepare(
      "SELECT f.id, f.kind, f.severity, p.place_type, coalesce(f.unit, p.owner, ''), f.due, "
      "e.after ->> '$.state', coalesce(e.after ->> '$.on', "
      "CASE e.verb WHEN 'found' THEN f.first_seen ELSE e.at END), "
      "e.actor = 'wza', e.after -> '$.steps' "
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
    if (row.is_null(9)) {
      all.back().steps.push_back(
          {row.get<FindingState>(6), LocalDate::of(row.get<UtcTime>(7)), row.get<bool>(8)});
    } else {
      retell(all.back(), nlohmann::json::parse(row.get<std::string>(9)));
    }
  }
  for (auto &finding : all) {
    std::stable_sort(finding.steps.begin(), finding.steps.end(),
                     [](FindingStep const &a, FindingStep const &b) { return a.on < b.on; });
  }
  return all;
}

}  // namespace wza
