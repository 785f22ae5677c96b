// SPDX-License-Identifier: Apache-2.0
#include "audit/report/plan.h"

#include "audit/report/csv.h"
#include "audit/report/json_values.h"
#include "audit/report/plan_rows.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace wza::audit {
namespace {

using Json = nlohmann::ordered_json;
using gis::PlanReport;
using gis::ShownCount;

std::vector<Json> promise_rows(PlanReport const &report) {
  std::vector<Json> rows;
  for (auto const &promise : report.promises) {
    for (auto const &reading : promise.readings)
      rows.push_back(promise_row(promise, &reading));
    if (promise.readings.empty()) rows.push_back(promise_row(promise, nullptr));
  }
  return rows;
}

std::vector<Json> table_rows(PlanReport const &report, bool stars) {
  auto const cell = [&](ShownCount const &count) {
    return count ? Json(*count) : stars ? Json("*") : Json();
  };
  std::vector<Json> rows;
  for (auto const &row : report.table.rows) {
    Json json{{"row", "district"}, {"district", row.district.value},
              {"name", row.name},  {"level", key(row.level)},
              {"rest", row.rest},  {"total", cell(row.total)}};
    Json cells = Json::object();
    for (std::size_t c = 0; c < row.cells.size(); ++c)
      cells[report.table.columns[c].key] = cell(row.cells[c]);
    json[std::string(key(report.by))] = std::move(cells);
    rows.push_back(std::move(json));
  }
  return rows;
}

}  // namespace

Json plan_head(PlanReport const &report) {
  Json json{{"row", "plan"},
            {"plan", report.plan.id.value},
            {"district", report.plan.district.value},
            {"title", {{"zh", report.plan.title.zh}, {"en", report.plan.title.en}}},
            {"status", key(report.plan.status)},
            {"from_year", report.plan.from_year},
            {"to_year", report.plan.to_year},
            {"day", report.day.iso()},
            {"as_of", day_json(report.as_of.day)},
            {"known_on", day_json(report.as_of.known)},
            {"rule", key(report.rule)},
            {"by", key(report.by)},
            {"boundaries", report.boundaries},
            {"withheld_by", report.withheld_by ? Json(report.withheld_by->zh) : Json()},
            {"published_below", report.threshold > 0 ? Json(report.threshold) : Json()}};
  if (report.threshold == 0) {
    auto const &c = report.cautions;
    json["cautions"] = {{"accepted_undated", c.undated},
                        {"left_undated", c.left_undated},
                        {"repeated_records", c.repeated},
                        {"sharing_a_place", c.shared_places},
                        {"grade_3_or_4", c.not_severe},
                        {"grade_unknown", c.grade_unknown},
                        {"without_acceptance_evidence", c.no_acceptance},
                        {"corrected_since", c.corrected_since}};
  }
  json["before_the_plan"] = Json::array();
  for (auto const &before : report.baselines) {
    json["before_the_plan"].push_back({{"indicator", before.indicator.value},
                                       {"from_year", optional_json(before.from_year)},
                                       {"to_year", optional_json(before.to_year)},
                                       {"value", before.value}});
  }
  return json;
}

Json promise_row(gis::Promise const &promise, gis::PromiseReading const *reading) {
  auto const &target = promise.target;
  auto const &pace = reading ? reading->pace : std::nullopt;
  Json json{{"row", "promise"},
            {"target_id", target.id.value},
            {"indicator", target.indicator.value},
            {"year", optional_json(target.year)},
            {"quoted", target.quoted},
            {"unit", target.unit},
            {"nature", key(target.nature)},
            {"reading", reading ? Json(key(reading->reading)) : Json()},
            {"target", reading ? Json(reading->target) : Json()},
            {"counted", reading ? optional_json(reading->counted) : Json()},
            {"rate", reading ? optional_json(gis::rate_of(promise, *reading)) : Json()},
            {"missing", pace ? Json(pace->missing) : Json()},
            {"due", pace ? Json(pace->due) : Json()},
            {"days_left", pace ? Json(pace->days_left) : Json()},
            {"forecast", pace ? optional_json(pace->forecast) : Json()},
            {"needed_per_month", pace ? optional_json(pace->needed_per_month) : Json()},
            {"standing", pace ? Json(key(pace->standing)) : Json("unknown")}};
  auto const &whole = promise.denominator;
  json["denominator"] = whole ? Json(whole->homes) : Json();
  json["denominator_day"] = whole ? Json(whole->counted_on.iso()) : Json();
  json["denominator_source"] = !whole                    ? Json()
                               : promise.own_denominator ? Json("tracker")
                                                         : Json(whole->source);
  return json;
}

void name_boundaries(std::vector<Json> &rows, PlanReport const &report) {
  for (auto &row : rows)
    row["boundaries"] = fmt::format("{}", fmt::join(report.boundaries, "; "));
}

std::string plan_csv(PlanReport const &report, bool promises) {
  auto rows = promises ? promise_rows(report) : table_rows(report, true);
  name_boundaries(rows, report);
  return csv_of(rows);
}

std::string plan_json(PlanReport const &report) {
  std::vector<Json> objects{plan_head(report)};
  for (auto &row : promise_rows(report))
    objects.push_back(std::move(row));
  for (auto &row : table_rows(report, false))
    objects.push_back(std::move(row));
  return lines_of(objects, "wza.plan/1");
}

}  // namespace wza::audit
