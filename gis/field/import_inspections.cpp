// SPDX-License-Identifier: Apache-2.0
#include "gis/field/import_inspections.h"

#include "db/base/digest.h"
#include "db/sqlite/transaction.h"
#include "db/store/findings.h"
#include "db/store/inspections.h"
#include "db/store/runs.h"
#include "gis/field/evaluate.h"
#include "gis/field/inspection_rows.h"

#include <fmt/format.h>

#include <filesystem>
#include <functional>
#include <map>
#include <tuple>

namespace wza::gis {
namespace {

using VisitKey = std::tuple<LocalDate, InspectionKind, std::string>;

/// Judges what was read, and keeps it.
class Intake {
 public:
  explicit Intake(Tracker &tracker) : m_tracker(tracker) {}

  /// Judges and stores everything that was read; `tell` hears of each row.
  void finish(InspectionRows &read, InspectionReport &report,
              std::function<void(std::size_t)> const &tell) {
    for (std::size_t done = 0; auto &[id, rows] : read.by_facility()) {
      auto const &facility = *read.find_facility(id);
      auto const facts = facts_of_components(rows);
      for (auto &row : rows) {
        judge_row(row, facts.at({row.day, row.measurement.component}), report);
        tell(++done);
      }
      store_visits(facility, rows, report);
      store_findings(facility, rows, report);
    }
  }

 private:
  using ComponentDay = std::pair<LocalDate, std::string_view>;

  /// What the measurements of each component tell of it on that day; the first to say so holds.
  static std::map<ComponentDay, Facts> facts_of_components(
      std::vector<ReportedMeasurement> const &rows) {
    std::map<ComponentDay, Facts> out;
    for (auto const &row : rows) {
      auto &facts = out[{row.day, row.measurement.component}];
      for (auto const &[name, fact] : row.circumstances.facts)
        facts.try_emplace(name, fact);
      auto const &yields = row.criterion->yields;
      if (yields.empty() || row.readings.size() != 1 || !row.readings.front()) continue;
      if (auto const *value = std::get_if<Quantity>(&*row.readings.front()))
        facts.try_emplace(yields, *value);
    }
    return out;
  }

  /// Judges with what else is known of the component on that day.
  static void judge_row(ReportedMeasurement &row, Facts const &known, InspectionReport &report) {
    auto at = row.circumstances;
    at.facts.insert(known.begin(), known.end());
    auto const judgement = judge_sides(*row.criterion, row.readings, at);
    row.decided_by = judgement.reading;
    row.measurement.outcome = judgement.outcome;
    row.measurement.margin = judgement.margin;
    row.measurement.reason = judgement.reason;
    if (!judgement.reading && row.access != AccessState::allowed &&
        judgement.outcome == Outcome::cant_tell) {
      auto const state = label(row.access);
      row.measurement.reason.zh += fmt::format("（{}）", state.zh);
      row.measurement.reason.en += fmt::format(" ({})", state.en);
    }
    ++(judgement.outcome == Outcome::passed      ? report.passed
       : judgement.outcome == Outcome::failed    ? report.failed
       : judgement.outcome == Outcome::cant_tell ? report.cant_tell
                                                 : report.inapplicable);
    if (judgement.outcome == Outcome::failed && row.criterion->confidence == Confidence::memory)
      ++report.from_memory;
  }

  void store_visits(Facility const &facility, std::vector<ReportedMeasurement> const &rows,
                    InspectionReport &report) {
    std::map<VisitKey, Inspection> visits;
    for (auto const &row : rows) {
      auto &visit = visits[{row.day, row.kind, row.inspector}];
      visit.facility = facility.id;
      visit.inspected_on = row.day;
      visit.kind = row.kind;
      visit.inspector = row.inspector;
      visit.access = row.access;
      if (!visit.time) visit.time = row.time;
      if (!visit.weather) visit.weather = row.weather;
      visit.measurements.push_back(row.measurement);
    }
    InspectionStore store(m_tracker);
    for (auto const &[key, visit] : visits)
      report.count(store.put(visit, facility.geom, report.run));
  }

