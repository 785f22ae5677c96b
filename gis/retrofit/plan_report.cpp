// SPDX-License-Identifier: Apache-2.0
#include "gis/retrofit/plan_report.h"

#include "db/store/plans.h"
#include "gis/retrofit/plan_count.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>

namespace wza::gis {
namespace {

/// 31 December of a year, or the last day of all.
struct Span {
  int from = 0, to = 0;
  bool holds(LocalDate const &day) const { return day.year() >= from && day.year() <= to; }
};

class Promises {
 public:
  Promises(Tracker &tracker, PlanReport const &report, CountedHomes const &counted)
      : m_plans(tracker), m_report(report), m_counted(counted) {}

  std::vector<Promise> all() {
    std::vector<Promise> promises;
    for (auto &target : m_plans.targets(m_report.plan.id)) {
      auto indicator = m_plans.indicator(target.indicator);
      if (!indicator) continue;
      promises.push_back({std::move(target), std::move(*indicator), {}, false, {}});
      if (promises.back().indicator.numerator == Counted::accepted_homes) read(promises.back());
    }
    return promises;
  }

 private:
  Span span(Promise const &promise) const {
    return {m_report.plan.from_year, promise.target.year.value_or(m_report.plan.to_year)};
  }

  void read(Promise &promise) {
    auto const within = span(promise);
    std::int64_t counted = 0, last_year = 0;
    auto const year_ago = std::chrono::sys_days(m_report.day.value) - std::chrono::days(365);
    for (auto const &home : m_counted.homes) {
      auto const on = *home.record.accepted_on;
      if (!within.holds(on)) continue;
      ++counted;
      if (std::chrono::sys_days(on.value) > year_ago) ++last_year;
    }
    if (promise.indicator.kind == IndicatorKind::rate) {
      coverage(promise, counted, last_year);
      return;
    }
    std::int64_t const target = homes(promise.target, promise.target.value);
    add(promise, TargetReading::newly, target, counted, 0, last_year);
    if (promise.target.base_kind == BaseKind::unclear && promise.target.base_value) {
      auto const base = std::llround(*promise.target.base_value);
      add(promise, TargetReading::cumulative, target, base + counted, base, last_year);
    }
  }

  /// "more than 85" of whole homes begins at 86.
  static std::int64_t homes(Target const &target, double value) {
    return target.relation == TargetRelation::more_than
               ? static_cast<std::int64_t>(std::floor(value + 1e-9)) + 1
               : static_cast<std::int64_t>(std::ceil(value - 1e-9));
  }

  void coverage(Promise &promise, std::int64_t counted, std::int64_t last_year) {
    auto const &plan = m_report.plan;
    promise.denominator =
        m_plans.denominator(plan.district, promise.indicator.id, m_report.as_of.day);
    if (!promise.denominator) {
      auto const in_need =
          homes_of(m_counted.records, PlanSet::in_need, m_report.plan, m_report.rule);
      if (in_need.empty() || m_report.threshold > static_cast<std::int64_t>(in_need.size())) return;
      promise.denominator = Denominator{static_cast<double>(in_need.size()), m_report.day, ""};
      promise.own_denominator = true;
    }
    auto const target = homes(promise.target, promise.target.value * promise.denominator->homes);
    add(promise, TargetReading::coverage, target, counted, 0, last_year);
    if (m_report.threshold > 0) return;
    auto const ever = std::ranges::count_if(
        homes_of(m_counted.records, PlanSet::all_years, m_report.plan, m_report.rule),
        [&](PlanHome const &home) { return home.record.accepted_on->year() <= span(promise).to; });
    auto const stock = static_cast<std::int64_t>(ever);
    if (stock > counted)
      add(promise, TargetReading::stock, target, stock, stock - counted, last_year);
  }

  void add(Promise &promise, TargetReading reading, std::int64_t target, std::int64_t counted,
           std::int64_t base, std::int64_t last_year) {
    PromiseReading out{reading, target, counted, {}};
    auto const years = span(promise);
    if (!may_show(years)) out.counted.reset();
    if (out.counted && target > 0) {
      out.pace = pace_of({target, counted, base, last_year, years.from, years.to, m_report.day});
      if (m_report.threshold > 0) {  // the last 365 days are a count of their own
        out.pace->forecast.reset();
        if (out.pace->missing > 0 && out.pace->days_left > 0)
          out.pace->standing = Standing::unknown;
      }
    }
    promise.readings.push_back(std::move(out));
  }

