// SPDX-License-Identifier: Apache-2.0
#include "gis/retrofit/plan_monitor.h"

#include <gtest/gtest.h>

namespace wza::gis {
namespace {

Plan plan_of(int from, int to) {
  Plan plan;
  plan.from_year = from;
  plan.to_year = to;
  return plan;
}
LocalDate day(char const *text) {
  return *LocalDate::parse(text);
}

TEST(PlanMonitor, HalfWayIsTheYearInWhichHalfOfThePlanIsOver) {
  EXPECT_EQ(middle_year(plan_of(2021, 2025)), 2023);
  EXPECT_EQ(middle_year(plan_of(2021, 2024)), 2022);
  EXPECT_EQ(middle_year(plan_of(2024, 2025)), 2024);
  EXPECT_EQ(middle_year(plan_of(2025, 2025)), 2025);
}

TEST(PlanMonitor, StandsAtTheLastDayThatHasCome) {
  auto const plan = plan_of(2021, 2025);
  EXPECT_EQ(monitor_day(plan, MonitorKind::mid_term, day("2026-11-22")), day("2023-12-31"));
  EXPECT_EQ(monitor_day(plan, MonitorKind::mid_term, day("2023-06-30")), day("2023-06-30"));
  EXPECT_EQ(monitor_day(plan, MonitorKind::at_end, day("2026-11-22")), day("2025-12-31"));
  EXPECT_EQ(monitor_day(plan, MonitorKind::yearly, day("2024-02-01")), day("2024-02-01"));
}

/// The row of `counts` with those hidden whose bit is set; the highest bit is the total's.
PlanTableRow row_of(std::vector<std::int64_t> const &counts, unsigned hidden) {
  PlanTableRow row;
  std::int64_t total = 0;
  for (std::size_t c = 0; c < counts.size(); ++c) {
    total += counts[c];
    row.cells.push_back((hidden >> c & 1U) != 0 ? ShownCount() : ShownCount(counts[c]));
  }
  row.total = (hidden >> counts.size() & 1U) != 0 ? ShownCount() : ShownCount(total);
  return row;
}

TEST(PlanMonitor, WhatIsShownUpToAYearDoesNotHangOnWhatIsHidden) {
  PlanReport report;
  report.by = PlanBy::year;
  std::vector<std::int64_t> const counts{5, 7, 11, 13};
  EXPECT_EQ(cumulative_counts(report, row_of(counts, 0)), (std::vector<ShownCount>{5, 12, 23, 36}));
  for (unsigned hidden = 0; hidden < 32; ++hidden) {
    auto const shown = cumulative_counts(report, row_of(counts, hidden));
    for (std::size_t a = 0; a < 4; ++a) {
      for (std::size_t b = 0; b < 4; ++b) {
        if ((hidden >> a & 1U) == 0 || (hidden >> b & 1U) == 0) continue;
        auto others = counts;  // the same to a reader: one home moves between hidden cells
        ++others[a];
        --others[b];
        EXPECT_EQ(cumulative_counts(report, row_of(others, hidden)), shown) << hidden;
      }
    }
  }
  // A hidden year behind shown ones leaves the sums before it, and the total the last.
  EXPECT_EQ(cumulative_counts(report, row_of(counts, 0b100)),
            (std::vector<ShownCount>{5, 12, 23, 36}))
      << "one hidden cell alone follows from the total: hiding it is no matter of this function";
  EXPECT_EQ(cumulative_counts(report, row_of(counts, 0b0110)),
            (std::vector<ShownCount>{5, std::nullopt, 23, 36}));
}

TEST(PlanMonitor, TheVerdictWaitsForTheLastDay) {
  PlanMonitor monitor;
  auto const verdict = [&](std::int64_t counted, char const *on, MonitorKind kind) {
    monitor.kind = kind;
    PromiseReading reading{TargetReading::newly, 100, counted, {}};
    reading.pace = pace_of({100, counted, 0, 0, 2021, 2025, day(on)});
    return verdict_of(monitor, reading);
  };
  EXPECT_EQ(verdict(100, "2024-06-30", MonitorKind::at_end), Verdict::kept);
  EXPECT_EQ(verdict(99, "2025-12-30", MonitorKind::at_end), Verdict::unknown);
  EXPECT_EQ(verdict(99, "2025-12-31", MonitorKind::at_end), Verdict::not_kept);
  // 2023-12-31 is day 1095 of 1826: 59 of 100 homes are due.
  EXPECT_EQ(verdict(59, "2023-12-31", MonitorKind::mid_term), Verdict::kept);
  EXPECT_EQ(verdict(58, "2023-12-31", MonitorKind::mid_term), Verdict::not_kept);
  monitor.kind = MonitorKind::at_end;
  EXPECT_EQ(verdict_of(monitor, {TargetReading::newly, 100, std::nullopt, {}}), Verdict::unknown);
  monitor.report.has_records = false;
  EXPECT_EQ(verdict(0, "2025-12-31", MonitorKind::at_end), Verdict::unknown) << "no data is no 0";
}

}  // namespace
}  // namespace wza::gis
