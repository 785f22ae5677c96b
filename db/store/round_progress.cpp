// SPDX-License-Identifier: Apache-2.0
#include "db/store/round_progress.h"

#include "db/store/districts.h"
#include "db/store/facilities.h"
#include "db/store/inspections.h"

#include <algorithm>
#include <limits>
#include <map>
#include <tuple>
#include <utility>

namespace wza {
namespace {

class PlaceReader {
 public:
  PlaceReader(Tracker &tracker, Round const &round, LocalDate as_of)
      : m_tracker(tracker), m_round(round), m_as_of(as_of) {
    for (District &district : DistrictStore(tracker).all())
      m_names.emplace(std::move(district.code), std::move(district.name));
  }

  RoundPlace place(Facility facility) {
    RoundPlace out;
    auto const visits = InspectionStore(m_tracker).of_facility(facility.id);
    out.progress = progress_of(m_round, visits, m_as_of);
    take_visits(out, visits);
    if (m_round.kind == InspectionKind::recheck) take_findings(out, facility.id, visits);
    out.district_name = m_names[facility.district];
    out.facility = std::move(facility);
    return out;
  }

 private:
  void take_visits(RoundPlace &out, std::vector<Inspection> const &visits) const {
    std::map<std::pair<CriterionId, std::string>, Outcome> last;
    for (Inspection const &visit : visits) {
      if (visit.inspected_on > m_as_of || !is_of_round(m_round, visit)) continue;
      out.visited_on = visit.inspected_on;
      out.access = visit.access;
      for (Measurement const &m : visit.measurements)
        last[{m.criterion, m.component}] = m.outcome;
    }
    for (auto const &[where, outcome] : last)
      ++out.outcomes[static_cast<std::size_t>(outcome)];
  }

  void take_findings(RoundPlace &out, FacilityId const &id, std::vector<Inspection> const &visits) {
    FindingFilter filter;
    filter.kind = FindingKind::facility;
    filter.subject = id.value;
    for (Finding &finding :
         FindingStore(m_tracker).list(filter, 0, std::numeric_limits<int>::max())) {
      // What people decided about is nobody's task.
      if (finding.state == FindingState::waived || finding.state == FindingState::dismissed)
        continue;
      auto const result = recheck_of(m_round, visits, CriterionId(finding.rule.value),
                                     finding.component.value_or(""), m_as_of);
      if (result) out.findings.push_back({std::move(finding), *result});
    }
  }

  Tracker &m_tracker;
  Round const &m_round;
  LocalDate m_as_of;
  std::map<DistrictCode, std::string> m_names;
};

}  // namespace

RoundStanding round_standing(Tracker &tracker, Round const &round, LocalDate as_of) {
  RoundStanding out{round, as_of, {}, {}, {}};
  PlaceReader reader(tracker, round, as_of);
  FacilityStore facilities(tracker);
  for (FacilityId const &id : round.places) {
    auto facility = facilities.find(id);
    assert(facility);
    out.places.push_back(reader.place(*std::move(facility)));
    ++out.by_progress[static_cast<std::size_t>(out.places.back().progress)];
    for (RecheckedFinding const &one : out.places.back().findings)
      ++out.by_result[static_cast<std::size_t>(one.result)];
  }
  std::ranges::sort(out.places, {}, [](RoundPlace const &place) {
    return std::tie(place.facility.district, place.facility.id);
  });
  return out;
}

}  // namespace wza
