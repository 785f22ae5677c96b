// SPDX-License-Identifier: Apache-2.0
// Trackers of every schema that was ever released, with rows that its program could have written:
// made from the migrations up to it, opened by this program, and whole afterwards.
#include "db/embedded.h"
#include "db/migrate.h"
#include "db/seed.h"
#include "db/store/facilities.h"
#include "db/store/health.h"
#include "db/store/inspections.h"
#include "db/store/retrofits.h"
#include "tests/support/temp_tracker.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <map>

namespace wza {
namespace {

/// Rows that came with a schema, in its own columns; later schemas add columns that may be silent.
struct OldRows {
  int since;
  char const *sql;
};
constexpr OldRows kRows[]{
    {1,
     "INSERT INTO tracker VALUES('old', '2024-01-01T00:00:00Z', '0.1');"
     "INSERT INTO runs(id, kind, request, state, tool_version, actor, started_at, finished_at) "
     "VALUES(1, 'import', 'facilities a.csv', 'done', '0.1', 'x', '2024-01-01T00:00:00Z', "
     "'2024-01-01T00:00:01Z');"
     "INSERT INTO events(at, actor, run, verb, entity, entity_key) "
     "VALUES('2024-01-01T00:00:00Z', 'x', 1, 'stored', 'facilities', 'F-1');"},
    {2,
     "INSERT INTO standards(id, title_zh, title_en, kind, confidence, origin) "
     "VALUES('DB 99', '虚构', 'fictional', 'building', 'one_source', 'local');"
     "INSERT INTO facility_types(code, name_zh, name_en, origin) VALUES('own', '虚构', 'x', "
     "'local');"
     "INSERT INTO place_types(code, name_zh, name_en, public_building, confidence, source, origin) "
     "VALUES('own', '虚构', 'x', 1, 'one_source', 'x', 'local');"
     "INSERT INTO criteria(id, standard, clause, facility_type, name_zh, name_en, quantity_zh, "
     "quantity_en, comparator, threshold, unit, low_si, dimension, applies_to, needs_judgement, "
     "obligation, severity, confidence, source, origin) VALUES('own-width', 'DB 99', '1', 'own', "
     "'宽', 'width', '宽', 'width', 'at_least', '1.20', 'm', 1.2, 'length', 'all', 0, 'must', "
     "'serious', 'one_source', 'x', 'local');"},
    {3,
     "INSERT INTO districts(code, name, level, updated_at) "
     "VALUES('990101', '虚构县', 'county', '2024-01-01T00:00:00Z');"
     "INSERT INTO district_closure VALUES('990101', '990101', 0);"
     "INSERT INTO households(pseudonym, district, created_at, updated_at) "
     "VALUES('H-1', '990101', '2024-01-01T00:00:00Z', '2024-01-01T00:00:00Z');"
     "INSERT INTO retrofits(fid, household, programme, year, district, state, accepted_on, "
     "created_at, updated_at) VALUES(1, 'H-1', '虚构', 2024, '990101', 'accepted', '2024-06-01', "
     "'2024-01-01T00:00:00Z', '2024-01-01T00:00:00Z');"
     "INSERT INTO retrofit_works VALUES(1, 0, NULL, '坡道');"},
    {4,
     "INSERT INTO sites(origin, first_seen) VALUES('https://a.example', '2024-01-01T00:00:00Z');"
     "INSERT INTO findings(id, fingerprint, kind, subject, component, rule, message_zh, "
     "message_en, "
     "standard, clause, severity, state, district, first_run, last_run, first_seen, last_seen, "
     "last_tested) VALUES(1, 'f', 'facility', 'F-1', '坡道', 'own-width', '窄', 'narrow', 'DB 99', "
     "'1', 'serious', 'open', '990101', 1, 1, '2024-01-01T00:00:00Z', '2024-01-01T00:00:00Z', "
     "'2024-01-01T00:00:00Z');"
     "INSERT INTO occurrences(finding, place, state, first_seen, last_seen, last_tested, value) "
     "VALUES(1, '坡道', 'present', '2024-01-01T00:00:00Z', '2024-01-01T00:00:00Z', "
     "'2024-01-01T00:00:00Z', 1.05);"},
    {7,
     "INSERT INTO photos(id, sha256, name, facility, matched, raw_lon, raw_lat, datum, width, "
     "height, created_at) VALUES(1, 'p', 'a.jpg', 'F-1', 'name', 113, 23, 'wgs84', 1, 1, "
     "'2024-01-01T00:00:00Z');"
     "INSERT INTO photo_files VALUES(1, x'FFD8');"},
    {9,
     "INSERT INTO retrofit_evidence(retrofit, kind, on_day, recorded_at, actor) "
     "VALUES(1, 'application', '2024-01-01', '2024-01-01T00:00:00Z', 'x');"},
    {10,
     "INSERT INTO rounds(id, title, kind, from_day, to_day, created_at, updated_at) VALUES('1', "
     "'一', 'routine', '2024-01-01', '2024-02-01', '2024-01-01T00:00:00Z', '2024-01-01T00:00:00Z');"
     "INSERT INTO round_places(round, facility) VALUES('1', 'F-1');"},
};
/// Facilities and visits of before and since places without a position (0014).
constexpr char const *kPlaces =
    "INSERT INTO facilities(geom, id, name, place_type, district, {} on_border, raw_lon, raw_lat, "
    "datum, created_at, updated_at) VALUES(x'47', 'F-1', '虚构', 'own', '990101', {} 0, 113, 23, "
    "'wgs84', '2024-01-01T00:00:00Z', '2024-01-01T00:00:00Z');";
constexpr char const *kVisit =
    "INSERT INTO inspections(fid, geom, facility, inspected_on, kind, access, created_at) "
    "VALUES(1, x'47', 'F-1', '2024-01-01', 'routine', 'allowed', '2024-01-01T00:00:00Z');"
    "INSERT INTO measurements(inspection, criterion, component, value, outcome, reason_zh, "
    "reason_en) VALUES(1, 'own-width', '坡道', '1.05 m', 'failed', '窄', 'narrow');";

void fill(Database &db, int version) {
  for (auto const &rows : kRows) {
    if (rows.since > version) break;
    db.execute(rows.sql);
    if (rows.since != 3) continue;
    bool const precise = version >= 14;
    db.execute(
        fmt::format(fmt::runtime(kPlaces), precise ? "precision," : "", precise ? "'gps'," : ""));
    db.execute(kVisit);
  }
}

/// Rows of each table that people fill; those of a schema's own are not there before it.
std::map<std::string, int> counts(Database &db) {
  std::map<std::string, int> out;
  for (char const *table :
       {"runs", "events", "districts", "facilities", "inspections", "measurements", "households",
        "retrofits", "retrofit_works", "sites", "findings", "occurrences", "photos", "photo_files",
        "retrofit_evidence", "rounds", "round_places"}) {
    if (!db.prepare("SELECT 1 FROM sqlite_schema WHERE name = ?1").bind(table).step()) continue;
    auto row = db.prepare(fmt::format("SELECT count(*) FROM {}", table));
    row.step();
    out[table] = row.get<int>(0);
  }
  return out;
}

TEST(OldTrackers, OfEverySchemaOpenWithAllTheirRows) {
  FrozenClock const clock{*UtcTime::parse("2026-11-22T06:00:00Z")};
  auto const migrations = embedded_migrations();
  for (std::size_t known = 1; known <= migrations.size(); ++known) {
    SCOPED_TRACE(migrations[known - 1].name);
    TempDir const dir;
    auto const path = dir.path() / "tracker.gpkg";
    std::map<std::string, int> before;
    {
      Database db = Database::create(path);
      migrate(db, path, clock, migrations.first(known));
      fill(db, schema_version(db));
      before = counts(db);
    }
    ASSERT_GE(before.size(), 2U);
    Tracker tracker = Tracker::open(path, Tracker::Access::write, clock);
    if (known == 1 || known == migrations.size()) {
      auto const seeded = seed(tracker);
      EXPECT_TRUE(seeded) << seeded.problem().in(Lang::en);
    }
    for (auto const &examined : examine(tracker))
      EXPECT_EQ(examined.health, Health::sound) << examined.what.en;
    auto const after = counts(tracker.db());
    for (auto const &[table, rows] : before)
      EXPECT_EQ(after.at(table), rows) << table;
    if (before.contains("facilities")) {
      auto const facility = FacilityStore(tracker).find(FacilityId("F-1"));
      ASSERT_TRUE(facility);
      EXPECT_EQ(facility->district.value, "990101");
      EXPECT_EQ(InspectionStore(tracker).of_facility(facility->id).at(0).measurements.size(), 1U);
      EXPECT_EQ(RetrofitStore(tracker).all().at(0).works.at(0).name, "坡道");
    }
  }
}

}  // namespace
}  // namespace wza
