// SPDX-License-Identifier: Apache-2.0
// A plan's progress page: each promise in each way it can be read, and the accepted homes by
// district and by one other thing. A home counts once, by the plan's own rule, in the district and
// year of its first acceptance within the plan's years. Every number is the length of a list that
// plan_homes() gives.
#pragma once

#include "db/base/error.h"
#include "db/model/district.h"
#include "db/model/plan.h"
#include "db/store/home_history.h"
#include "gis/retrofit/plan_pace.h"

#include <optional>
#include <string>
#include <vector>

namespace wza::gis {

/// What the columns of the table are.
enum class PlanBy : std::uint8_t { year, programme, category, grade, money };
}  // namespace wza::gis
template <>
struct wza::Names<wza::gis::PlanBy> {
  static constexpr std::array kAll{
      Name{wza::gis::PlanBy::year, "year", "验收年份", "Year of acceptance"},
      Name{wza::gis::PlanBy::programme, "programme", "项目", "Programme"},
      Name{wza::gis::PlanBy::category, "category", "残疾类别", "Category of disability"},
      Name{wza::gis::PlanBy::grade, "grade", "残疾等级", "Grade"},
      Name{wza::gis::PlanBy::money, "money", "资金来源", "Source of money"},
  };
};
static_assert(wza::covers(wza::gis::PlanBy::money));

namespace wza::gis {

struct PlanQuery {
  PlanId plan;
  AsOf as_of;
  PlanBy by = PlanBy::year;
  std::optional<DistrictLevel> level;  ///< the narrowest that has rows; default one below the plan
  std::optional<std::string> programme;  ///< only homes of this one
  std::optional<CountRule> rule;         ///< in place of the plan's own
  /// For publishing: counts below this are hidden, with what protects them; 0 hides nothing.
  std::int64_t threshold = 0;
};

inline constexpr std::string_view kUnknown = "unknown";  ///< column of homes that nobody said it of
inline constexpr std::string_view kSeveral = "several";  ///< column of homes with more than one

struct PlanColumn {
  std::string key;  ///< "2023", "4", the programme's name, kUnknown, kSeveral
  Text name;
};

/// A count, or nothing where it is hidden.
using ShownCount = std::optional<std::int64_t>;

struct PlanTableRow {
  DistrictCode district;
  std::string name;
  DistrictLevel level{};
  int depth = 0;                  ///< 0 for the plan's own district
  bool rest = false;              ///< homes of the district that no row below it has
  std::vector<ShownCount> cells;  ///< beside PlanTable::columns
  ShownCount total;
};

struct PlanTable {
  std::vector<PlanColumn> columns;
  std::vector<PlanTableRow> rows;  ///< parents before their children; the first is the whole
};

/// A promise in one of its readings.
struct PromiseReading {
  TargetReading reading{};
  std::int64_t target = 0;  ///< homes; of a coverage, the share of the denominator rounded up
  ShownCount counted;
  std::optional<Pace> pace;  ///< nothing where `counted` is hidden
};

struct Promise {
  Target target;
  Indicator indicator;
  std::optional<Denominator> denominator;  ///< of a coverage
  bool own_denominator = false;            ///< the homes that the tracker itself has as in need
  std::vector<PromiseReading> readings;    ///< none where the tracker does not count it
};

/// What a reader must know beside the numbers; each a count of homes or records.
struct PlanCautions {
  std::int64_t undated = 0;        ///< accepted, and nobody said when: in no year, not counted
  std::int64_t left_undated = 0;   ///< records that left, nobody said when: in need on no day
  std::int64_t repeated = 0;       ///< further records of homes that are counted once
  std::int64_t shared_places = 0;  ///< counted homes whose place another counted home has
  std::int64_t not_severe = 0;     ///< counted homes of grade three or four
  std::int64_t grade_unknown = 0;
  std::int64_t no_acceptance = 0;    ///< counted homes without any evidence of their acceptance
  std::int64_t corrected_since = 0;  ///< records whose state on that day was corrected afterwards
};

struct PlanReport {
  Plan plan;
  CountRule rule{};
  PlanBy by{};
  AsOf as_of;
  LocalDate day;  ///< as_of.day, else today
  std::vector<Promise> promises;
  std::vector<Baseline> baselines;
  PlanTable table;
  PlanCautions cautions;                ///< all 0 where a threshold is asked for
  std::vector<std::string> boundaries;  ///< "source (date)"; empty where no boundary is known
  /// The tracker has a home of the district in some state; without any, a count of 0 says nothing.
  bool has_records = true;
  std::int64_t threshold = 0;
  bool all_protected = true;  ///< hiding found a way for each small count
  /// For publishing: a wider plan whose published table hides this plan's district. What this plan
  /// counts would tell it by subtraction, so nothing is shown.
  std::optional<Text> withheld_by;
};

/// What a reading has come to: of a coverage, counted / denominator; else counted / target. Nothing
/// where the count is hidden.
std::optional<double> rate_of(Promise const &promise, PromiseReading const &reading);

/// Problem: no such plan.
Result<PlanReport> plan_report(Tracker &tracker, PlanQuery const &query);

/// Which homes a number of the page counts.
enum class PlanSet : std::uint8_t {
  counted,    ///< those of the table: accepted in the plan's years
  all_years,  ///< those ever accepted, up to the plan's last year
  in_need,    ///< the denominator that the tracker itself has
};
}  // namespace wza::gis
template <>
struct wza::Names<wza::gis::PlanSet> {
  static constexpr std::array kAll{
      Name{wza::gis::PlanSet::counted, "counted", "规划期内验收", "Accepted in the plan's years"},
      Name{wza::gis::PlanSet::all_years, "all_years", "历年验收", "Accepted in all years"},
      Name{wza::gis::PlanSet::in_need, "in_need", "有需要的户", "In need"},
  };
};
static_assert(wza::covers(wza::gis::PlanSet::in_need));

namespace wza::gis {

/// One cell: a row of the table and one of its columns, or the row's total.
struct PlanCell {
  DistrictCode district;
  bool rest = false;
  std::optional<std::string> column;  ///< key or name of a column; "year_2023" as a CSV has it
  PlanSet set = PlanSet::counted;
};

/// One home of a cell: the record by which it counts.
struct PlanHome {
  HomeRecord record;
  std::string column;  ///< key of the column it stands in
  int records = 1;     ///< how many records of the plan's years are this home
};

/// The homes behind one cell, by id; as many as the cell says. Problem: no such plan, row or
/// column.
Result<std::vector<PlanHome>> plan_homes(Tracker &tracker, PlanQuery const &query,
                                         PlanCell const &cell);

}  // namespace wza::gis
