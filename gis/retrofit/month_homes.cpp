// SPDX-License-Identifier: Apache-2.0
#include "gis/retrofit/month_homes.h"

#include "db/store/plans.h"
#include "gis/retrofit/plan_count.h"

#include <algorithm>
#include <cassert>
#include <map>

namespace wza::gis {
namespace {

using std::chrono::year_month;

/// Columns of the tables; the year to date is their sum.
constexpr char const *kMonth = "month", *kPrevious = "previous", *kYear = "year",
                     *kBefore = "before";

class Months {
 public:
  explicit Months(year_month month) : m_month(month), m_previous(month - std::chrono::months(1)) {}

  char const *column_of(LocalDate day) const {
    year_month const of(day.value.year(), day.value.month());
    if (of == m_month) return kMonth;
    if (of == m_previous) return kPrevious;
    return of.year() == m_month.year() ? kYear : kBefore;
  }
  std::vector<PlanColumn> columns() const {
    return {{kMonth, {}}, {kPrevious, {}}, {kYear, {}}, {kBefore, {}}};
  }
  MonthCount count(PlanTableRow const &row) const {
    auto year =
        row.cells[0] && row.cells[2] ? ShownCount(*row.cells[0] + *row.cells[2]) : std::nullopt;
    if (m_previous.year() == m_month.year())
      year = year && row.cells[1] ? ShownCount(*year + *row.cells[1]) : std::nullopt;
    return {row.cells[0], row.cells[1], year};
  }
  bool in_year(LocalDate day) const { return day.value.year() == m_month.year(); }

 private:
  year_month m_month, m_previous;
};

/// The plan of the district with a promise of homes in this year, else any plan of the year.
std::optional<Plan> plan_of(Tracker &tracker, DistrictCode const &district, int year) {
  PlanStore plans(tracker);
  std::optional<Plan> found;
  for (auto const &plan : plans.plans_of(district)) {
    if (year < plan.from_year || year > plan.to_year) continue;
    for (auto const &target : plans.targets(plan.id)) {
      auto const indicator = plans.indicator(target.indicator);
      if (indicator && indicator->numerator == Counted::accepted_homes) return plan;
    }
    if (!found) found = plan;
  }
  return found;
}

/// Each home once, by its first application of this year or the month before.
std::vector<PlanHome> applications(CountedHomes const &counted, CountRule rule,
                                   Months const &months) {
  std::map<std::string, PlanHome> first;
  for (auto const &record : counted.records) {
    if (!record.applied_on) continue;
    PlanHome home{record, months.column_of(*record.applied_on), 1};
    if (home.column == kBefore) continue;
    auto const [at, is_new] = first.emplace(home_key(record, rule), home);
    if (!is_new && *record.applied_on < *at->second.record.applied_on) at->second = home;
  }
  std::vector<PlanHome> homes;
  for (auto &[key, home] : first)
    homes.push_back(std::move(home));
  return homes;
}

void add_money(MonthMoney &money, HomeRecord const &record) {
  ++money.homes;
  money.planned_fen += record.planned_fen.value_or(0);
  money.paid_fen += record.paid_fen.value_or(0);
  if (!record.planned_fen) ++money.without_planned;
  if (!record.paid_fen) ++money.without_paid;
}

/// A row of both tables for each district, or part of one, that one of them has.
std::vector<MonthRow> rows_of(PlanTable const &accepted, PlanTable const &applied,
                              Months const &months, bool planned) {
  std::vector<MonthRow> rows;
  std::map<std::pair<DistrictCode, bool>, std::size_t> at;
  auto const row_of = [&](PlanTableRow const &from) -> MonthRow & {
    auto const [place, is_new] = at.emplace(std::pair(from.district, from.rest), rows.size());
    if (is_new) {
      MonthCount const none{0, 0, 0};
      rows.push_back({from.district, from.name, from.depth, from.rest, none, none, ShownCount(0)});
    }
    return rows[place->second];
  };
  for (auto const &row : accepted.rows) {
    auto &to = row_of(row);
    to.accepted = months.count(row);
    to.in_plan = planned ? row.total : std::nullopt;
  }
  for (auto const &row : applied.rows)
    row_of(row).applied = months.count(row);
  return rows;
}

void set_money(MonthHomes &out, std::vector<PlanHome> const &homes, Months const &months) {
  out.month_money.emplace();
  out.year_money.emplace();
  for (auto const &home : homes) {
    if (home.column == kMonth) add_money(*out.month_money, home.record);
    if (months.in_year(*home.record.accepted_on)) add_money(*out.year_money, home.record);
  }
}

}  // namespace

Result<MonthHomes> month_homes(Tracker &tracker, MonthQuery const &query) {
  assert(query.as_of.day);
  int const year = static_cast<int>(query.month.year());
  Months const months(query.month);
  MonthHomes out;
  PlanQuery of_plan;
  of_plan.as_of = query.as_of;
  auto plan = plan_of(tracker, query.district, year);
  if (plan) {
    of_plan.plan = plan->id;
    auto report = plan_report(tracker, of_plan);
    if (!report) return report.problem();
    out.plan = *std::move(report);
    out.rule = plan->rule;
  } else {
    plan.emplace();  // no promise: what was accepted in this year and the month before counts
    plan->district = query.district;
    plan->from_year = year - 1;
    plan->to_year = year;
  }
  auto counted = count_homes(tracker, *plan, of_plan);
  for (auto &home : counted.homes)
    home.column = months.column_of(*home.record.accepted_on);
  PlanDistricts const districts(tracker, *plan, {});
  auto applied = applications(counted, out.rule, months);
  bool protects = true;
  auto const accepted_table = table_of(districts, months.columns(), counted.homes, 0, protects);
  auto const applied_table = table_of(districts, months.columns(), applied, 0, protects);
  out.rows = rows_of(accepted_table, applied_table, months, out.plan.has_value());
  set_money(out, counted.homes, months);
  return out;
}

MonthHomes without_counts(MonthHomes homes) {
  homes.plan.reset();
  homes.month_money.reset();
  homes.year_money.reset();
  for (auto &row : homes.rows) {
    row.applied = row.accepted = {};
    row.in_plan.reset();
  }
  return homes;
}

}  // namespace wza::gis