  /// One finding a criterion and component; its place is the component. Day by day, so that a later
  /// measurement that passes mends what an earlier one found.
  void store_findings(Facility const &facility, std::vector<ReportedMeasurement> const &rows,
                      InspectionReport &report) {
    std::map<LocalDate, std::vector<ReportedMeasurement const *>> days;
    for (auto const &row : rows)
      days[row.day].push_back(&row);
    FindingStore findings(m_tracker);
    for (auto const &[day, measured] : days) {
      std::map<std::string, TestedPlace> places;
      std::vector<Defect> defects;
      for (auto const *row : measured) {
        auto const &m = row->measurement;
        if (m.outcome != Outcome::passed && m.outcome != Outcome::failed) continue;
        auto &place = places[m.component];
        place.place = m.component;
        place.at = {std::chrono::sys_days(day.value)};
        place.decided.emplace_back(m.criterion.value);
        if (m.outcome == Outcome::failed) defects.push_back(defect_of(facility, *row));
      }
      std::vector<TestedPlace> tested;
      for (auto &[name, place] : places)
        tested.push_back(std::move(place));
      if (tested.empty()) continue;
      auto const changes = findings.apply(report.run, FindingKind::facility, facility.id.value,
                                          facility.district, defects, tested);
      report.findings_new += changes.found;
      report.findings_mended += changes.mended;
      report.findings_reopened += changes.reopened;
    }
  }

  /// As the inspector said; else, of things that must not be there, how many were counted.
  static std::optional<Quantity> extent_of(ReportedMeasurement const &row) {
    if (row.extent || row.criterion->comparator != Comparator::absent) return row.extent;
    auto const *counted = std::get_if<Quantity>(&*row.decided_by);
    if (counted == nullptr || counted->dimension != Dimension::count) return std::nullopt;
    return *counted;
  }

  static Defect defect_of(Facility const &facility, ReportedMeasurement const &row) {
    auto const &criterion = *row.criterion;
    auto const &component = row.measurement.component;
    auto const demand = demand_of(criterion);
    auto const unit = shown_unit(criterion);
    Defect defect;
    defect.fingerprint =
        sha256_of_parts({"facility", criterion.id.value, facility.id.value, component});
    defect.rule = RuleId(criterion.id.value);
    defect.component = component;
    defect.message = {
        fmt::format("{}：{}，不符合“{}”。", component, criterion.name.zh, demand.zh),
        fmt::format("{}: {} does not meet “{}”.", component, criterion.name.en, demand.en)};
    defect.standard = criterion.standard;
    defect.clause = criterion.clause;
    defect.severity =
        criterion.obligation == Obligation::should ? Severity::minor : criterion.severity;
    Occurrence occurrence;
    occurrence.place = component;
    occurrence.confidence = criterion.confidence;
    if (!criterion.threshold.empty()) occurrence.threshold = criterion.threshold;
    if (auto const *value = std::get_if<Quantity>(&*row.decided_by);
        value != nullptr && value->dimension == unit.dimension) {
      occurrence.value = value->si / unit.to_si;
      occurrence.unit = std::string(unit.word);
      if (row.measurement.margin) occurrence.margin = *row.measurement.margin / unit.to_si;
    }
    if (auto const extent = extent_of(row)) {
      occurrence.extent = extent->si;
      occurrence.extent_unit = extent->dimension == Dimension::length ? "m"
                               : extent->dimension == Dimension::area ? "m²"
                                                                      : "个";
    }
    defect.occurrences.push_back(std::move(occurrence));
    return defect;
  }

  Tracker &m_tracker;
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
  Intake(tracker).finish(rows, report, [&](std::size_t done) {
    options.tell(table.rows.size() + done, 2 * table.rows.size());
  });
  finish_run(runs, report, {{"failed", report.failed}, {"cant_tell", report.cant_tell}});
  if (!options.dry_run) transaction.commit();
  return report;
}

}  // namespace wza::gis
