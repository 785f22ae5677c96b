// SPDX-License-Identifier: Apache-2.0
#include "db/store/overview.h"

#include "db/store/shown_districts.h"

#include <algorithm>
#include <functional>
#include <numeric>
#include <unordered_map>
#include <utility>

namespace wza {

std::int64_t SeverityCounts::total() const {
  return std::accumulate(by_severity.begin(), by_severity.end(), std::int64_t{0});
}

namespace {

// Each query gives one row a district with all that lies below it, then one row with the code NULL
// for everything: "WHERE true" counts each thing once, the closure once for each district above it.
constexpr std::string_view kFacilities =
    "WITH each AS (SELECT f.district AS district, "
    "  EXISTS (SELECT 1 FROM inspections i WHERE i.facility = f.id AND i.access = 'allowed') AS "
    "seen,"
    "  EXISTS (SELECT 1 FROM findings n WHERE n.kind = 'facility' AND n.subject = f.id "
    "          AND n.state IN ('open', 'reopened')) AS failing FROM facilities f) "
    "SELECT c.ancestor, count(*), sum(seen), sum(failing) FROM each "
    "JOIN district_closure c ON c.descendant = each.district GROUP BY c.ancestor "
    "UNION ALL SELECT NULL, count(*), coalesce(sum(seen), 0), coalesce(sum(failing), 0) FROM each";

constexpr std::string_view kFindings =
    "WITH each AS (SELECT district, kind, severity FROM findings "
    "              WHERE state IN ('open', 'reopened')) "
    "SELECT c.ancestor, kind, severity, count(*) FROM each "
    "JOIN district_closure c ON c.descendant = each.district GROUP BY c.ancestor, kind, severity "
    "UNION ALL SELECT NULL, kind, severity, count(*) FROM each GROUP BY kind, severity";

constexpr std::string_view kHomes =
    "WITH each AS (SELECT DISTINCT household, district FROM retrofits WHERE state = 'accepted') "
    "SELECT c.ancestor, count(*) FROM each "
    "JOIN district_closure c ON c.descendant = each.district GROUP BY c.ancestor "
    "UNION ALL SELECT NULL, count(*) FROM each";

constexpr std::string_view kSites =
    "SELECT c.ancestor, count(*), sum(s.pages_tested) FROM v_site s "
    "JOIN district_closure c ON c.descendant = s.district GROUP BY c.ancestor "
    "UNION ALL SELECT NULL, count(*), coalesce(sum(pages_tested), 0) FROM v_site";

// What the closure does not reach: no district, or one that is not in the tracker.
constexpr std::string_view kUnplacedSites =
    "SELECT count(*), coalesce(sum(pages_tested), 0) FROM v_site "
    "WHERE district IS NULL OR district NOT IN (SELECT code FROM districts)";
constexpr std::string_view kUnplacedFindings =
    "SELECT kind, severity, count(*) FROM findings WHERE state IN ('open', 'reopened') "
    "AND (district IS NULL OR district NOT IN (SELECT code FROM districts)) GROUP BY kind, "
    "severity";

constexpr std::string_view kTargets =
    "SELECT v.district, p.title_zh, p.title_en, i.name_zh, i.name_en, v.nature, v.status, "
    "v.from_year, v.year, v.target, v.unit, v.accepted, v.rate, t.quote_zh "
    "FROM v_progress v JOIN targets t ON t.id = v.target_id JOIN plans p ON p.id = v.plan "
    "JOIN indicators i ON i.id = v.indicator "
    "WHERE v.district IN (SELECT code FROM districts) ORDER BY v.district, v.year, "
    "v.status = 'final', v.nature = 'binding', v.nature = 'expected', v.target_id DESC";

class OverviewReader {
 public:
  explicit OverviewReader(Tracker &tracker) : m_tracker(tracker), m_db(tracker.db()) {
    m_all.as_of = tracker.clock().now();
  }

  Overview read() {
    // One state of the tracker for all numbers, whatever is written meanwhile.
    m_db.execute("BEGIN");
    try {
      districts();
      numbers();
      targets();
      boundaries();
    } catch (...) {
      m_db.execute("ROLLBACK");
      throw;
    }
    m_db.execute("COMMIT");
    return std::move(m_all);
  }

