// SPDX-License-Identifier: Apache-2.0
#include "db/migrate.h"

#include "db/base/error.h"
#include "db/store/runs.h"
#include "tests/support/temp_tracker.h"

#include <gtest/gtest.h>

#include <array>
#include <fstream>

namespace wza {
namespace {

constexpr EmbeddedFile kFirst{
    "0001_first.sql",
    "CREATE TABLE schema_version(version INTEGER PRIMARY KEY, name TEXT, sha256 TEXT, applied_at "
    "TEXT) STRICT; CREATE TABLE a(x)"};
constexpr EmbeddedFile kSecond{"0002_second.sql", "CREATE TABLE b(x)"};
constexpr EmbeddedFile kBroken{"0002_broken.sql", "CREATE TABLE c(x); CREATE TABLE c(x)"};
constexpr EmbeddedFile kEdited{"0002_second.sql", "CREATE TABLE b(x, y)"};

struct Migrate : testing::Test {
  TempDir dir;
  FrozenClock clock{*UtcTime::parse("2026-11-22T06:00:00Z")};
  std::filesystem::path path = dir.path() / "t.gpkg";
  Database db = Database::create(path);
  bool has(std::string_view table) {
    return db.prepare("SELECT 1 FROM sqlite_schema WHERE name = ?1").bind(table).step();
  }
};

TEST_F(Migrate, AppliesWhatIsMissingInOrderAndKeepsACopy) {
  migrate(db, path, clock, std::array{kFirst});
  db.execute("INSERT INTO a VALUES(1)");
  migrate(db, path, clock, std::array{kFirst, kSecond});
  EXPECT_EQ(schema_version(db), 2);
  EXPECT_TRUE(has("b"));
  Database copy = Database::open_read(path.string() + ".before-2");
  EXPECT_EQ(schema_version(copy), 1);
  EXPECT_TRUE(copy.prepare("SELECT 1 FROM a").step());
}

TEST_F(Migrate, AMigrationThatFailsLeavesNothingBehind) {
  migrate(db, path, clock, std::array{kFirst});
  EXPECT_THROW(migrate(db, path, clock, std::array{kFirst, kBroken}), Error);
  EXPECT_EQ(schema_version(db), 1);
  EXPECT_FALSE(has("c"));
}

TEST_F(Migrate, RefusesATrackerOfANewerProgram) {
  migrate(db, path, clock, std::array{kFirst, kSecond});
  EXPECT_THROW(migrate(db, path, clock, std::array{kFirst}), TrackerError);
}

TEST_F(Migrate, RefusesAnEditedMigration) {
  migrate(db, path, clock, std::array{kFirst, kSecond});
  EXPECT_THROW(migrate(db, path, clock, std::array{kFirst, kEdited}), TrackerError);
}

TEST_F(Migrate, RefusesAnotherKindOfDatabase) {
  db.execute("CREATE TABLE recipes(x)");
  EXPECT_THROW(migrate(db, path, clock, std::array{kFirst}), TrackerError);
  EXPECT_FALSE(has("a"));
}

TEST(Tracker, ASecondWriterIsRefusedAndAReaderIsNot) {
  TempTracker tracker;
  auto const path = tracker->path();
  EXPECT_THROW(
      Tracker::open(path, Tracker::Access::write, tracker.clock(), std::chrono::milliseconds(1)),
      TrackerError);
  Tracker reader = Tracker::open(path, Tracker::Access::read, tracker.clock());
  EXPECT_EQ(reader.id(), tracker->id());
}

TEST(Tracker, AMissingFileIsSaidWithTheRemedy) {
  TempDir const dir;
  SystemClock const clock;
  try {
    Tracker::open(dir.path() / "none.gpkg", Tracker::Access::read, clock);
    FAIL() << "opened";
  } catch (TrackerError const &error) {
    EXPECT_NE(error.text().en.find("wza init"), std::string::npos);
  }
}

TEST(Events, AreNeverChangedNorRemoved) {
  TempTracker tracker;
  append_event(*tracker, {"tester", std::nullopt, "made", "tracker", "1", nullptr, {{"x", 1}}});
  EXPECT_THROW(tracker->db().execute("UPDATE events SET actor = 'other'"), Error);
  EXPECT_THROW(tracker->db().execute("DELETE FROM events"), Error);
  auto const all = events_of(*tracker, "tracker", "1");
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].event.after["x"], 1);
  EXPECT_TRUE(all[0].event.before.is_null());
}

TEST(Runs, AnUnfinishedRunIsContinuedByTheSameRequestAndAFinishedOneIsNot) {
  TempTracker tracker;
  RunStore runs(*tracker);
  wza::Run const first = runs.begin(RunKind::crawl, "http://a/", "tester");
  EXPECT_EQ(runs.begin(RunKind::crawl, "http://a/", "tester").id, first.id);
  EXPECT_NE(runs.begin(RunKind::crawl, "http://b/", "tester").id, first.id);
  runs.finish(first.id, RunState::done, {{"pages", 3}});
  EXPECT_EQ(runs.find(first.id)->summary["pages"], 3);
  EXPECT_NE(runs.begin(RunKind::crawl, "http://a/", "tester").id, first.id);
}

}  // namespace
}  // namespace wza
