// SPDX-License-Identifier: Apache-2.0
#include "gis/field/import_rounds.h"

#include "db/store/rounds.h"
#include "tests/support/sample_tracker.h"
#include "tests/support/temp_tracker.h"

#include <gtest/gtest.h>

namespace wza::gis {
namespace {

/// A table with Chinese headers; each row its cells.
Table table_of(std::vector<std::vector<std::string>> const &rows) {
  Table table;
  table.source = "rounds.csv";
  for (char const *name :
       {"轮次编号", "轮次名称", "督导组", "开始日期", "结束日期", "督导类型", "设施编号"})
    table.columns.push_back({name, CellKind::text});
  for (std::int64_t number = 2; auto const &cells : rows) {
    Row row;
    row.number = number++;
    row.cells = cells;
    table.rows.push_back(std::move(row));
  }
  return table;
}

struct ImportRounds : testing::Test {
  ImportRounds() { fill_sample(*tracker); }
  ImportReport import(std::vector<std::vector<std::string>> const &rows) {
    auto report = import_rounds(*tracker, table_of(rows), {});
    EXPECT_TRUE(report) << report.problem().in(Lang::en);
    return *std::move(report);
  }
  std::optional<Round> round(char const *id) { return RoundStore(*tracker).find(RoundId(id)); }
  TempTracker tracker;
};

TEST_F(ImportRounds, RowsOfARoundShareWhatTheFirstOneSays) {
  std::vector<std::vector<std::string>> const rows{
      {"A", "秋季", "一组", "2026年9月1日", "2026-09-30", "专项", "F-001"},
      {"A", "", "", "", "", "", "F-003"},
      {"B", "", "", "2026-10-01", "2026-10-01", "", "F-003"}};
  ImportReport const first = import(rows);
  EXPECT_EQ(first.stored, 2);
  EXPECT_TRUE(first.refused.empty());
  auto const a = round("A");
  ASSERT_TRUE(a);
  EXPECT_EQ(a->kind, InspectionKind::campaign);
  EXPECT_EQ(a->from.iso(), "2026-09-01");
  EXPECT_EQ(a->places, (std::vector{FacilityId("F-001"), FacilityId("F-003")}));
  EXPECT_EQ(round("B")->title, "B") << "a round without a title is called by its id";

  ImportReport const again = import(rows);
  EXPECT_EQ(again.unchanged, 2);
  EXPECT_EQ(again.stored + again.updated, 0);
  EXPECT_EQ(import({{"A", "", "", "", "", "", "F-002"}}).updated, 1)
      << "the tracker knows the days";
  EXPECT_EQ(round("A")->places.size(), 3U);
}

TEST_F(ImportRounds, ARowThatCannotBeIsRefusedAndHarmsNoOther) {
  ImportReport const report = import({{"A", "秋季", "", "2026-09-01", "2026-09-30", "", "F-001"},
                                      {"A", "冬季", "", "", "", "", "F-002"},
                                      {"A", "", "", "", "", "", "F-999"},
                                      {"B", "", "", "2026-09-30", "2026-09-01", "", "F-001"},
                                      {"C", "", "", "2026-09-30", "", "", "F-001"},
                                      {"D", "", "", "九月", "", "", "F-001"},
                                      {"E", "", "", "2026-09-01", "2026-09-30", "打猎", "F-001"},
                                      {"A", "", "", "", "", "", "F-003"}});
  ASSERT_EQ(report.refused.size(), 6U);
  using enum ProblemCode;
  std::vector const codes{conflict, unknown_code, bad_date, missing_value, bad_date, bad_value};
  for (std::size_t i = 0; i < codes.size(); ++i) {
    EXPECT_EQ(report.refused[i].code, codes[i]) << i;
    EXPECT_EQ(report.refused[i].row, static_cast<std::int64_t>(i) + 3);
  }
  EXPECT_EQ(RoundStore(*tracker).all().size(), 1U);
  EXPECT_EQ(round("A")->title, "秋季");
  EXPECT_EQ(round("A")->places, (std::vector{FacilityId("F-001"), FacilityId("F-003")}));
}

}  // namespace
}  // namespace wza::gis