  /// A count up to a year within the plan is a sum of columns: shown where all of them are.
  bool may_show(Span const &years) const {
    if (m_report.threshold <= 0) return true;
    auto const &whole = m_report.table.rows.front();
    if (!whole.total) return false;
    if (years.to >= m_report.plan.to_year) return true;
    return m_report.by == PlanBy::year &&
           std::all_of(whole.cells.begin(), whole.cells.end(),
                       [](ShownCount const &cell) { return cell.has_value(); });
  }

  PlanStore m_plans;
  PlanReport const &m_report;
  CountedHomes const &m_counted;
};

std::int64_t corrected_since(Tracker &tracker, std::vector<HomeRecord> const &records,
                             PlanQuery const &query, LocalDate today) {
  if (!query.as_of.day || query.as_of.known || *query.as_of.day >= today) return 0;
  std::map<RetrofitId, std::pair<RetrofitState, std::optional<LocalDate>>> known;
  for (auto const &record : homes_on(tracker, {query.as_of.day, query.as_of.day}))
    known.emplace(record.id, std::pair(record.state, record.accepted_on));
  std::int64_t corrected = 0;
  for (auto const &record : records) {
    auto const old = known.find(record.id);
    if (old != known.end() && old->second != std::pair(record.state, record.accepted_on))
      ++corrected;
  }
  return corrected;
}

PlanCautions cautions_of(Tracker &tracker, CountedHomes const &counted) {
  PlanCautions out;
  out.undated = counted.undated;
  out.left_undated = counted.left_undated;
  out.repeated = counted.repeated;
  std::set<std::int64_t> shown;
  auto row = tracker.db().prepare(
      "SELECT DISTINCT retrofit FROM retrofit_evidence WHERE kind = 'acceptance'");
  while (row.step())
    shown.insert(row.get<std::int64_t>(0));
  std::map<std::string, std::int64_t> at_place;
  for (auto const &home : counted.homes) {
    if (home.record.place_known) ++at_place[home.record.place];
    if (!home.record.grade) ++out.grade_unknown;
    if (home.record.grade && *home.record.grade > 2) ++out.not_severe;
    if (!shown.contains(home.record.id.value)) ++out.no_acceptance;
  }
  for (auto const &[place, homes] : at_place)
    if (homes > 1) out.shared_places += homes;
  return out;
}

Problem no_plan(PlanId const &id) {
  Problem p;
  p.code = ProblemCode::not_found;
  p.field = "plan";
  p.reason = {fmt::format("没有编号为“{}”的规划。", id.value),
              fmt::format("There is no plan \"{}\".", id.value)};
  p.remedy = {"运行 wza report plan 可列出所有规划的编号。",
              "wza report plan lists all plans with their ids."};
  return p;
}

/// The wider plan whose table hides the district of this one, by the totals that both publish.
std::optional<Text> plan_that_hides(Tracker &tracker, Plan const &plan, PlanQuery const &query) {
  for (auto const &wider : PlanStore(tracker).plans()) {
    bool const holds = wider.id != plan.id && wider.district != plan.district &&
                       covers_district(wider, plan.district);
    if (!holds) continue;
    PlanQuery about = query;
    about.plan = wider.id;
    about.by = PlanBy::year;
    about.rule.reset();
    about.programme.reset();
    auto const homes = count_homes(tracker, wider, about).homes;
    PlanDistricts const districts(tracker, wider, level_of(plan.district));
    bool all = true;
    auto const table = table_of(districts, columns_of(tracker, wider, PlanBy::year, homes), homes,
                                query.threshold, all);
    auto const row = std::ranges::find_if(
        table.rows, [&](PlanTableRow const &r) { return !r.rest && r.district == plan.district; });
    if (row != table.rows.end() && !row->total) return wider.title;
  }
  return std::nullopt;
}

void hide_all(PlanTable &table) {
  for (auto &row : table.rows) {
    row.total.reset();
    std::ranges::fill(row.cells, ShownCount());
  }
}

Problem no_column(std::string const &column, std::vector<PlanColumn> const &columns) {
  std::vector<std::string> keys;
  for (auto const &one : columns)
    keys.push_back(one.key);
  return {.code = ProblemCode::unknown_code,
          .where = {},
          .field = "column",
          .row = std::nullopt,
          .reason = {fmt::format("表中没有“{}”这一列。", column),
                     fmt::format("The table has no column “{}”.", column)},
          .remedy = {fmt::format("可用的列：{}。", fmt::join(keys, "、")),
                     fmt::format("There are: {}.", fmt::join(keys, ", "))}};
}

/// By its key, its name, or as the header of a CSV has it.
std::optional<std::string> column_key(std::vector<PlanColumn> const &columns, PlanBy by,
                                      std::string const &word) {
  for (auto const &column : columns) {
    if (word == column.key || word == column.name.zh || word == column.name.en ||
        word == fmt::format("{}_{}", key(by), column.key))
      return column.key;
  }
  return std::nullopt;
}

}  // namespace

std::optional<double> rate_of(Promise const &promise, PromiseReading const &reading) {
  double const whole = promise.denominator && promise.indicator.kind == IndicatorKind::rate
                           ? promise.denominator->homes
                           : static_cast<double>(reading.target);
  if (!reading.counted || whole <= 0) return std::nullopt;
  return static_cast<double>(*reading.counted) / whole;
}

Result<PlanReport> plan_report(Tracker &tracker, PlanQuery const &query) {
  PlanStore plans(tracker);
  auto plan = plans.find(query.plan);
  if (!plan) return no_plan(query.plan);
  PlanReport report;
  report.plan = std::move(*plan);
  report.rule = query.rule.value_or(report.plan.rule);
  report.by = query.by;
  report.as_of = query.as_of;
  auto const today = LocalDate::of(tracker.clock().now());
  report.day = query.as_of.day.value_or(query.as_of.known.value_or(today));
  report.threshold = query.threshold;
  auto const counted = count_homes(tracker, report.plan, query);
  report.has_records = !counted.records.empty();
  PlanDistricts const districts(tracker, report.plan, query.level);
  report.table = table_of(districts, columns_of(tracker, report.plan, query.by, counted.homes),
                          counted.homes, query.threshold, report.all_protected);
  if (query.threshold > 0) report.withheld_by = plan_that_hides(tracker, report.plan, query);
  if (report.withheld_by) hide_all(report.table);
  report.promises = Promises(tracker, report, counted).all();
  report.baselines = plans.baselines(report.plan.id);
  report.boundaries = DistrictStore(tracker).boundary_sources();
  if (query.threshold <= 0) {
    report.cautions = cautions_of(tracker, counted);
    report.cautions.corrected_since = corrected_since(tracker, counted.records, query, today);
  }
  return report;
}

Result<std::vector<PlanHome>> plan_homes(Tracker &tracker, PlanQuery const &query,
                                         PlanCell const &cell) {
  auto const plan = PlanStore(tracker).find(query.plan);
  if (!plan) return no_plan(query.plan);
  PlanDistricts const districts(tracker, *plan, query.level);
  auto const row = districts.find(cell.district);
  if (!row) {
    Problem p;
    p.code = ProblemCode::unknown_code;
    p.field = "district";
    p.reason = {fmt::format("表中没有行政区 {}。", cell.district.value),
                fmt::format("The table has no district {}.", cell.district.value)};
    p.remedy = {"请用表中某一行的代码，或用 --level 展开到更低一级。",
                "Give the code of a row of the table, or open narrower rows with --level."};
    return p;
  }
  auto const counted = count_homes(tracker, *plan, query);
  auto homes =
      homes_of(counted.records, cell.set, *plan, query.rule.value_or(plan->rule), query.by);
  auto const columns = columns_of(tracker, *plan, query.by, homes);
  auto const column = cell.column ? column_key(columns, query.by, *cell.column) : std::nullopt;
  if (cell.column && !column) return no_column(*cell.column, columns);
  std::erase_if(homes, [&](PlanHome const &home) {
    if (column && home.column != *column) return true;
    std::size_t at = districts.row_of(home.record.district);
    if (cell.rest) return at != *row;
    while (at != *row && at != 0)
      at = districts.rows()[at].parent;
    return at != *row;
  });
  return homes;
}

}  // namespace wza::gis
