// SPDX-License-Identifier: Apache-2.0
#include "gis/retrofit/publish_overview.h"

#include "db/store/plans.h"
#include "gis/retrofit/hide_lines.h"
#include "gis/retrofit/plan_count.h"

#include <algorithm>
#include <cassert>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace wza::gis {
namespace {

/// District, plan, indicator and year: by these the overview knows a promise.
using PromiseKey = std::tuple<DistrictCode, std::string, std::string, int>;

/// What the published tables of the plans leave unsaid.
struct PlanSecrets {
  /// What each promise that is shown has come to by the day of publishing.
  std::map<PromiseKey, std::pair<std::optional<std::int64_t>, std::optional<double>>> promises;
  std::set<DistrictCode> hidden;   ///< districts whose total a table hides
  std::set<DistrictCode> partial;  ///< plans' own districts of which not each year is shown
  bool all_protected = true;
};

bool all_shown(PlanTableRow const &row) {
  return row.total && std::ranges::all_of(row.cells, [](auto const &cell) { return bool(cell); });
}

/// Rows as narrow as those of the overview: a plan's table shows or hides wider ones alike.
PlanSecrets secrets_of(Tracker &tracker, Overview const &overview, Publishing const &publishing) {
  PlanSecrets out;
  auto narrowest = DistrictLevel::province;
  for (auto const &row : overview.rows)
    narrowest = std::max(narrowest, row.level);
  for (auto const &plan : PlanStore(tracker).plans()) {
    auto const covered = [&](auto const &row) { return covers_district(plan, row.code); };
    if (std::ranges::none_of(overview.rows, covered)) continue;
    PlanQuery query;
    query.plan = plan.id;
    query.threshold = publishing.below;
    query.as_of.day = publishing.until;
    if (plan.district.value == kNation || narrowest > level_of(plan.district))
      query.level = narrowest;
    auto const report = plan_report(tracker, query);
    assert(report);  // its plan is in the tracker
    out.all_protected = out.all_protected && report->all_protected;
    for (auto const &row : report->table.rows) {
      if (!row.rest && !row.total) out.hidden.insert(row.district);
    }
    if (!all_shown(report->table.rows.front())) out.partial.insert(plan.district);
    for (auto const &promise : report->promises) {
      for (auto const &reading : promise.readings)  // the first counts what the plan's years have
        out.promises.try_emplace({plan.district, plan.title.zh, promise.indicator.name.zh,
                                  promise.target.year.value_or(plan.to_year)},
                                 reading.counted, rate_of(promise, reading));
    }
  }
  return out;
}

void hide(PlanTarget &target) {
  target.accepted.reset();
  target.rate.reset();
}

/// Homes accepted by that day, in place of those of today.
void count_until(Tracker &tracker, Overview &overview, LocalDate day) {
  std::set<std::pair<HouseholdId, DistrictCode>> homes;
  for (auto const &record : homes_on(tracker, {day, {}})) {
    if (record.state == RetrofitState::accepted) homes.emplace(record.household, record.district);
  }
  std::map<DistrictCode, std::int64_t> in;
  for (auto const &home : homes)
    ++in[home.second];
  std::map<DistrictCode, std::int64_t> sums;
  auto row = tracker.db().prepare("SELECT ancestor FROM district_closure WHERE descendant = ?1");
  for (auto const &[district, count] : in) {
    row.bind(district);
    while (row.step())
      sums[row.get<DistrictCode>(0)] += count;
  }
  for (auto &shown : overview.rows)
    shown.homes_accepted = sums[shown.code];
  overview.total.homes_accepted = static_cast<std::int64_t>(homes.size());
}

/// Whether the homes outside the plan's years are few.
bool differs_little(OverviewRow const &row, std::int64_t threshold) {
  if (!row.homes || !row.homes->accepted || !row.homes_accepted) return false;
  auto const others = *row.homes_accepted - *row.homes->accepted;
  return others > 0 && others < threshold;
}

/// The rows as lines: the total, then the districts, and after each what of it no row has.
class Lines {
 public:
  Lines(Overview &overview, PlanSecrets const &secrets, std::int64_t threshold)
      : m_overview(overview), m_secrets(secrets), m_threshold(threshold) {
    add(overview.total, 0, 0);
    std::size_t next = 0;
    add_below(0, 0, next);
  }
  bool hide() {
    bool const all = hide_lines(m_lines, 1, m_threshold);
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
      if (m_rows[i] != nullptr && m_lines[i].hidden[0]) m_rows[i]->homes_accepted.reset();
    }
    return all;
  }

 private:
  void add(OverviewRow &row, std::size_t parent, int depth) {
    bool const hidden = m_secrets.hidden.contains(row.code) || differs_little(row, m_threshold);
    m_lines.push_back({0, parent, false, true, depth, {*row.homes_accepted}, {hidden}});
    m_rows.push_back(&row);
  }
  /// The rows of `depth` from `next` on, which lie below `line`; as many as follow each other.
  void add_below(std::size_t line, int depth, std::size_t &next) {
    std::int64_t sum = 0;
    auto &rows = m_overview.rows;
    while (next < rows.size() && rows[next].depth == depth) {
      auto const at = m_lines.size();
      add(rows[next], line, depth + 1);
      sum += m_lines[at].counts[0];
      ++next;
      add_below(at, depth + 1, next);
      m_lines[line].leaf = false;
    }
    auto const rest = m_lines[line].counts[0] - sum;
    assert(rest >= 0);
    if (m_lines[line].leaf || rest == 0) return;
    m_lines.push_back({0, line, true, true, depth + 1, {rest}, {false}});
    m_rows.push_back(nullptr);
  }

  Overview &m_overview;
  PlanSecrets const &m_secrets;
  std::int64_t m_threshold;
  std::vector<CountLine> m_lines;
  std::vector<OverviewRow *> m_rows;  ///< beside the lines; of a rest nothing
};

}  // namespace

bool hide_small_homes(Tracker &tracker, Overview &overview, Publishing const &publishing) {
  assert(publishing.below > 0 && overview.threshold == 0);
  overview.threshold = publishing.below;
  count_until(tracker, overview, publishing.until);
  auto const secrets = secrets_of(tracker, overview, publishing);
  auto const hide_partial = [&](PlanTarget &target) {
    auto const known =
        secrets.promises.find({target.district, target.plan.zh, target.indicator.zh, target.year});
    if (known == secrets.promises.end() || secrets.partial.contains(target.district))
      return hide(target);
    std::tie(target.accepted, target.rate) = known->second;
  };
  for (auto &row : overview.rows) {
    if (row.homes) hide_partial(*row.homes);
  }
  if (overview.total.homes) hide_partial(*overview.total.homes);
  std::ranges::for_each(overview.targets, hide_partial);
  bool const all = Lines(overview, secrets, publishing.below).hide();
  return all && secrets.all_protected;
}

}  // namespace wza::gis
