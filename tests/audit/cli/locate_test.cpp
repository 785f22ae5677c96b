// SPDX-License-Identifier: Apache-2.0
// wza locate as a user runs it: with boundaries of a file and of the tracker.
#include "tests/support/run_wza.h"
#include "tests/support/temp_tracker.h"

#include <gtest/gtest.h>

#include <fstream>

namespace wza::audit {
namespace {

constexpr char const *kBoundaries =
    R"({"type":"FeatureCollection","features":[)"
    R"({"type":"Feature","properties":{"code":"990101","name":"西县"},"geometry":{"type":"Polygon",)"
    R"("coordinates":[[[113,23],[114,23],[114,24],[113,24],[113,23]]]}},)"
    R"({"type":"Feature","properties":{"code":"990102","name":"东县"},"geometry":{"type":"Polygon",)"
    R"("coordinates":[[[114,23],[115,23],[115,24],[114,24],[114,23]]]}}]})";

class LocateTest : public testing::Test {
 protected:
  LocateTest() {
    file("counties.geojson", kBoundaries);
    file("points.csv",
         "id,lon,lat,accuracy\na,113.5,23.5,30\nb,114,23.5,\nc,114.0001,23.5,30\nd,116,23.5,30\n");
  }
  Outputs wza(std::vector<std::string> const &args) {
    std::vector<std::string> words{"--lang", "en"};
    words.insert(words.end(), args.begin(), args.end());
    return run_wza(m_dir.path(), words);
  }
  void file(std::string const &name, std::string const &content) {
    std::ofstream(m_dir.path() / name, std::ios::binary) << content;
  }
  TempDir m_dir;
};

TEST_F(LocateTest, CountsPerDistrictOfAFileWithoutATracker) {
  auto const run = wza({"locate", "points.csv", "--districts", "counties.geojson", "--count"});
  EXPECT_EQ(run.exit_code, 0) << run.err;
  EXPECT_EQ(run.out, "code,name,count\r\n990101,西县,2\r\n990102,东县,1\r\n");
  EXPECT_NE(run.err.find("--datum"), std::string::npos) << "an undeclared datum is told";
  EXPECT_NE(run.err.find("3 in a district, 1 in none"), std::string::npos) << run.err;
  auto const told = wza(
      {"locate", "points.csv", "--districts", "counties.geojson", "--count", "--datum", "wgs84"});
  EXPECT_EQ(told.err.find("--datum"), std::string::npos) << told.err;
}

TEST_F(LocateTest, GivesEachPointItsDistrictAndNamesTheOthersWithinItsAccuracy) {
  auto const run = wza({"locate", "points.csv", "--districts", "counties.geojson"});
  EXPECT_EQ(run.exit_code, 0) << run.err;
  EXPECT_EQ(run.out,
            "row,code,name,precision,on_border,in_several,others\r\n"
            "2,990101,西县,gps,0,0,\r\n"
            "3,990101,西县,gps,1,0,990102\r\n"
            "4,990102,东县,gps,0,0,990101\r\n"
            "5,,,,0,0,\r\n");
}

TEST_F(LocateTest, RowsWithoutAPositionArePlacedByTheirAddress) {
  file("homes.csv", "住址,lon,lat\n东县某路1号,,\n某路2号,,\n西县,114.5,23.5\n");
  auto const run = wza({"locate", "homes.csv", "--districts", "counties.geojson"});
  EXPECT_EQ(run.exit_code, 4) << "the second names no district";
  EXPECT_EQ(run.err.find("某路"), std::string::npos) << "addresses are personal: " << run.err;
  file("homes.csv", "住址\n东县某路1号\n西县\n");
  auto const rows = wza({"locate", "homes.csv", "--districts", "counties.geojson"});
  EXPECT_EQ(rows.exit_code, 0) << rows.err;
  EXPECT_EQ(rows.out,
            "row,code,name,precision,on_border,in_several,others\r\n"
            "2,990102,东县,county,0,0,\r\n"
            "3,990101,西县,county,0,0,\r\n");
  EXPECT_EQ(wza({"locate", "homes.csv", "--districts", "counties.geojson", "--count"}).out,
            "code,name,count\r\n990101,西县,1\r\n990102,东县,1\r\n");
}

TEST_F(LocateTest, TheSameAsObjects) {
  auto const run = wza(
      {"locate", "points.csv", "--districts", "counties.geojson", "--count", "--format", "json"});
  EXPECT_EQ(run.out,
            "{\"schema\":\"wza.locate/1\",\"code\":\"990101\",\"name\":\"西县\",\"count\":2}\n"
            "{\"code\":\"990102\",\"name\":\"东县\",\"count\":1}\n");
}

TEST_F(LocateTest, DistrictsOfTheTrackerGiveTheSame) {
  EXPECT_EQ(wza({"init", "-q"}).exit_code, 0);
  EXPECT_EQ(wza({"locate", "points.csv", "--count"}).exit_code, 4) << "no districts yet";
  EXPECT_EQ(wza({"import", "districts", "counties.geojson", "--source", "虚构", "--date", "2025"})
                .exit_code,
            0);
  EXPECT_EQ(wza({"locate", "points.csv"}).out,
            wza({"locate", "points.csv", "--districts", "counties.geojson"}).out);
}

TEST_F(LocateTest, RowsWithoutAPositionAreListedAndTheOthersCounted) {
  file("points.csv", "lon,lat\n113.5,23.5\nx,23\n23.5,113.5\n");
  auto const run = wza({"locate", "points.csv", "--districts", "counties.geojson", "--count"});
  EXPECT_EQ(run.exit_code, 4);
  EXPECT_NE(run.out.find("990101,西县,1\r\n"), std::string::npos);
  EXPECT_NE(run.err.find("row 3"), std::string::npos) << run.err;
  EXPECT_NE(run.err.find("row 4"), std::string::npos) << run.err;
  EXPECT_EQ(wza({"locate", "no.csv", "--districts", "counties.geojson"}).exit_code, 4);
  EXPECT_EQ(wza({"locate", "points.csv", "--column", "lon"}).exit_code, 2);
}

}  // namespace
}  // namespace wza::audit
