// SPDX-License-Identifier: Apache-2.0
#include "gis/retrofit/plan_monitor.h"

#include "db/store/plans.h"

#include <algorithm>
#include <cassert>
#include <chrono>
#include <cmath>

namespace wza::gis {
namespace {

LocalDate last_day_of(int year) {
  using namespace std::chrono;
  return {std::chrono::year(year) / December / 31};
}

OwnTargets own_targets(PlanStore &plans, PlanReport const &report, Promise const &promise) {
  OwnTargets out;
  if (promise.readings.empty() || promise.indicator.kind == IndicatorKind::rate) return out;
  for (auto const &plan : plans.plans()) {
    bool const has_row =
        std::any_of(report.table.rows.begin() + 1, report.table.rows.end(),
                    [&](PlanTableRow const &row) { return row.district == plan.district; });
    if (!has_row || plan.from_year != report.plan.from_year || plan.to_year != report.plan.to_year)
      continue;
    for (auto const &target : plans.targets(plan.id)) {
      if (target.indicator == promise.indicator.id && target.year == promise.target.year)
        out.emplace(plan.district, std::llround(target.value));
    }
  }
  return out;
}

}  // namespace

int middle_year(Plan const &plan) {
  return plan.from_year + (plan.to_year - plan.from_year) / 2;
}

LocalDate monitor_day(Plan const &plan, MonitorKind kind, LocalDate today) {
  int const year = kind == MonitorKind::mid_term ? middle_year(plan) : plan.to_year;
  return std::min(today, last_day_of(year));
}

std::vector<ShownCount> cumulative_counts(PlanReport const &report, PlanTableRow const &row) {
  assert(report.by == PlanBy::year);
  std::vector<ShownCount> sums(row.cells.size());
  ShownCount sum = 0;
  for (std::size_t c = 0; c < row.cells.size(); ++c) {
    sum = sum && row.cells[c] ? ShownCount(*sum + *row.cells[c]) : std::nullopt;
    sums[c] = sum;
  }
  // From the end, as far as what comes later is shown.
  sum = row.total;
  for (std::size_t c = row.cells.size(); c-- > 0 && sum;) {
    sums[c] = sum;
    sum = row.cells[c] ? ShownCount(*sum - *row.cells[c]) : std::nullopt;
  }
  return sums;
}

bool has_begun(PlanReport const &report, int year) {
  return year <= report.day.year();
}

Verdict verdict_of(PlanMonitor const &monitor, PromiseReading const &reading) {
  assert(monitor.kind != MonitorKind::yearly);
  if (!monitor.report.has_records || !reading.counted || !reading.pace) return Verdict::unknown;
  auto const &pace = *reading.pace;
  if (pace.standing == Standing::reached) return Verdict::kept;
  if (pace.standing == Standing::missed) return Verdict::not_kept;
  if (monitor.kind == MonitorKind::at_end) return Verdict::unknown;
  return *reading.counted >= pace.due ? Verdict::kept : Verdict::not_kept;
}

Result<PlanMonitor> plan_monitor(Tracker &tracker, PlanQuery query, MonitorKind kind) {
  PlanStore plans(tracker);
  query.by = PlanBy::year;
  if (auto const plan = plans.find(query.plan); plan && !query.as_of.day) {
    auto const today = query.as_of.known.value_or(LocalDate::of(tracker.clock().now()));
    query.as_of.day = monitor_day(*plan, kind, today);
  }
  auto report = plan_report(tracker, query);
  if (!report) return report.problem();
  PlanMonitor monitor{kind, *std::move(report), 0, {}};
  monitor.middle = middle_year(monitor.report.plan);
  for (auto const &promise : monitor.report.promises)
    monitor.own_targets.push_back(own_targets(plans, monitor.report, promise));
  return monitor;
}

}  // namespace wza::gis
