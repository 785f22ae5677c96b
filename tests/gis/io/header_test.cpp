// SPDX-License-Identifier: Apache-2.0
// Sheets as offices write them become the table that their writers see.
#include "gis/io/header.h"

#include "gis/io/columns.h"
#include "gis/io/read_layer.h"
#include "gis/io/write_layer.h"
#include "tests/support/temp_tracker.h"
#include "tests/support/xlsx_file.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

namespace wza::gis {
namespace {

Table grid(std::vector<std::vector<std::string>> const &rows) {
  Table table;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Row row;
    row.number = static_cast<std::int64_t>(i) + 1;
    row.cells = rows[i];
    bool const blank =
        std::all_of(rows[i].begin(), rows[i].end(), [](auto const &cell) { return cell.empty(); });
    if (!blank) table.rows.push_back(std::move(row));
  }
  return table;
}

std::vector<std::string> names(Table const &table) {
  std::vector<std::string> out;
  for (auto const &column : table.columns)
    out.push_back(column.name);
  return out;
}
using Words = std::vector<std::string>;

TEST(TakeHeader, PassesOverTheTitle) {
  auto table = grid({{"清溪县无障碍设施登记表（虚构）"},
                     {"填报单位：城关镇", "", "", "2024年"},
                     {},
                     {"编号", "名称", "类型", "经度", "纬度"},
                     {"1", "学校", "school", "113.5", "23.9"}});
  take_header(table, {});
  EXPECT_EQ(table.header_row, 4);
  EXPECT_EQ(names(table), (Words{"编号", "名称", "类型", "经度", "纬度"}));
  ASSERT_EQ(table.rows.size(), 1U);
  EXPECT_EQ(table.rows[0].number, 5);
}

TEST(TakeHeader, ATitleMergedOverAllColumnsIsStillATitle) {
  auto table = grid({{"登记表"}, {"a", "b", "c"}, {"1", "2", "3"}});
  std::vector<MergedCells> const merged{{1, 1, 1, 3}};
  take_header(table, merged);
  EXPECT_EQ(table.header_row, 2);
}

TEST(TakeHeader, OfAHeaderOfTwoRowsTheLowerNamesCount) {
  auto table = grid({{"编号", "位置", ""}, {"", "经度", "纬度"}, {"1", "113.5", "23.9"}});
  std::vector<MergedCells> const merged{{1, 2, 1, 1}, {1, 1, 2, 3}};
  take_header(table, merged);
  EXPECT_EQ(names(table), (Words{"编号", "经度", "纬度"}));
  ASSERT_EQ(table.rows.size(), 1U);
  EXPECT_EQ(table.rows[0].cells[0], "1");
}

TEST(TakeHeader, MergedCellsAllHaveTheValueThatIsShown) {
  auto table =
      grid({{"设施", "部件"}, {"F-1", "坡道"}, {"", "扶手"}, {"", "厕所"}, {"F-2", "坡道"}});
  std::vector<MergedCells> const merged{{2, 4, 1, 1}};
  take_header(table, merged);
  ASSERT_EQ(table.rows.size(), 4U);
  EXPECT_EQ(table.rows[2].cells[0], "F-1");
  EXPECT_EQ(table.rows[3].cells[0], "F-2");
}

TEST(TakeHeader, MergesWithoutMeasureEnd) {
  auto table = grid({{"a", "b"}, {"1", "2"}});
  std::vector<MergedCells> const merged(100'000, {1, 1'000'000'000, 1, 1'000'000'000});
  take_header(table, merged);
  EXPECT_EQ(table.columns.size(), 2U);
}

TEST(Narrowed, CodesDatesAndNumbersBecomeAsciiAndWordsStay) {
  EXPECT_EQ(narrowed("４４１８２１"), "441821");
  EXPECT_EQ(narrowed("２０２４年５月６日"), "2024年5月6日");
  EXPECT_EQ(narrowed("１．２万元"), "1.2万元");
  EXPECT_EQ(narrowed("城关镇（１号）"), "城关镇（１号）");
  EXPECT_EQ(narrowed("（虚构）"), "（虚构）");
  EXPECT_EQ(narrowed("ＱＸ－０１"), "QX-01");
}

TEST(DayOf, ReadsWhatSpreadsheetsKeep) {
  EXPECT_EQ(day_of("45418"), LocalDate::parse("2024-05-06"));
  EXPECT_EQ(day_of("45418.5"), LocalDate::parse("2024-05-06"));
  EXPECT_EQ(day_of("2024.5.6"), LocalDate::parse("2024-05-06"));
  EXPECT_FALSE(day_of("2024"));
  EXPECT_FALSE(day_of("12"));
}

class Sheets : public testing::Test {
 protected:
  Table sheet(std::string const &rows, std::string const &tail = {}) {
    test::Workbook workbook;
    workbook.sheet_body = rows;
    workbook.times = 1;
    std::string const end = "</sheetData>" + tail + "</worksheet>";
    workbook.sheet_tail = end;
    auto const path = (m_dir.path() / "s.xlsx").string();
    std::ofstream(path, std::ios::binary) << test::xlsx(workbook);
    auto table = read_layer(path);
    EXPECT_TRUE(table) << table.problem().in(Lang::en);
    return table ? *table : Table{};
  }
  TempDir m_dir;
};

TEST_F(Sheets, MergesAndNumbersOfAWorkbookAreRead) {
  auto const text = [](char const *place, char const *value) {
    return std::string("<c r=\"") + place + "\" t=\"inlineStr\"><is><t>" + value + "</t></is></c>";
  };
  auto const table =
      sheet("<row r=\"1\">" + text("A1", "登记表") + "</row><row r=\"3\">" + text("A3", "设施") +
                text("B3", "值") + "</row><row r=\"4\">" + text("A4", "F-1") +
                "<c r=\"B4\"><v>0.30000000000000004</v></c></row><row r=\"5\">"
                "<c r=\"B5\"><v>1E-4</v></c></row>",
            "<mergeCells count=\"2\"><mergeCell ref=\"A1:B1\"/><mergeCell ref=\"A4:A5\"/>"
            "</mergeCells>");
  EXPECT_EQ(table.header_row, 3);
  ASSERT_EQ(table.rows.size(), 2U);
  EXPECT_EQ(table.rows[0].cells[1], "0.3");
  EXPECT_EQ(table.rows[1].cells, (Words{"F-1", "0.0001"}));
}

TEST_F(Sheets, WhatWouldBeAFormulaComesBackAsText) {
  Table table;
  table.columns = {{"编号", CellKind::text}, {"名称", CellKind::text}};
  Row row;
  row.cells = {"=1+1", "@SUM(A1)"};
  table.rows.push_back(row);
  row.cells = {"-5", "+86 138"};
  table.rows.push_back(row);
  for (char const *name : {"f.csv", "f.xlsx"}) {
    auto const path = (m_dir.path() / name).string();
    ASSERT_TRUE(write_layer(table, path, LayerAbout{}));
    auto const back = read_layer(path);
    ASSERT_TRUE(back) << name;
    EXPECT_EQ(back->rows.at(0).cells, table.rows[0].cells) << name;
    EXPECT_EQ(back->rows.at(1).cells, table.rows[1].cells) << name;
  }
  std::ifstream file(m_dir.path() / "f.csv");
  std::string const bytes{std::istreambuf_iterator<char>(file), {}};
  EXPECT_NE(bytes.find("'=1+1"), std::string::npos);
  EXPECT_NE(bytes.find("\n-5"), std::string::npos);
}

}  // namespace
}  // namespace wza::gis
