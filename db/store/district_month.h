// SPDX-License-Identifier: Apache-2.0
// What happened in a district in one month: visits to facilities, findings, runs over web sites.
// Visits and findings are placed by the day on which somebody was there or tested, whenever that
// was recorded; what was recorded after a day can be left out.
#pragma once

#include "db/base/text.h"
#include "db/model/inspection.h"
#include "db/store/overview.h"
#include "db/store/tracker.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace wza {

struct DistrictMonthQuery {
  DistrictCode district;           ///< with all below it
  LocalDate first, last;           ///< days of the month; `last` may be today
  std::optional<LocalDate> known;  ///< only what was recorded by the end of this day
};

/// Visits in the month.
struct MonthVisits {
  std::int64_t visits = 0;
  std::int64_t places = 0;  ///< facilities visited at least once
  std::array<std::int64_t, Names<AccessState>::kAll.size()> by_access{};
  std::int64_t not_let_in() const {
    return visits - by_access[static_cast<std::size_t>(AccessState::allowed)];
  }
};

/// Findings by severity. A finding that comes into a state twice in a month counts once in it.
struct MonthFindings {
  SeverityCounts found, mended, reopened;
  SeverityCounts open;       ///< at the end of `last`
  std::int64_t overdue = 0;  ///< of them, those whose deadline had passed
};

struct MonthOfType {
  PlaceTypeCode type;
  Text name;
  MonthVisits visits;
  MonthFindings findings;
};

struct MonthOfUnit {
  std::string name;  ///< "": facilities without a known owner
  std::int64_t open = 0, serious = 0, overdue = 0;
};

/// How much does not conform, of findings open at the end of the month, where somebody recorded it:
/// 121 m of paving. As it stands now.
struct MonthExtent {
  Text criterion;    ///< what was measured
  std::string unit;  ///< "m", "m²", "个"
  double sum = 0;
  std::int64_t findings = 0;
};

struct DistrictMonth {
  MonthVisits visits;
  MonthFindings facilities, web;
  std::int64_t sites = 0;            ///< web sites of the district that are known
  std::int64_t runs = 0;             ///< crawls in the month that tested a page of them
  std::int64_t pages = 0;            ///< pages tested in the month
  std::vector<MonthOfType> types;    ///< of places that were visited or have open findings, by code
  std::vector<MonthExtent> extents;  ///< by criterion and unit
  std::vector<MonthOfUnit> units;    ///< with open findings, most first, then by name
};

DistrictMonth district_month(Tracker &tracker, DistrictMonthQuery const &query);

}  // namespace wza
