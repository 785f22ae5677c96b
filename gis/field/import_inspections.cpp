// SPDX-License-Identifier: Apache-2.0
#include "gis/field/import_inspections.h"

#include "db/sqlite/transaction.h"
#include "db/store/inspections.h"
#include "db/store/runs.h"
#include "gis/field/inspection_rows.h"
#include "gis/field/verdicts.h"

#include <fmt/format.h>

#include <filesystem>
#include <functional>
#include <map>
#include <tuple>

namespace wza::gis {
namespace {

using VisitKey = std::tuple<LocalDate, InspectionKind, std::string>;

/// Has judged what was read, and keeps it.
class InspectionIntake {
 public:
  explicit InspectionIntake(Tracker &tracker) : m_tracker(tracker), m_verdicts(tracker) {}

  /// Judges and stores everything that was read; `tell` hears of each row.
  void finish(InspectionRows &read, InspectionReport &report,
              std::function<void(std::size_t)> const &tell) {
    for (std::size_t done = 0; auto &[id, rows] : read.by_facility()) {
      auto const &facility = *read.find_facility(id);
      auto const changes = m_verdicts.settle(facility, rows, report.run);
      report.findings_new += changes.found;
      report.findings_mended += changes.mended;
      report.findings_reopened += changes.reopened;
      report.findings_withdrawn += changes.withdrawn;
      for (auto const &row : rows) {
        count(row, report);
        tell(++done);
      }
      store_visits(facility, rows, read.bare_visits()[id], report);
      read.bare_visits().erase(id);
    }
    for (auto const &[id, bare] : read.bare_visits())
      store_visits(*read.find_facility(id), {}, bare, report);
  }

 private:
  static void count(ReportedMeasurement const &row, InspectionReport &report) {
    auto const outcome = row.measurement.outcome;
    ++(outcome == Outcome::passed      ? report.passed
       : outcome == Outcome::failed    ? report.failed
       : outcome == Outcome::cant_tell ? report.cant_tell
                                       : report.inapplicable);
    if (outcome == Outcome::failed && row.criterion->confidence == Confidence::memory)
      ++report.from_memory;
  }

  void store_visits(Facility const &facility, std::vector<ReportedMeasurement> const &rows,
                    std::vector<ReportedMeasurement> const &bare, InspectionReport &report) {
    std::map<VisitKey, Inspection> visits;
    auto const visit_of = [&](ReportedMeasurement const &row) -> Inspection & {
      auto &visit = visits[{row.day, row.kind, row.inspector}];
      visit.facility = facility.id;
      visit.inspected_on = row.day;
      visit.kind = row.kind;
      visit.inspector = row.inspector;
      visit.access = row.access;
      if (!visit.time) visit.time = row.time;
      if (!visit.weather) visit.weather = row.weather;
      return visit;
    };
    for (auto const &row : bare)
      visit_of(row);
    for (auto const &row : rows)
      visit_of(row).measurements.push_back(row.measurement);
    InspectionStore store(m_tracker);
    for (auto const &[key, visit] : visits)
      report.count(store.put(visit, facility.geom, report.run));
  }

  Tracker &m_tracker;
  Verdicts m_verdicts;
};

}  // namespace

Result<InspectionReport> import_inspections(Tracker &tracker, Table const &table,
                                            ImportOptions const &options) {
  auto const columns = Columns::of(table, inspection_fields(), options.columns, options.synonyms);
  if (!columns) return columns.problem();
  if (auto const there = columns->require({"facility", "date", "criterion", "value"}); !there)
    return there.problem();
  InspectionReport report;
  report.rows = static_cast<int>(table.rows.size());
  report.columns = columns->matches();
  RunStore runs(tracker);
  InspectionRows rows(tracker, *columns);
  Transaction transaction(tracker.db());
  report.run = runs.begin(RunKind::import,
                          fmt::format("inspections {}",
                                      std::filesystem::path(table.source).filename().string()),
                          options.actor)
                   .id;
  for (std::size_t done = 0; auto const &row : table.rows) {
    options.tell(++done, 2 * table.rows.size());
    if (auto const read = rows.read(row); !read) report.refused.push_back(read.problem());
  }
  InspectionIntake(tracker).finish(rows, report, [&](std::size_t done) {
    options.tell(table.rows.size() + done, 2 * table.rows.size());
  });
  finish_run(runs, report, {{"failed", report.failed}, {"cant_tell", report.cant_tell}});
  if (!options.dry_run) transaction.commit();
  return report;
}

}  // namespace wza::gis
