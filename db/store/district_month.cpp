// SPDX-License-Identifier: Apache-2.0
#include "db/store/district_month.h"

#include "db/base/day_end.h"
#include "db/store/finding_history.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <set>

namespace wza {
namespace {

class MonthReader {
 public:
  MonthReader(Tracker &tracker, DistrictMonthQuery const &query)
      : m_tracker(tracker), m_db(tracker.db()), m_query(query) {}

  DistrictMonth read() {
    visits();
    for (auto const &finding : finding_history(m_tracker, m_query.district, m_query.known))
      add(finding);
    web_runs();
    name_types();
    extents();
    for (auto &[name, unit] : m_units)
      m_month.units.push_back(unit);
    std::stable_sort(m_month.units.begin(), m_month.units.end(),
                     [](auto const &a, auto const &b) { return a.open > b.open; });
    return std::move(m_month);
  }

 private:
  std::string known() const { return m_query.known ? end_of(*m_query.known).iso() : "9999"; }

  void visits() {
    auto row = m_db.prepare(
        "SELECT i.facility, i.access, f.place_type FROM inspections i "
        "JOIN facilities f ON f.id = i.facility "
        "JOIN district_closure c ON c.descendant = f.district AND c.ancestor = ?1 "
        "WHERE i.inspected_on BETWEEN ?2 AND ?3 AND i.created_at < ?4");
    row.bind(m_query.district, m_query.first, m_query.last, known());
    std::set<std::string> places;
    while (row.step()) {
      bool const is_new = places.insert(row.get<std::string>(0)).second;
      auto const access = static_cast<std::size_t>(row.get<AccessState>(1));
      for (auto *to : {&m_month.visits, &m_types[row.get<PlaceTypeCode>(2)].visits}) {
        ++to->visits;
        ++to->by_access[access];
        if (is_new) ++to->places;
      }
    }
  }

  bool in_month(LocalDate day) const { return day >= m_query.first && day <= m_query.last; }

  void add(FindingPast const &finding) {
    auto const state = finding.state_on(m_query.last);
    if (!state) return;
    bool const open = is_open(*state);
    bool const overdue = open && finding.due && *finding.due <= m_query.last;
    std::set<FindingState> came;
    for (std::size_t i = 1; i < finding.steps.size(); ++i) {
      if (in_month(finding.steps[i].on)) came.insert(finding.steps[i].state);
    }
    auto const count = [&](MonthFindings &to) {
      if (in_month(finding.steps.front().on)) ++to.found[finding.severity];
      if (came.contains(FindingState::mended)) ++to.mended[finding.severity];
      if (came.contains(FindingState::reopened)) ++to.reopened[finding.severity];
      if (open) ++to.open[finding.severity];
      if (overdue) ++to.overdue;
    };
    count(finding.kind == FindingKind::web ? m_month.web : m_month.facilities);
    if (finding.place_type) count(m_types[*finding.place_type].findings);
    if (finding.kind == FindingKind::web || !open) return;
    m_open.insert(finding.id);
    auto &unit = m_units[finding.owner];
    unit.name = finding.owner;
    ++unit.open;
    if (finding.severity <= Severity::serious) ++unit.serious;
    if (overdue) ++unit.overdue;
  }

  void web_runs() {
    auto sites = m_db.prepare(
        "SELECT count(*) FROM sites s JOIN district_closure c ON c.descendant = s.district AND "
        "c.ancestor = ?1 WHERE s.first_seen < ?2");
    sites.bind(m_query.district, std::min(known(), end_of(m_query.last).iso()));
    if (sites.step()) m_month.sites = sites.get<std::int64_t>(0);
    auto row = m_db.prepare(
        "SELECT count(DISTINCT v.run), count(DISTINCT v.page) FROM visits v "
        "JOIN pages p ON p.id = v.page JOIN sites s ON s.id = p.site "
        "JOIN district_closure c ON c.descendant = s.district AND c.ancestor = ?1 "
        "WHERE v.state IN ('tested', 'unchanged') AND v.at >= ?2 AND v.at < ?3 AND v.at < ?4");
    LocalDate const before{std::chrono::sys_days(m_query.first.value) - std::chrono::days(1)};
    row.bind(m_query.district, end_of(before).iso(), end_of(m_query.last).iso(), known());
    if (!row.step()) return;
    m_month.runs = row.get<std::int64_t>(0);
    m_month.pages = row.get<std::int64_t>(1);
  }

  void name_types() {
    auto row = m_db.prepare("SELECT name_zh, name_en FROM place_types WHERE code = ?1");
    for (auto &[code, type] : m_types) {
      if (type.visits.visits == 0 && type.findings.open.total() == 0 &&
          type.findings.mended.total() == 0)
        continue;
      type.type = code;
      row.bind(code);
      if (row.step()) type.name = {row.get<std::string>(0), row.get<std::string>(1)};
      row.reset();
      m_month.types.push_back(type);
    }
  }

  void extents() {
    auto row = m_db.prepare(
        "SELECT f.id, f.rule, c.name_zh, c.name_en, o.extent_unit, sum(o.extent) "
        "FROM occurrences o JOIN findings f ON f.id = o.finding JOIN criteria c ON c.id = f.rule "
        "JOIN district_closure d ON d.descendant = f.district AND d.ancestor = ?1 "
        "WHERE o.state = 'present' AND o.extent IS NOT NULL AND o.extent_unit IS NOT NULL "
        "GROUP BY f.id, o.extent_unit ORDER BY f.rule, o.extent_unit");
    row.bind(m_query.district);
    std::map<std::pair<std::string, std::string>, MonthExtent> by_rule;
    while (row.step()) {
      if (!m_open.contains(row.get<FindingId>(0))) continue;
      auto &extent = by_rule[{row.get<std::string>(1), row.get<std::string>(4)}];
      extent.criterion = {row.get<std::string>(2), row.get<std::string>(3)};
      extent.unit = row.get<std::string>(4);
      extent.sum += row.get<double>(5);
      ++extent.findings;
    }
    for (auto &[key, extent] : by_rule)
      m_month.extents.push_back(std::move(extent));
  }

  Tracker &m_tracker;
  Database &m_db;
  DistrictMonthQuery const &m_query;
  DistrictMonth m_month;
  std::map<PlaceTypeCode, MonthOfType> m_types;
  std::map<std::string, MonthOfUnit> m_units;
  std::set<FindingId> m_open;  ///< of facilities, at the end of the month
};

}  // namespace

DistrictMonth district_month(Tracker &tracker, DistrictMonthQuery const &query) {
  return MonthReader(tracker, query).read();
}

}  // namespace wza
