// SPDX-License-Identifier: Apache-2.0
// `wza report facility`: one place, for people and for programs.
#include "tests/support/run_wza.h"
#include "tests/support/temp_tracker.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <fstream>

namespace wza::audit {
namespace {

constexpr char const *kBoundary =
    R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"990101",)"
    R"("name":"虚构县"},"geometry":{"type":"Polygon","coordinates":[[[113,23],[114,23],[114,24],)"
    R"([113,24],[113,23]]]}}]})";

class ReportFacility : public testing::Test {
 protected:
  ReportFacility() {
    EXPECT_EQ(wza({"init", "-q"}).exit_code, 0);
    file("county.geojson", kBoundary);
    file("f.csv", "id,name,type,build,lon,lat\nL1,虚构图书馆,library,existing,113.5,23.5\n");
    file("i.csv",
         "facility,date,component,criterion,value,unit,context\n"
         "L1,2024-05-06,服务台,d-library-low-desk,无,,\n"
         "L1,2024-05-06,服务台,low-desk-present,无,,\n"
         "L1,2024-05-06,坡道,ramp-slope,1:10,,site_constrained=no\n"
         "L1,2024-05-06,坡道,ramp-width,1.25,m,\n"
         "L1,2024-05-06,小便器,urinal-lip-height,430,mm,\n");
    expect_done({"import", "districts", "county.geojson", "--source", "虚构", "--date", "2025"});
    expect_done({"import", "facilities", "f.csv", "--datum", "wgs84"});
    expect_done({"import", "inspections", "i.csv"});
  }
  Outputs wza(std::vector<std::string> const &args) { return run_wza(m_dir.path(), args); }
  void expect_done(std::vector<std::string> const &args) {
    Outputs const run = wza(args);
    EXPECT_EQ(run.exit_code, 0) << run.err;
  }
  void file(std::string const &name, std::string const &content) {
    std::ofstream(m_dir.path() / name, std::ios::binary) << content;
  }
  TempDir m_dir;
};

TEST_F(ReportFacility, TellsPeopleWhatIsMissingWhatFailsAndWhatIsOpen) {
  Outputs const run = wza({"report", "facility", "L1"});
  ASSERT_EQ(run.exit_code, 0) << run.err;
  auto const at = [&](std::string_view words) {
    auto const found = run.out.find(words);
    EXPECT_NE(found, std::string::npos) << words << " is not in:\n" << run.out;
    return found;
  };
  auto const missing = at("缺少的必备设施 (2)"), failed = at("不符合 (2)"),
             open = at("没有测量或无法判定");
  EXPECT_LT(missing, at("低位目录检索台"));
  EXPECT_LT(failed, at("1.66667 %"));
  EXPECT_LT(failed, at("GB 55019-2021 3.1.9（待核对）"));
  EXPECT_LT(open, at("坡道是否设扶手且临空"));
  EXPECT_EQ(run.out.find("低位台面高"), std::string::npos) << "no desk, no height";
  EXPECT_LT(missing, failed);
  EXPECT_LT(failed, open);
  Outputs const english = wza({"report", "facility", "L1", "--lang", "en"});
  EXPECT_NE(english.out.find("Required elements that are missing (2)"), std::string::npos);
}

TEST_F(ReportFacility, TellsProgramsEveryVerdict) {
  Outputs const run = wza({"report", "facility", "L1", "--format", "json"});
  ASSERT_EQ(run.exit_code, 0) << run.err;
  auto const json = nlohmann::json::parse(run.out);
  EXPECT_EQ(json["schema"], "wza.facility/1");
  EXPECT_EQ(json["last_visit"], "2024-05-06");
  std::map<std::string, std::string> states, outcomes;
  for (auto const &element : json["elements"])
    states[element["element"]] = element["state"];
  for (auto const &component : json["components"])
    outcomes[component["component"]] = component["outcome"];
  EXPECT_EQ(states["low-service"], "missing");
  EXPECT_EQ(states["accessible-lift"], "unknown");
  EXPECT_EQ(outcomes["坡道"], "failed");
}

TEST_F(ReportFacility, IsWrittenIntoAFile) {
  Outputs const run = wza({"report", "facility", "L1", "one.json", "--format", "json"});
  EXPECT_EQ(run.exit_code, 0) << run.err;
  EXPECT_TRUE(run.out.empty());
  EXPECT_TRUE(std::filesystem::exists(m_dir.path() / "one.json"));
}

TEST_F(ReportFacility, WrongRequestsSayWhatToDo) {
  EXPECT_EQ(wza({"report", "facility"}).exit_code, 2);
  EXPECT_EQ(wza({"report", "facility", "nowhere"}).exit_code, 4);
  EXPECT_EQ(wza({"report", "facility", "L1", "--as-of", "soon"}).exit_code, 2);
  EXPECT_EQ(wza({"report", "facility", "L1", "a.docx"}).exit_code, 2);
  EXPECT_EQ(wza({"report", "districts", "a.csv", "b.csv"}).exit_code, 2);
}

}  // namespace
}  // namespace wza::audit
