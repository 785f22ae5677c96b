// SPDX-License-Identifier: Apache-2.0
// The monthly report of a district (月报): what was inspected, what is wrong and what was mended,
// homes and money against the plan, web sites; beside the month before. Names of homes never stand
// in it.
#pragma once

#include "audit/report/paper.h"
#include "db/store/district_month.h"
#include "gis/retrofit/month_homes.h"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace wza::audit {

struct MonthlyOrder {
  DistrictCode district;
  std::chrono::year_month month;
  std::optional<LocalDate> known;  ///< only from what was recorded by the end of this day
  bool publish = false;            ///< leaves out all counts of homes
};

struct MonthlyReport {
  MonthlyOrder order;
  std::string district_name;
  LocalDate first, last;  ///< of the month; the last is today where the month is not over
  bool whole = true;      ///< the month is over
  DistrictMonth now, before;
  gis::MonthHomes homes;
  std::vector<std::string> boundaries;
};

/// "2024-05".
std::optional<std::chrono::year_month> month_of(std::string_view text);

/// Problem: no such district, or a month that has not begun.
Result<MonthlyReport> monthly_report(Tracker &tracker, MonthlyOrder const &order);

Paper monthly_paper(MonthlyReport const &report, Lang lang);

/// JSON, one object a line, told apart by "row": "month" (schema wza.monthly/1), "visits",
/// "findings", "type", "extent", "unit", "homes", "promise", "money", "web".
std::string monthly_json(MonthlyReport const &report);

}  // namespace wza::audit
