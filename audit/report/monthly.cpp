// SPDX-License-Identifier: Apache-2.0
#include "audit/report/monthly.h"

#include "audit/cli/usage.h"
#include "audit/report/csv.h"
#include "audit/report/json_values.h"
#include "audit/report/plan_rows.h"
#include "db/store/districts.h"

#include <fmt/format.h>

#include <charconv>

namespace wza::audit {
namespace {

using Json = nlohmann::ordered_json;
using std::chrono::year_month;

std::string words_of(year_month month) {
  return fmt::format("{:04}-{:02}", static_cast<int>(month.year()),
                     static_cast<unsigned>(month.month()));
}

LocalDate first_of(year_month month) {
  return {month / std::chrono::day(1)};
}
LocalDate last_of(year_month month) {
  return {std::chrono::year_month_day(month / std::chrono::last)};
}

Problem refused(std::string field, std::string where, Text reason, Text remedy) {
  return {ProblemCode::unknown_code, std::move(where), std::move(field), std::nullopt,
          std::move(reason),         std::move(remedy)};
}

Json findings_json(MonthFindings const &findings) {
  return {{"found", counts_json(findings.found)},
          {"mended", counts_json(findings.mended)},
          {"reopened", counts_json(findings.reopened)},
          {"open", counts_json(findings.open)},
          {"overdue", findings.overdue}};
}

Json visits_json(MonthVisits const &visits) {
  Json json{
      {"visits", visits.visits}, {"places", visits.places}, {"not_let_in", visits.not_let_in()}};
  for (auto const &name : Names<AccessState>::kAll)
    json[std::string(name.key)] = visits.by_access[static_cast<std::size_t>(name.value)];
  return json;
}

Json homes_json(gis::MonthRow const &row) {
  auto const count = [](gis::MonthCount const &c) {
    return Json{{"month", optional_json(c.month)},
                {"previous", optional_json(c.previous)},
                {"year", optional_json(c.year)}};
  };
  return {{"row", "homes"},
          {"district", row.district.value},
          {"name", row.name},
          {"rest", row.rest},
          {"applied", count(row.applied)},
          {"accepted", count(row.accepted)},
          {"in_plan", optional_json(row.in_plan)}};
}

Json money_json(std::string_view period, gis::MonthMoney const &money) {
  return {{"row", "money"},
          {"period", period},
          {"homes", money.homes},
          {"planned_yuan", static_cast<double>(money.planned_fen) / 100},
          {"paid_yuan", static_cast<double>(money.paid_fen) / 100},
          {"without_planned", money.without_planned},
          {"without_paid", money.without_paid}};
}

Json with(Json head, Json const &more) {
  head.update(more);
  return head;
}

void add_month(std::vector<Json> &rows, std::string_view period, DistrictMonth const &month) {
  rows.push_back(with({{"row", "visits"}, {"period", period}}, visits_json(month.visits)));
  rows.push_back(with({{"row", "findings"}, {"period", period}, {"kind", "facility"}},
                      findings_json(month.facilities)));
  rows.push_back(
      with({{"row", "findings"}, {"period", period}, {"kind", "web"}}, findings_json(month.web)));
  rows.push_back({{"row", "web"},
                  {"period", period},
                  {"sites", month.sites},
                  {"runs", month.runs},
                  {"pages", month.pages}});
}

}  // namespace

std::optional<year_month> month_of(std::string_view text) {
  if (text.size() != 7 || text[4] != '-') return std::nullopt;
  auto const day = LocalDate::parse(std::string(text) + "-01");
  return day ? std::optional(year_month(day->value.year(), day->value.month())) : std::nullopt;
}

Result<MonthlyReport> monthly_report(Tracker &tracker, MonthlyOrder const &order) {
  DistrictStore districts(tracker);
  auto const district = districts.find(order.district);
  if (!district) {
    return no_district("--district", order.district.value);
  }
  auto const today = LocalDate::of(tracker.clock().now());
  MonthlyReport report;
  report.order = order;
  report.district_name = district->name;
  report.first = first_of(order.month);
  if (report.first > today) {
    return refused(
        "--month", words_of(order.month), {"这个月还没有开始。", "This month has not begun."},
        {"请写已经开始的月份，如 2024-05。", "Give a month that has begun, as 2024-05."});
  }
  report.last = std::min(last_of(order.month), today);
  report.whole = report.last == last_of(order.month);
  auto const before = order.month - std::chrono::months(1);
  report.now = district_month(tracker, {order.district, report.first, report.last, order.known});
  report.before =
      district_month(tracker, {order.district, first_of(before), last_of(before), order.known});
  auto homes = gis::month_homes(tracker, {order.district, order.month, {report.last, order.known}});
  if (!homes) return homes.problem();
  report.homes = order.publish ? gis::without_counts(*std::move(homes)) : *std::move(homes);
  report.boundaries = districts.boundary_sources();
  return report;
}

std::string monthly_json(MonthlyReport const &report) {
  std::vector<Json> rows{{{"row", "month"},
                          {"district", report.order.district.value},
                          {"name", report.district_name},
                          {"month", words_of(report.order.month)},
                          {"as_of", report.last.iso()},
                          {"whole", report.whole},
                          {"known_on", day_json(report.order.known)},
                          {"rule", key(report.homes.rule)},
                          {"boundaries", report.boundaries},
                          {"published", report.order.publish}}};
  add_month(rows, "month", report.now);
  add_month(rows, "previous", report.before);
  for (auto const &type : report.now.types) {
    rows.push_back(with({{"row", "type"}, {"type", type.type.value}, {"name", type.name.zh}},
                        with(visits_json(type.visits), findings_json(type.findings))));
  }
  for (auto const &extent : report.now.extents) {
    rows.push_back({{"row", "extent"},
                    {"criterion", extent.criterion.zh},
                    {"extent", extent.sum},
                    {"unit", extent.unit},
                    {"findings", extent.findings}});
  }
  for (auto const &unit : report.now.units) {
    rows.push_back({{"row", "unit"},
                    {"unit", unit.name.empty() ? Json() : Json(unit.name)},
                    {"open", unit.open},
                    {"serious", unit.serious},
                    {"overdue", unit.overdue}});
  }
  for (auto const &row : report.homes.rows)
    rows.push_back(homes_json(row));
  if (report.homes.plan) {
    for (auto const &promise : report.homes.plan->promises)
      for (auto const &reading : promise.readings)
        rows.push_back(promise_row(promise, &reading));
  }
  if (report.homes.month_money) rows.push_back(money_json("month", *report.homes.month_money));
  if (report.homes.year_money) rows.push_back(money_json("year", *report.homes.year_money));
  return lines_of(rows, "wza.monthly/1");
}

}  // namespace wza::audit
