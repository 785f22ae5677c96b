// SPDX-License-Identifier: Apache-2.0
// The homes of a district in one month and its year: applied and accepted, by the districts below,
// each home once by the rule of the district's plan, as plan_report() counts; and the money of
// those accepted.
#pragma once

#include "gis/retrofit/plan_report.h"

#include <chrono>
#include <optional>
#include <vector>

namespace wza::gis {

struct MonthQuery {
  DistrictCode district;
  std::chrono::year_month month;
  AsOf as_of;  ///< the day is the last that counts
};

/// Homes of a row in the month, in the month before it, and in the year up to `as_of.day`.
struct MonthCount {
  ShownCount month, previous, year;
};

struct MonthRow {
  DistrictCode district;
  std::string name;
  int depth = 0;
  bool rest = false;  ///< homes of the district that no row below it has
  MonthCount applied, accepted;
  ShownCount in_plan;  ///< accepted since the plan began; nothing without a plan, too
};

/// Money of the homes that were accepted, by the record by which each counts; hundredths of a yuan.
struct MonthMoney {
  std::int64_t planned_fen = 0, paid_fen = 0;
  std::int64_t homes = 0, without_planned = 0, without_paid = 0;
};

struct MonthHomes {
  std::optional<PlanReport> plan;  ///< of the district, whose years the month is in
  CountRule rule = CountRule::person;
  std::vector<MonthRow> rows;  ///< the district first, then those one level below it
  std::optional<MonthMoney> month_money, year_money;  ///< nothing: not published
};

/// What of it may be published: the districts without any count. Counts of successive months, or of
/// a month and of a plan's published table, could be subtracted from each other.
MonthHomes without_counts(MonthHomes homes);

/// Precondition: `as_of.day` is in the month. Problem: a plan cannot be read.
Result<MonthHomes> month_homes(Tracker &tracker, MonthQuery const &query);

}  // namespace wza::gis
