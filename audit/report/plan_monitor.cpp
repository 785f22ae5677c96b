// SPDX-License-Identifier: Apache-2.0
#include "audit/report/plan_monitor.h"

#include "audit/report/csv.h"
#include "audit/report/plan_rows.h"

#include <nlohmann/json.hpp>

namespace wza::audit {
namespace {

using Json = nlohmann::ordered_json;
using gis::PlanMonitor;

Json promise_json(PlanMonitor const &monitor, gis::Promise const &promise,
                  gis::PromiseReading const *reading) {
  Json json = promise_row(promise, reading);
  json["measured"] = promise.indicator.numerator == Counted::accepted_homes;
  bool const judged = reading && monitor.kind != gis::MonitorKind::yearly;
  json["verdict"] = judged ? Json(key(gis::verdict_of(monitor, *reading))) : Json();
  return json;
}

std::vector<Json> promise_rows(PlanMonitor const &monitor) {
  std::vector<Json> rows;
  for (auto const &promise : monitor.report.promises) {
    for (auto const &reading : promise.readings)
      rows.push_back(promise_json(monitor, promise, &reading));
    if (promise.readings.empty()) rows.push_back(promise_json(monitor, promise, nullptr));
  }
  return rows;
}

std::vector<Json> district_rows(PlanMonitor const &monitor, bool stars) {
  auto const &report = monitor.report;
  std::vector<Json> rows;
  for (auto const &row : report.table.rows) {
    auto const sums = gis::cumulative_counts(report, row);
    for (std::size_t c = 0; c < row.cells.size(); ++c) {
      int const year = report.plan.from_year + static_cast<int>(c);
      auto const count = [&](gis::ShownCount const &shown) {
        if (!gis::has_begun(report, year)) return Json();
        return shown ? Json(*shown) : stars ? Json("*") : Json();
      };
      rows.push_back({{"row", "district_year"},
                      {"district", row.district.value},
                      {"name", row.name},
                      {"level", key(row.level)},
                      {"rest", row.rest},
                      {"year", year},
                      {"accepted", count(row.cells[c])},
                      {"cumulative", count(sums[c])}});
    }
  }
  return rows;
}

}  // namespace

std::string monitor_csv(PlanMonitor const &monitor, bool promises) {
  auto rows = promises ? promise_rows(monitor) : district_rows(monitor, true);
  name_boundaries(rows, monitor.report);
  return csv_of(rows);
}

std::string monitor_json(PlanMonitor const &monitor) {
  Json head = plan_head(monitor.report);
  head["monitor"] = key(monitor.kind);
  head["middle_year"] = monitor.middle;
  std::vector<Json> objects{std::move(head)};
  for (auto &row : promise_rows(monitor))
    objects.push_back(std::move(row));
  for (auto &row : district_rows(monitor, false))
    objects.push_back(std::move(row));
  return lines_of(objects, "wza.plan-monitor/1");
}

}  // namespace wza::audit
