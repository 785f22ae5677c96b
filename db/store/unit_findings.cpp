// SPDX-License-Identifier: Apache-2.0
#include "db/store/unit_findings.h"

#include "db/store/districts.h"
#include "db/store/facilities.h"
#include "db/store/inspections.h"
#include "db/store/photos.h"

#include <limits>

namespace wza {

namespace {

/// Where something of the unit's stands open, by id.
std::vector<FacilityId> places_of(Tracker &tracker, std::string_view unit) {
  auto row = tracker.db().prepare(
      "SELECT DISTINCT f.id FROM findings n JOIN facilities f ON f.id = n.subject "
      "WHERE n.kind = 'facility' AND n.state IN ('open', 'reopened') "
      "AND coalesce(n.unit, f.owner, '') = ?1 ORDER BY f.id");
  row.bind(unit);
  std::vector<FacilityId> out;
  while (row.step())
    out.push_back(row.get<FacilityId>(0));
  return out;
}

}  // namespace

std::vector<UnitStanding> unit_standings(Tracker &tracker) {
  auto statement = tracker.db().prepare(R"sql(
    WITH open AS (
      SELECT coalesce(n.unit, f.owner, '') AS unit, n.subject AS facility, count(*) AS findings,
             min(n.first_seen) AS oldest, sum(n.severity IN ('critical', 'serious')) AS serious
      FROM findings n JOIN facilities f ON f.id = n.subject
      WHERE n.kind = 'facility' AND n.state IN ('open', 'reopened')
      GROUP BY 1, n.subject),
    places AS (
      SELECT coalesce(owner, '') AS unit, id AS facility FROM facilities
      UNION SELECT unit, facility FROM open)
    SELECT p.unit, count(*),
           sum(EXISTS (SELECT 1 FROM inspections i WHERE i.facility = p.facility)),
           count(o.facility), coalesce(sum(o.findings), 0), coalesce(sum(o.serious), 0),
           min(o.oldest)
    FROM places p LEFT JOIN open o ON o.facility = p.facility AND o.unit = p.unit
    GROUP BY p.unit ORDER BY 5 DESC, p.unit)sql");
  std::vector<UnitStanding> out;
  while (statement.step()) {
    out.push_back({statement.get<std::string>(0), statement.get<std::int64_t>(1),
                   statement.get<std::int64_t>(2), statement.get<std::int64_t>(3),
                   statement.get<std::int64_t>(4), statement.get<std::int64_t>(5),
                   statement.get<std::optional<UtcTime>>(6)});
  }
  return out;
}

std::vector<FacilityCase> open_cases(Tracker &tracker, std::string_view unit) {
  FindingStore findings(tracker);
  FacilityStore facilities(tracker);
  std::vector<FacilityCase> out;
  for (FacilityId const &id : places_of(tracker, unit)) {
    Facility facility = facilities.find(id).value();
    FindingFilter filter;
    filter.kind = FindingKind::facility;
    filter.subject = id.value;
    filter.only_open = true;
    FacilityCase one;
    for (Finding &finding : findings.list(filter, 0, std::numeric_limits<int>::max())) {
      if (finding.unit.value_or(facility.owner.value_or("")) != unit) continue;
      auto occurrences = findings.occurrences(finding.id);
      auto events = events_of(tracker, "findings", std::to_string(finding.id.value));
      one.findings.push_back({std::move(finding), std::move(occurrences), std::move(events)});
    }
    one.visits = InspectionStore(tracker).of_facility(facility.id);
    one.photos = PhotoStore(tracker).of_facility(facility.id);
    if (auto const district = DistrictStore(tracker).find(facility.district))
      one.district_name = district->name;
    one.facility = std::move(facility);
    out.push_back(std::move(one));
  }
  return out;
}

std::vector<LawArticle> law_articles(Tracker &tracker, std::vector<int> const &articles) {
  auto statement =
      tracker.db().prepare("SELECT content_zh, content_en FROM law WHERE article = ?1");
  std::vector<LawArticle> out;
  for (int const article : articles) {
    statement.bind(article);
    if (statement.step())
      out.push_back({article, {statement.get<std::string>(0), statement.get<std::string>(1)}});
  }
  return out;
}

}  // namespace wza
