// SPDX-License-Identifier: Apache-2.0
// A plan's monitoring table (规划监测表) of a year, of half-way, or of the end: what was accepted
// in each of its years and up to it, and whether the promise is kept. Every number is one of
// plan_report(), or follows from its shown ones alone, so that what it hides stays hidden.
#pragma once

#include "gis/retrofit/plan_report.h"

#include <map>
#include <optional>
#include <vector>

namespace wza::gis {

enum class MonitorKind : std::uint8_t { yearly, mid_term, at_end };

/// kept: of a final table, the target is reached; of a mid-term one, what is due by that day is.
/// A promise whose last day has not come, or whose count is hidden or has no denominator, cannot be
/// told; nor any where the tracker has no home of the district.
enum class Verdict : std::uint8_t { kept, not_kept, unknown };
}  // namespace wza::gis
template <>
struct wza::Names<wza::gis::MonitorKind> {
  static constexpr std::array kAll{
      Name{wza::gis::MonitorKind::yearly, "yearly", "年度", "Yearly"},
      Name{wza::gis::MonitorKind::mid_term, "mid-term", "中期", "Mid-term"},
      Name{wza::gis::MonitorKind::at_end, "final", "终期", "Final"},
  };
};
static_assert(wza::covers(wza::gis::MonitorKind::at_end));
template <>
struct wza::Names<wza::gis::Verdict> {
  static constexpr std::array kAll{
      Name{wza::gis::Verdict::kept, "kept", "兑现", "Kept"},
      Name{wza::gis::Verdict::not_kept, "not_kept", "未兑现", "Not kept"},
      Name{wza::gis::Verdict::unknown, "unknown", "无法判断", "Cannot be told"},
  };
};
static_assert(wza::covers(wza::gis::Verdict::unknown));

namespace wza::gis {

/// The year at whose end, or within which, half of the plan's days are over: 2023 of 2021 to 2025,
/// 2022 of 2021 to 2024.
int middle_year(Plan const &plan);

/// The day that a table stands at unless another is asked for: the last of the middle year or of
/// the plan, or today where that is earlier; of a yearly one today, or the plan's last day.
LocalDate monitor_day(Plan const &plan, MonitorKind kind, LocalDate today);

/// Homes of a row of a report by year, accepted from the plan's first year to the end of each of
/// its years; nothing where a hidden count would be told. Precondition: the report is by year.
std::vector<ShownCount> cumulative_counts(PlanReport const &report, PlanTableRow const &row);

/// A year of a report's columns has begun by its day; later ones hold no count yet.
bool has_begun(PlanReport const &report, int year);

/// A promise of the same indicator, of homes, in the plan of the same years of a district below.
using OwnTargets = std::map<DistrictCode, std::int64_t>;

struct PlanMonitor {
  MonitorKind kind{};
  PlanReport report;  ///< by year
  int middle = 0;     ///< middle_year()
  /// Beside report.promises: what plans of districts below promise themselves, by district.
  std::vector<OwnTargets> own_targets;
};

/// Precondition: the table is not a yearly one.
Verdict verdict_of(PlanMonitor const &monitor, PromiseReading const &reading);

/// `query.as_of.day` is monitor_day() where nobody said one; `query.by` is the year. Problem: no
/// such plan.
Result<PlanMonitor> plan_monitor(Tracker &tracker, PlanQuery query, MonitorKind kind);

}  // namespace wza::gis
