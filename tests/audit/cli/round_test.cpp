// SPDX-License-Identifier: Apache-2.0
// `wza round` and what `wza report` says of rounds and coverage.
#include "tests/support/run_wza.h"
#include "tests/support/temp_tracker.h"

#include <gtest/gtest.h>

#include <fstream>

namespace wza::audit {
namespace {

constexpr char const *kBoundary =
    R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"990101",)"
    R"("name":"虚构县"},"geometry":{"type":"Polygon","coordinates":[[[113,23],[114,23],[114,24],)"
    R"([113,24],[113,23]]]}}]})";

struct RoundCommand : testing::Test {
  RoundCommand() {
    EXPECT_EQ(wza({"init", "-q"}).exit_code, 0);
    file("county.geojson", kBoundary);
    file("f.csv",
         "id,name,type,lon,lat,owner\nL1,虚构图书馆,library,113.5,23.5,甲局\n"
         "L2,虚构书屋,library,113.6,23.5,乙局\nB1,虚构站,bus-stop,113.5,23.6,甲局\n");
    file("i.csv",
         "facility,date,component,criterion,value,unit\n"
         "L1,2026-05-06,坡道,ramp-width,0.60,m\n");
    expect_done({"import", "districts", "county.geojson", "--source", "虚构", "--date", "2025"});
    expect_done({"import", "facilities", "f.csv", "--datum", "wgs84"});
    expect_done({"import", "inspections", "i.csv"});
  }
  Outputs wza(std::vector<std::string> const &args) { return run_wza(dir.path(), args); }
  Outputs expect_done(std::vector<std::string> const &args) {
    Outputs run = wza(args);
    EXPECT_EQ(run.exit_code, 0) << run.err;
    return run;
  }
  /// The places of a new round with these further options, without making it.
  std::string picked(std::vector<std::string> const &options) {
    std::vector<std::string> args{"round",     "new",        "--title", "t",
                                  "--from",    "2026-12-01", "--to",    "2026-12-31",
                                  "--dry-run", "--format",   "csv"};
    args.insert(args.end(), options.begin(), options.end());
    Outputs const run = wza(args);
    std::string ids;
    std::istringstream lines(run.out);
    for (std::string line; std::getline(lines, line);) {
      if (line.starts_with("2026-01,")) ids += line.substr(8, line.find(',', 8) - 8) + " ";
    }
    return ids.empty() ? fmt_code(run.exit_code) : ids;
  }
  static std::string fmt_code(int code) { return "exit " + std::to_string(code); }
  void file(std::string const &name, std::string const &content) {
    std::ofstream(dir.path() / name, std::ios::binary) << content;
  }
  TempDir dir;
};

TEST_F(RoundCommand, PicksPlacesMakesTheRoundAndTellsOfIt) {
  EXPECT_EQ(picked({}), "B1 L1 L2 ");
  EXPECT_EQ(picked({"--never-inspected", "--place", "图书馆"}), "L2 ");
  EXPECT_EQ(picked({"--recheck"}), "L1 ");
  EXPECT_EQ(picked({"--recheck", "--unit", "乙局"}), "exit 4");
  EXPECT_EQ(picked({"--district", "990102"}), "exit 4");
  EXPECT_EQ(picked({"--not-since", "soon"}), "exit 2");
  EXPECT_EQ(picked({"--kind", "campaign", "--recheck"}), "exit 2");
  EXPECT_EQ(picked({"--team", "督导一组 13812345678"}), "exit 2") << "nobody's number is kept";
  EXPECT_EQ(wza({"round", "list", "--format", "csv"}).out, "") << "a dry run makes none";

  expect_done({"round", "new", "--title", "复查", "--from", "2026-05-01", "--to", "2026-05-31",
               "--unit", "甲局"});
  std::string const report = expect_done({"report", "round", "--round", "2026-01", "--as-of",
                                          "2026-05-20", "--format", "csv"})
                                 .out;
  EXPECT_NE(report.find("2026-01,L1,虚构图书馆,990101,虚构县,,visited,2026-05-06,allowed,0,1,"),
            std::string::npos)
      << report;
  EXPECT_NE(report.find("2026-01,B1,虚构站,990101,虚构县,,pending,,,"), std::string::npos)
      << report;
  expect_done({"report", "round", "a.html", "--round", "2026-01"});
  EXPECT_TRUE(std::filesystem::exists(dir.path() / "a.html"));
  EXPECT_EQ(wza({"report", "round"}).exit_code, 2);
  EXPECT_EQ(
      wza({"round", "new", "2026-01", "--title", "t", "--from", "2026-05-01", "--to", "2026-05-31"})
          .exit_code,
      4)
      << "the number is taken";
}

TEST_F(RoundCommand, CoverageCountsPlacesAndListsThoseNeverInspected) {
  std::string const counts = expect_done({"report", "coverage", "--format", "csv", "--as-of",
                                          "2026-06-01", "--not-since", "2026-06-01"})
                                 .out;
  EXPECT_NE(counts.find("district,990101,虚构县,county,3,1,"), std::string::npos) << counts;
  EXPECT_NE(counts.find(",2,0,1,2026-06-01,2026-06-01\r\n"), std::string::npos) << counts;
  EXPECT_NE(counts.find("place_type,bus-stop,公交车站,,1,0,0.0,1,0,"), std::string::npos) << counts;
  std::string const list =
      expect_done({"report", "coverage", "--list", "--format", "csv", "--district", "990101"}).out;
  EXPECT_NE(list.find("L2,虚构书屋,library,990101,虚构县,,,\r\n"), std::string::npos) << list;
  EXPECT_EQ(list.find("L1,"), std::string::npos);
  EXPECT_EQ(wza({"report", "coverage", "--district", "1"}).exit_code, 4);
}

}  // namespace
}  // namespace wza::audit
