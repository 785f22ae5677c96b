// SPDX-License-Identifier: Apache-2.0
// Wrong input into `wza import`: each ends with its exit code and a sentence that names the place.
#include "tests/support/run_wza.h"
#include "tests/support/temp_tracker.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

namespace wza::audit {
namespace {

constexpr char const *kBoundary =
    R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"990101",)"
    R"("name":"虚构县"},"geometry":{"type":"Polygon","coordinates":[[[113,23],[114,23],[114,24],)"
    R"([113,24],[113,23]]]}}]})";

class ImportTest : public testing::Test {
 protected:
  ImportTest() {
    EXPECT_EQ(wza({"init", "-q"}).exit_code, 0);
    file("county.geojson", kBoundary);
    EXPECT_EQ(wza({"import", "districts", "county.geojson", "--source", "虚构", "--date", "2025"})
                  .exit_code,
              0);
  }
  Outputs wza(std::vector<std::string> const &args) {
    std::vector<std::string> words{"--lang", "en"};
    words.insert(words.end(), args.begin(), args.end());
    return run_wza(m_dir.path(), words);
  }
  void file(std::string const &name, std::string const &content) {
    std::ofstream(m_dir.path() / name, std::ios::binary) << content;
  }
  std::string content(std::string const &name) {
    std::ifstream stream(m_dir.path() / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
  }
  void expect_refused(std::vector<std::string> const &args, std::vector<std::string> const &parts) {
    Outputs const run = wza(args);
    EXPECT_EQ(run.exit_code, 4) << run.err;
    for (std::string const &part : parts)
      EXPECT_NE(run.err.find(part), std::string::npos) << part << " is not in: " << run.err;
  }
  TempDir m_dir;
};

TEST_F(ImportTest, AMissingFileIsRefused) {
  expect_refused({"import", "facilities", "no.csv", "--datum", "wgs84"}, {"no.csv"});
}

TEST_F(ImportTest, APlanWithoutAFirstYearSaysFromWhenItCounts) {
  file("plan.csv",
       "行政区划代码,规划名称,指标,目标年,目标值,单位\n"
       "990101,虚构规划,困难重度残疾人家庭无障碍改造数,2025,100,户\n"
       "990101,虚构规划,困难重度残疾人家庭无障碍改造数,2023,40,户\n");
  auto const silent = wza({"import", "plan", "plan.csv"});
  EXPECT_NE(silent.err.find("counts begin with its earliest target, in 2023"), std::string::npos)
      << silent.err;
  file("plan2.csv",
       "行政区划代码,规划名称,指标,目标年,目标值,单位,起始年\n"
       "990101,虚构规划,困难重度残疾人家庭无障碍改造数,2025,100,户,2021\n");
  for (char const *plan : {"plan2.csv", "plan.csv"})
    EXPECT_EQ(wza({"import", "plan", plan}).err.find("counts begin"), std::string::npos) << plan;
}

TEST_F(ImportTest, AFileThatIsNoSpreadsheetIsRefused) {
  file("broken.xlsx", "this is no spreadsheet");
  expect_refused({"import", "facilities", "broken.xlsx", "--datum", "wgs84"}, {"broken.xlsx"});
}

TEST_F(ImportTest, WrongColumnsAreRefusedWithThoseThatAreThere) {
  file("f.csv", "colour,size\nred,1\n");
  expect_refused({"import", "facilities", "f.csv", "--datum", "wgs84"}, {"f.csv", "colour"});
}

TEST_F(ImportTest, TextInANumberAndAPointInTheSeaAreRefusedByRowAndTheGoodRowIsKept) {
  file("f.csv",
       "设施编号,名称,场所类型,经度,纬度\n"
       "A,虚构甲,bank-post,113.5,23.5\n"
       "B,虚构乙,bank-post,一百一十三,23.5\n"
       "C,虚构丙,bank-post,125.0,15.0\n");
  expect_refused({"import", "facilities", "f.csv", "--datum", "wgs84"}, {"row 3", "row 4"});
  Outputs const report = wza({"report", "districts", "--format", "csv"});
  EXPECT_NE(report.out.find("total,,,,1,"), std::string::npos) << report.out;
}

TEST_F(ImportTest, ADryRunWritesNothing) {
  file("f.csv", "设施编号,名称,场所类型,经度,纬度\nA,虚构甲,bank-post,113.5,23.5\n");
  EXPECT_EQ(wza({"import", "facilities", "f.csv", "--datum", "wgs84", "--dry-run"}).exit_code, 0);
  Outputs const report = wza({"report", "districts", "--format", "csv"});
  EXPECT_NE(report.out.find("total,,,,0,"), std::string::npos) << report.out;
}

TEST_F(ImportTest, BoundariesWithoutTheirSourceAreWrongUsage) {
  Outputs const run = wza({"import", "districts", "county.geojson"});
  EXPECT_EQ(run.exit_code, 2);
  EXPECT_NE(run.err.find("--source"), std::string::npos);
}

TEST_F(ImportTest, ACodeThatNoDistrictHasIsRefusedForItsRow) {
  file("h.csv", "姓名,地址,乡镇代码,年度,状态\n虚构人,虚构路1号,990199,2025,accepted\n");
  expect_refused({"import", "households", "h.csv"}, {"row 2"});
}

TEST_F(ImportTest, NothingPersonalIsPrinted) {
  file("h.csv", "姓名,地址,乡镇代码,年度,状态\n虚构人,虚构路1号,990199,2025,accepted\n");
  Outputs const run = wza({"import", "households", "h.csv"});
  EXPECT_EQ((run.out + run.err).find("虚构人"), std::string::npos);
  EXPECT_EQ((run.out + run.err).find("虚构路"), std::string::npos);
}

TEST_F(ImportTest, NobodysNumberEntersTheTrackerThroughTheNameOfAFile) {
  file("回访13812345678.csv", "姓名,住址,状态\n");
  EXPECT_EQ(wza({"import", "households", "回访13812345678.csv"}).exit_code, 2);
  EXPECT_EQ(content("tracker.gpkg").find("13812345678"), std::string::npos);
  EXPECT_EQ(wza({"import", "districts", "county.geojson", "--source", "电话 138 1234 5678",
                 "--date", "2025"})
                .exit_code,
            2);
}

TEST_F(ImportTest, AColumnIsNamedByOption) {
  file("f.csv", "编码X,名称,场所类型,经度,纬度\nA,虚构甲,bank-post,113.5,23.5\n");
  EXPECT_EQ(
      wza({"import", "facilities", "f.csv", "--datum", "wgs84", "--column", "id=编码X"}).exit_code,
      0);
  EXPECT_EQ(wza({"import", "facilities", "f.csv", "--column", "nonsense"}).exit_code, 2);
}

TEST_F(ImportTest, RefusedRowsAreCorrectedAndImportedFromTheirOwnFile) {
  file("f.csv",
       "登记表,,,,\n设施编号,名称,场所类型,经度,纬度\nA,虚构甲,bank-post,113.5,23.5\n"
       "B,=虚构乙,bank-post,一百一十三,23.5\n");
  Outputs const run =
      wza({"import", "facilities", "f.csv", "--datum", "wgs84", "--refused", "r.csv"});
  EXPECT_EQ(run.exit_code, 4);
  EXPECT_NE(run.err.find("row 2"), std::string::npos) << run.err;  // where the header stands
  std::string rows = content("r.csv");
  EXPECT_NE(rows.find("reason refused\r\nB,'=虚构乙,bank-post,一百一十三,23.5,"), std::string::npos)
      << rows;
  EXPECT_EQ(rows.find("虚构甲"), std::string::npos);
  rows.replace(rows.find("一百一十三"), std::string("一百一十三").size(), "113.6");
  file("r.csv", rows);
  Outputs const again = wza({"import", "facilities", "r.csv", "--datum", "wgs84"});
  EXPECT_EQ(again.exit_code, 0) << again.err;
  EXPECT_NE(again.out.find("1 rows, 0 refused; stored 1,"), std::string::npos) << again.out;
  EXPECT_EQ(wza({"import", "facilities", "f.csv", "--refused", "r.pdf"}).exit_code, 2);
}

TEST_F(ImportTest, RefusedRowsOfHomesAreForTheirOwnersEyesAndOnlyWhereAsked) {
  file("h.csv", "姓名,地址,乡镇代码,年度,状态\n虚构人,虚构路1号,990199,2025,accepted\n");
  Outputs const run = wza({"import", "households", "h.csv", "--refused", "r.xlsx"});
  EXPECT_EQ(run.exit_code, 4);
  EXPECT_NE(run.err.find("personal data"), std::string::npos) << run.err;
  auto const rights = std::filesystem::status(m_dir.path() / "r.xlsx").permissions();
  EXPECT_EQ(rights, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
  for (auto const &entry : std::filesystem::directory_iterator(m_dir.path()))
    EXPECT_FALSE(entry.path().filename().string().starts_with(".wza-refused")) << entry.path();
}

TEST_F(ImportTest, AMappingIsSavedEditedAndUsed) {
  file("f.csv", "设施编号,名称,场所类型,经度,纬度\nA,虚构甲,bank-post,113.5,23.5\n");
  EXPECT_EQ(wza({"import", "facilities", "f.csv", "--datum", "wgs84", "--save-mapping", "m.csv"})
                .exit_code,
            0);
  std::string mapping = content("m.csv");
  EXPECT_NE(mapping.find("id,设施编号,"), std::string::npos) << mapping;
  EXPECT_NE(mapping.find("owner,,"), std::string::npos) << mapping;
  mapping.replace(mapping.find("id,设施编号,"), std::string("id,设施编号,").size(), "id,点位,");
  file("m.csv", mapping);
  file("g.csv", "点位,名称,场所类型,经度,纬度\nB,虚构乙,bank-post,113.6,23.5\n");
  EXPECT_EQ(wza({"import", "facilities", "g.csv", "--datum", "wgs84"}).exit_code, 4);
  EXPECT_EQ(
      wza({"import", "facilities", "g.csv", "--datum", "wgs84", "--mapping", "m.csv"}).exit_code,
      0);
  file("wrong.csv", "字段,列名\nnonsense,点位\n");
  EXPECT_EQ(wza({"import", "facilities", "g.csv", "--datum", "wgs84", "--mapping", "wrong.csv"})
                .exit_code,
            2);
}

}  // namespace
}  // namespace wza::audit
