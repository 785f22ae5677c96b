// SPDX-License-Identifier: Apache-2.0
// Which homes a plan counts, each once, and where they stand in its table. Private to gis/retrofit.
#pragma once

#include "db/store/districts.h"
#include "gis/retrofit/plan_report.h"

#include <map>
#include <set>

namespace wza::gis {

struct CountedHomes {
  std::vector<PlanHome> homes;      ///< by id; each home once
  std::vector<HomeRecord> records;  ///< all records of the plan's district, whatever their state
  std::int64_t undated = 0, left_undated = 0, repeated = 0;
};

/// The key under which a record counts once.
std::string home_key(HomeRecord const &record, CountRule rule);

/// Whether the plan's district is, or holds, `district`.
bool covers_district(Plan const &plan, DistrictCode const &district);

/// The homes of a set, each once, by id; `record` is the one accepted first.
std::vector<PlanHome> homes_of(std::vector<HomeRecord> const &records, PlanSet set,
                               Plan const &plan, CountRule rule, PlanBy by = PlanBy::year);

/// Accepted homes of the plan's district and years.
CountedHomes count_homes(Tracker &tracker, Plan const &plan, PlanQuery const &query);

/// The districts that have rows, and which row a home belongs to.
class PlanDistricts {
 public:
  PlanDistricts(Tracker &tracker, Plan const &plan, std::optional<DistrictLevel> level);

  struct Row {
    DistrictCode code;
    std::string name;
    DistrictLevel level{};
    int depth = 0;
    std::size_t parent = 0;  ///< of the first row, itself
    bool leaf = true;
  };
  /// Parents before their children; the first is the plan's own.
  std::vector<Row> const &rows() const { return m_rows; }
  /// The narrowest row that holds `district`.
  std::size_t row_of(DistrictCode const &district) const;
  std::optional<std::size_t> find(DistrictCode const &code) const;

 private:
  std::vector<Row> m_rows;
  std::map<DistrictCode, std::size_t> m_at;
};

/// The columns that `homes` fill (all years of the plan, whether filled or not).
std::vector<PlanColumn> columns_of(Tracker &tracker, Plan const &plan, PlanBy by,
                                   std::vector<PlanHome> const &homes);

/// Counts the homes of each row and column, and hides what query.threshold asks for; false in
/// `all_protected` where that was not possible everywhere.
PlanTable table_of(PlanDistricts const &districts, std::vector<PlanColumn> columns,
                   std::vector<PlanHome> const &homes, std::int64_t threshold, bool &all_protected);

}  // namespace wza::gis
