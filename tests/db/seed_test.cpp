// SPDX-License-Identifier: Apache-2.0
#include "db/seed.h"

#include "tests/support/temp_tracker.h"

#include <gtest/gtest.h>

#include <array>

namespace wza {
namespace {

constexpr std::string_view kHeader = "# remark\ncode\tname_zh\tname_en\n";

std::string types(std::string_view rows) {
  return std::string(kHeader) + std::string(rows);
}

Result<Seeded> seed_types(TempTracker &tracker, std::string const &content) {
  std::array const files{EmbeddedFile{"facility_types.tsv", content}};
  return seed(*tracker, files);
}

std::int64_t count(TempTracker &tracker, std::string_view sql) {
  auto row = tracker->db().prepare(sql);
  return row.step() ? row.get<std::int64_t>(0) : -1;
}

TEST(ParseTsv, ReadsRemarksHeaderAndEmptyFields) {
  auto const table = parse_tsv("x.tsv", "# one\na\tb\n# two\n1\t\r\n\t2\n");
  ASSERT_TRUE(table);
  EXPECT_EQ(table->columns, (std::vector<std::string_view>{"a", "b"}));
  ASSERT_EQ(table->rows.size(), 2U);
  EXPECT_EQ(table->rows[0].line, 4);
  EXPECT_EQ(table->rows[0].fields[1], "");
  EXPECT_EQ(table->rows[1].fields[1], "2");
}

TEST(ParseTsv, NamesFileAndLineOfARowWithTooFewColumns) {
  auto const table = parse_tsv("x.tsv", "a\tb\n1\t2\n3\n");
  ASSERT_FALSE(table);
  EXPECT_EQ(table.problem().where, "x.tsv");
  EXPECT_EQ(table.problem().row, 3);
  EXPECT_FALSE(table.problem().reason.zh.empty());
  EXPECT_FALSE(table.problem().remedy.en.empty());
}

TEST(ParseTsv, RefusesARowWithTooManyColumns) {
  EXPECT_FALSE(parse_tsv("x.tsv", "a\tb\n1\t2\t3\n"));
}

TEST(ParseTsv, RefusesBytesThatAreNotUtf8) {
  auto const table = parse_tsv("x.tsv", "a\n\xC4\xE3\n");
  ASSERT_FALSE(table);
  EXPECT_EQ(table.problem().row, 2);
}

TEST(ParseTsv, RefusesAFileWithoutHeaderAndColumnsNamedTwice) {
  EXPECT_FALSE(parse_tsv("x.tsv", "# only a remark\n"));
  EXPECT_FALSE(parse_tsv("x.tsv", "a\ta\n1\t2\n"));
  EXPECT_FALSE(parse_tsv("x.tsv", "a\t\n1\t2\n"));
}

TEST(Seed, LoadsEveryEmbeddedTableOnce) {
  TempTracker tracker;
  auto const first = seed(*tracker);
  ASSERT_TRUE(first) << first.problem().in(Lang::en);
  EXPECT_EQ(first->loaded.size(), embedded_reference().size());
  EXPECT_GE(first->loaded.size(), 26U);
  auto const changes_before = count(tracker, "SELECT total_changes()");
  auto const again = seed(*tracker);
  ASSERT_TRUE(again);
  EXPECT_TRUE(again->loaded.empty());
  EXPECT_EQ(count(tracker, "SELECT total_changes()"), changes_before);
  EXPECT_EQ(count(tracker, "SELECT count(*) FROM pragma_foreign_key_check"), 0);
}

TEST(Seed, ReloadsAFileThatChanged) {
  TempTracker tracker;
  ASSERT_TRUE(seed_types(tracker, types("ramp\t坡道\tRamp\n")));
  auto const again = seed_types(tracker, types("ramp\t轮椅坡道\tRamp\n"));
  ASSERT_TRUE(again);
  EXPECT_EQ(again->loaded, std::vector<std::string>{"facility_types.tsv"});
  EXPECT_EQ(count(tracker, "SELECT count(*) FROM facility_types WHERE name_zh = '轮椅坡道'"), 1);
}

TEST(Seed, MarksRowsThatTheFileNoLongerHasAsRetired) {
  TempTracker tracker;
  ASSERT_TRUE(seed_types(tracker, types("ramp\t坡道\tRamp\nstair\t楼梯\tStair\n")));
  ASSERT_TRUE(seed_types(tracker, types("ramp\t坡道\tRamp\n")));
  EXPECT_EQ(count(tracker, "SELECT retired FROM facility_types WHERE code = 'stair'"), 1);
  EXPECT_EQ(count(tracker, "SELECT retired FROM facility_types WHERE code = 'ramp'"), 0);
}

TEST(Seed, BringsARetiredRowBack) {
  TempTracker tracker;
  ASSERT_TRUE(seed_types(tracker, types("ramp\t坡道\tRamp\nstair\t楼梯\tStair\n")));
  ASSERT_TRUE(seed_types(tracker, types("ramp\t坡道\tRamp\n")));
  ASSERT_TRUE(seed_types(tracker, types("stair\t楼梯\tStair\n")));
  EXPECT_EQ(count(tracker, "SELECT retired FROM facility_types WHERE code = 'stair'"), 0);
}

TEST(Seed, LeavesLocalRowsAsTheyAre) {
  TempTracker tracker;
  tracker->db().execute(
      "INSERT INTO facility_types(code, name_zh, name_en, origin) VALUES "
      "('ramp', '本地坡道', 'Local ramp', 'local'), ('dock', '码头', 'Dock', 'local')");
  ASSERT_TRUE(seed_types(tracker, types("ramp\t坡道\tRamp\n")));
  EXPECT_EQ(count(tracker,
                  "SELECT count(*) FROM facility_types WHERE name_zh = '本地坡道' AND "
                  "origin = 'local' AND retired = 0"),
            1);
  EXPECT_EQ(count(tracker, "SELECT retired FROM facility_types WHERE code = 'dock'"), 0);
}

TEST(Seed, RefusesABrokenRowWithFileAndLineAndWritesNothing) {
  TempTracker tracker;
  auto const refused = seed_types(tracker, types("ramp\t坡道\tRamp\nstair\t\tStair\n"));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.problem().where, "facility_types.tsv");
  EXPECT_EQ(refused.problem().row, 4);
  EXPECT_EQ(count(tracker, "SELECT count(*) FROM facility_types"), 0);
  EXPECT_EQ(count(tracker, "SELECT count(*) FROM reference_files"), 0);
}

TEST(Seed, RefusesAColumnThatTheTableDoesNotHave) {
  TempTracker tracker;
  std::array const files{EmbeddedFile{"facility_types.tsv", "code\tcolour\nramp\tred\n"}};
  auto const refused = seed(*tracker, files);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.problem().where, "facility_types.tsv");
}

TEST(Seed, RefusesAReferenceThatGoesNowhere) {
  TempTracker tracker;
  std::array const files{
      EmbeddedFile{"disability_grades.tsv",
                   "category\tgrade\tname_zh\tname_en\tsevere\tcriterion_en\tconfidence\tsource\n"
                   "9\t1\t一级\tGrade 1\tyes\tnone\tmemory\ttest\n"}};
  auto const refused = seed(*tracker, files);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.problem().where, "disability_grades");
  EXPECT_EQ(count(tracker, "SELECT count(*) FROM disability_grades"), 0);
}

}  // namespace
}  // namespace wza