 private:
  void districts() {
    for (ShownDistrict &shown : shown_districts(m_tracker)) {
      OverviewRow district;
      district.code = std::move(shown.code);
      district.name = std::move(shown.name);
      district.level = shown.level;
      district.depth = shown.depth;
      m_index.emplace(district.code.value, m_all.rows.size());
      m_all.rows.push_back(std::move(district));
    }
  }

  // Runs a query whose first column is a district or NULL for the total.
  void each(std::string_view sql,
            std::function<void(OverviewRow &, Statement const &)> const &put) {
    Statement row = m_db.prepare(sql);
    while (row.step()) {
      if (row.is_null(0)) {
        put(m_all.total, row);
      } else if (auto at = m_index.find(row.get<std::string>(0)); at != m_index.end()) {
        put(m_all.rows[at->second], row);
      }
    }
  }

  static void add_findings(OverviewRow &to, Statement const &row, int first) {
    SeverityCounts &counts = row.text(first) == "web" ? to.web_findings : to.facility_findings;
    counts[row.get<Severity>(first + 1)] += row.get<std::int64_t>(first + 2);
  }

  void numbers() {
    each(kFacilities, [](OverviewRow &to, Statement const &row) {
      to.facilities = row.get<std::int64_t>(1);
      to.inspected = row.get<std::int64_t>(2);
      to.with_failures = row.get<std::int64_t>(3);
    });
    each(kFindings, [](OverviewRow &to, Statement const &row) { add_findings(to, row, 1); });
    each(kHomes, [](OverviewRow &to, Statement const &row) {
      to.homes_accepted = row.get<std::int64_t>(1);
    });
    each(kSites, [](OverviewRow &to, Statement const &row) {
      to.sites = row.get<std::int64_t>(1);
      to.pages_tested = row.get<std::int64_t>(2);
    });
    Statement sites = m_db.prepare(kUnplacedSites);
    if (sites.step()) {
      m_all.unplaced.sites = sites.get<std::int64_t>(0);
      m_all.unplaced.pages_tested = sites.get<std::int64_t>(1);
    }
    Statement findings = m_db.prepare(kUnplacedFindings);
    while (findings.step())
      add_findings(m_all.unplaced, findings, 0);
  }

  void targets() {
    Statement row = m_db.prepare(kTargets);
    while (row.step()) {
      PlanTarget target{.district = row.get<DistrictCode>(0),
                        .plan = {row.get<std::string>(1), row.get<std::string>(2)},
                        .indicator = {row.get<std::string>(3), row.get<std::string>(4)},
                        .nature = row.get<Nature>(5),
                        .status = row.get<PlanStatus>(6),
                        .from_year = row.get<int>(7),
                        .year = row.get<int>(8),
                        .target = row.get<double>(9),
                        .unit = row.get<std::string>(10),
                        .accepted = row.get<std::int64_t>(11),
                        .rate = row.get<std::optional<double>>(12),
                        .quote = row.get<std::string>(13)};
      // The last one stands in the table: of the latest year, final, binding. All stand below it.
      if (auto at = m_index.find(target.district.value); at != m_index.end()) {
        m_all.rows[at->second].homes = target;
      }
      m_all.targets.push_back(std::move(target));
    }
    // The total has a target where there is one widest district and it has one.
    auto const is_root = [](OverviewRow const &district) { return district.depth == 0; };
    if (std::ranges::count_if(m_all.rows, is_root) == 1) {
      m_all.total.homes = std::ranges::find_if(m_all.rows, is_root)->homes;
    }
  }

  void boundaries() {
    Statement row = m_db.prepare(
        "SELECT boundary_source, boundary_date, count(*) FROM districts "
        "WHERE boundary_source IS NOT NULL GROUP BY 1, 2 ORDER BY 1, 2");
    while (row.step()) {
      m_all.boundaries.push_back(
          {row.get<std::string>(0), row.get<std::string>(1), row.get<std::int64_t>(2)});
    }
  }

  Tracker &m_tracker;
  Database &m_db;
  Overview m_all;
  std::unordered_map<std::string, std::size_t> m_index;
};

}  // namespace

Overview overview(Tracker &tracker) {
  return OverviewReader(tracker).read();
}

}  // namespace wza
