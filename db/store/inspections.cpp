// SPDX-License-Identifier: Apache-2.0
#include "db/store/inspections.h"

#include "db/store/runs.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

namespace wza {
namespace {

/// What read_measurement() reads, of the table `measurements m`.
#define WZA_MEASUREMENT_COLUMNS                                                         \
  "m.criterion, m.component, m.value, m.unit, m.context, m.note, m.outcome, m.margin, " \
  "m.reason_zh, m.reason_en, m.location, m.extent, m.responsible, m.due, m.severity"

Measurement read_measurement(Statement const &row) {
  return {row.get<CriterionId>(0),
          row.get<std::string>(1),
          row.get<std::optional<std::string>>(2),
          row.get<std::optional<std::string>>(3),
          row.get<std::optional<std::string>>(4),
          row.get<std::optional<std::string>>(5),
          row.get<Outcome>(6),
          row.get<std::optional<double>>(7),
          {row.get<std::string>(8), row.get<std::string>(9)},
          row.get<std::optional<std::string>>(10),
          row.get<std::optional<std::string>>(11),
          {row.get<std::optional<std::string>>(12), row.get<std::optional<LocalDate>>(13),
           row.get<std::optional<Severity>>(14)}};
}

std::vector<Measurement> measurements_of(Database &db, InspectionId inspection) {
  auto row = db.prepare("SELECT " WZA_MEASUREMENT_COLUMNS
                        " FROM measurements m WHERE inspection = ?1 ORDER BY component, criterion");
  row.bind(inspection);
  std::vector<Measurement> out;
  while (row.step())
    out.push_back(read_measurement(row));
  return out;
}

}  // namespace

StoreChange InspectionStore::put(Inspection const &i, std::span<std::byte const> geom, RunId run) {
  auto &db = m_tracker->db();
  auto known = db.prepare(
      "SELECT fid, access, note, geom, time, weather FROM inspections WHERE facility = ?1 AND "
      "inspected_on = ?2 "
      "AND kind = ?3 AND inspector = ?4");
  known.bind(i.facility, i.inspected_on, i.kind, i.inspector);
  auto const point = geom.empty() ? std::optional<Blob>() : Blob{geom};
  StoreChange change = StoreChange::unchanged;
  InspectionId id;
  if (known.step()) {
    id = known.get<InspectionId>(0);
    auto const there = known.blob(3);
    bool const same = known.get<AccessState>(1) == i.access &&
                      known.get<std::optional<std::string>>(2) == i.note &&
                      known.get<std::optional<std::string>>(4) == i.time &&
                      known.get<std::optional<std::string>>(5) == i.weather &&
                      std::equal(there.begin(), there.end(), geom.begin(), geom.end());
    known.reset();
    if (!same) {
      db.prepare(
            "UPDATE inspections SET access = ?2, note = ?3, geom = ?4, run = ?5, time = ?6, "
            "weather = ?7 WHERE fid = ?1")
          .bind(id, i.access, i.note, point, run, i.time, i.weather)
          .run();
      change = StoreChange::updated;
    }
  } else {
    db.prepare(
          "INSERT INTO inspections(geom, facility, inspected_on, kind, inspector, access, note, "
          "run, "
          "created_at, time, weather) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)")
        .bind(point, i.facility, i.inspected_on, i.kind, i.inspector, i.access, i.note, run,
              m_tracker->clock().now(), i.time, i.weather)
        .run();
    id = {db.last_insert_rowid()};
    change = StoreChange::stored;
  }
  auto const before = measurements_of(db, id);
  using Place = std::pair<std::string_view, std::string_view>;
  std::map<Place, Measurement const *> known_ones;
  for (auto const &m : before)
    known_ones.emplace(Place{m.criterion.value, m.component}, &m);
  auto put_one = db.prepare(
      "INSERT INTO measurements(inspection, criterion, component, value, unit, context, note, "
      "outcome, "
      "margin, reason_zh, reason_en, location, extent, responsible, due, severity) VALUES(?1, ?2, "
      "?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16) "
      "ON CONFLICT(inspection, criterion, component) DO UPDATE SET value = ?4, unit = ?5, context "
      "= ?6, "
      "note = ?7, outcome = ?8, margin = ?9, reason_zh = ?10, reason_en = ?11, location = ?12, "
      "extent = ?13, responsible = ?14, due = ?15, severity = ?16");
  int written = 0;
  for (auto const &m : i.measurements) {
    auto const same = known_ones.find(Place{m.criterion.value, m.component});
    if (same != known_ones.end() && *same->second == m) continue;
    put_one
        .bind(id, m.criterion, m.component, m.value, m.unit, m.context, m.note, m.outcome, m.margin,
              m.reason.zh, m.reason.en, m.location, m.extent, m.assigned.unit, m.assigned.due,
              m.assigned.severity)
        .run();
    ++written;
  }
  if (written > 0 && change == StoreChange::unchanged) change = StoreChange::updated;
  if (change != StoreChange::unchanged) {
    append_event(*m_tracker, {"",
                              run,
                              change == StoreChange::stored ? "stored" : "updated",
                              "inspections",
                              fmt::format("{}", id.value),
                              nullptr,
                              {{"facility", i.facility.value},
                               {"inspected_on", i.inspected_on.iso()},
                               {"measurements", written}}});
  }
  return change;
}

std::vector<StoredMeasurement> InspectionStore::measured_at(FacilityId const &facility) {
  auto row = m_tracker->db().prepare(
      "SELECT " WZA_MEASUREMENT_COLUMNS
      ", m.id, i.fid, i.inspected_on, i.kind, i.inspector, i.access FROM inspections i JOIN "
      "measurements m ON m.inspection = i.fid "
      "WHERE i.facility = ?1 "
      "ORDER BY i.inspected_on, i.kind = 'recheck', i.fid, m.component, m.criterion");
  row.bind(facility);
  std::vector<StoredMeasurement> out;
  while (row.step()) {
    out.push_back({row.get<MeasurementId>(15), row.get<InspectionId>(16), row.get<LocalDate>(17),
                   row.get<InspectionKind>(18), row.get<std::string>(19), row.get<AccessState>(20),
                   read_measurement(row)});
  }
  return out;
}

void InspectionStore::put_verdict(StoredMeasurement const &judged, Outcome before, RunId run) {
  auto const &m = judged.measurement;
  m_tracker->db()
      .prepare(
          "UPDATE measurements SET outcome = ?2, margin = ?3, reason_zh = ?4, reason_en = ?5 "
          "WHERE id = ?1")
      .bind(judged.id, m.outcome, m.margin, m.reason.zh, m.reason.en)
      .run();
  if (before == m.outcome) return;
  append_event(*m_tracker, {"",
                            run,
                            "judged_again",
                            "inspections",
                            fmt::format("{}", judged.inspection.value),
                            {{"outcome", key(before)}},
                            {{"criterion", m.criterion.value},
                             {"component", m.component},
                             {"outcome", key(m.outcome)}}});
}

std::vector<Inspection> InspectionStore::of_facility(FacilityId const &facility) {
  auto &db = m_tracker->db();
  auto row = db.prepare(
      "SELECT fid, inspected_on, kind, inspector, access, note, time, weather FROM inspections "
      "WHERE facility = "
      "?1 "
      "ORDER BY inspected_on, kind = 'recheck', fid");
  row.bind(facility);
  std::vector<Inspection> out;
  while (row.step()) {
    out.push_back({facility, row.get<LocalDate>(1), row.get<InspectionKind>(2),
                   row.get<std::string>(3), row.get<AccessState>(4),
                   row.get<std::optional<std::string>>(5),
                   measurements_of(db, row.get<InspectionId>(0)),
                   row.get<std::optional<std::string>>(6), row.get<std::optional<std::string>>(7)});
  }
  return out;
}

}  // namespace wza
