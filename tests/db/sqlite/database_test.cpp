// SPDX-License-Identifier: Apache-2.0
#include "db/sqlite/database.h"

#include "db/base/error.h"
#include "db/model/outcome.h"
#include "db/sqlite/transaction.h"
#include "tests/support/temp_tracker.h"

#include <gtest/gtest.h>

#include <fstream>

namespace wza {
namespace {

TEST(Database, BindsAndReadsEachKindOfValue) {
  Database db = Database::in_memory();
  db.execute("CREATE TABLE t(a, b, c, d, e, f)");
  LocalDate const day = *LocalDate::parse("2026-11-22");
  std::byte const bytes[] = {std::byte{0}, std::byte{255}};
  db.prepare("INSERT INTO t VALUES(?1, ?2, ?3, ?4, ?5, ?6)")
      .bind(7, std::optional<double>(), "盲道", Outcome::cant_tell, day, Blob{bytes})
      .run();
  Statement row = db.prepare("SELECT * FROM t");
  ASSERT_TRUE(row.step());
  EXPECT_EQ(row.get<RunId>(0), RunId{7});
  EXPECT_EQ(row.get<std::optional<double>>(1), std::nullopt);
  EXPECT_EQ(row.get<FacilityId>(2), FacilityId("盲道"));
  EXPECT_EQ(row.get<Outcome>(3), Outcome::cant_tell);
  EXPECT_EQ(row.get<LocalDate>(4), day);
  EXPECT_EQ(row.get<std::vector<std::byte>>(5).size(), 2U);
  EXPECT_FALSE(row.step());
}

TEST(Database, AnEmptyTextIsNotNull) {
  Database db = Database::in_memory();
  Statement row = db.prepare("SELECT ?1 IS NULL").bind(std::string_view());
  ASSERT_TRUE(row.step());
  EXPECT_FALSE(row.get<bool>(0));
}

TEST(Database, AWordThatNoEnumerationHasIsATrackerError) {
  Database db = Database::in_memory();
  Statement row = db.prepare("SELECT 'perhaps'");
  ASSERT_TRUE(row.step());
  EXPECT_THROW(row.get<Outcome>(0), TrackerError);
}

TEST(Transaction, RollsBackWhatWasNotCommitted) {
  Database db = Database::in_memory();
  db.execute("CREATE TABLE t(a)");
  {
    Transaction const lost(db);
    db.execute("INSERT INTO t VALUES(1)");
  }
  Transaction kept(db);
  {
    Savepoint const lost(db);
    db.execute("INSERT INTO t VALUES(2)");
  }
  {
    Savepoint part(db);
    db.execute("INSERT INTO t VALUES(3)");
    part.keep();
  }
  kept.commit();
  Statement row = db.prepare("SELECT group_concat(a) FROM t");
  ASSERT_TRUE(row.step());
  EXPECT_EQ(row.get<std::string>(0), "3");
}

TEST(Database, CreateRefusesAFileThatExists) {
  TempDir const dir;
  std::ofstream(dir.path() / "x.gpkg") << "something";
  EXPECT_THROW(Database::create(dir.path() / "x.gpkg"), TrackerError);
}

TEST(Database, AFileThatIsNoDatabaseIsATrackerErrorThatNamesIt) {
  TempDir const dir;
  std::ofstream(dir.path() / "x.gpkg") << "no database, but a text of more than a hundred bytes, "
                                          "so that SQLite reads a whole header of it before it "
                                          "can say that it is none";
  try {
    Database::open_write(dir.path() / "x.gpkg");
    FAIL() << "opened";
  } catch (TrackerError const &error) {
    EXPECT_NE(error.text().en.find("x.gpkg"), std::string::npos);
    EXPECT_NE(error.text().zh.find("x.gpkg"), std::string::npos);
  }
}

TEST(Database, APathWithUriCharactersIsAPath) {
  TempDir const dir;
  auto const path = dir.path() / "a?b#c%20.gpkg";
  Database::create(path).execute("CREATE TABLE t(a)");
  EXPECT_TRUE(std::filesystem::exists(path));
}

}  // namespace
}  // namespace wza
