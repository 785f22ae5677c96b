// SPDX-License-Identifier: Apache-2.0
// A plan's progress and one home's way, through the program as an office runs it.
#include "tests/support/run_wza.h"
#include "tests/support/temp_tracker.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <sstream>

namespace wza::audit {
namespace {

using Json = nlohmann::json;

class PlanCommand : public testing::Test {
 protected:
  PlanCommand() {
    expect_done({"init", "-q"});
    file(
        "county.geojson",
        R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"990101",)"
        R"("name":"虚构县"},"geometry":{"type":"Polygon","coordinates":[[[113,23],[114,23],[114,24],)"
        R"([113,24],[113,23]]]}}]})");
    expect_done({"import", "districts", "county.geojson", "--source", "虚构", "--date", "2025"});
    file("plan.csv",
         "district,place,plan,indicator,year,from_year,target,unit\n"
         "990101,虚构县,虚构规划,home-retrofits,2025,2021,10,户\n");
    expect_done({"import", "plan", "plan.csv"});
    std::string homes = "姓名,住址,残疾人证号,乡镇代码,年度,状态,验收日期,补贴金额\n";
    // Four homes of category 4, grade 1, accepted in 2023; one that applied in 2024.
    constexpr char const *kIdentities[]{"990101195001010010", "990101195001010029",
                                        "990101195001010037", "990101195001010045",
                                        "990101194102020010"};
    for (int i = 0; i < 5; ++i) {
      homes += "测试甲,虚构路" + std::to_string(i) + "号," + kIdentities[i] + "41,990101," +
               (i < 4 ? "2023,已验收,2023-05-0" + std::to_string(i + 1) : "2024,已申请,") +
               ",5000\n";
    }
    file("homes.csv", homes);
    expect_done({"import", "households", "homes.csv"});
  }

  Outputs wza(std::vector<std::string> const &args) {
    std::vector<std::string> words{"--lang", "en"};
    words.insert(words.end(), args.begin(), args.end());
    return run_wza(m_dir.path(), words);
  }
  void expect_done(std::vector<std::string> const &args) {
    auto const run = wza(args);
    EXPECT_EQ(run.exit_code, 0) << args[0] << " " << args[1] << ": " << run.err;
  }
  std::vector<Json> json(std::vector<std::string> args) {
    args.insert(args.end(), {"--format", "json"});
    auto const run = wza(args);
    EXPECT_EQ(run.exit_code, 0) << run.err;
    std::vector<Json> out;
    std::istringstream lines(run.out);
    for (std::string line; std::getline(lines, line);)
      out.push_back(Json::parse(line));
    return out;
  }
  void file(std::string const &name, std::string const &content) {
    std::ofstream(m_dir.path() / name, std::ios::binary) << content;
  }
  TempDir m_dir;
};

TEST_F(PlanCommand, ThePublishedTableOfDistrictsHidesFewHomes) {
  std::vector<std::string> const publish{"report", "districts", "--publish"};
  auto const rows = json(publish);
  EXPECT_EQ(rows.front()["published_below"], 5);
  for (auto const &row : rows) {
    EXPECT_TRUE(row["homes_accepted"].is_null());
    EXPECT_TRUE(row["homes_accepted_in_plan"].is_null());
    EXPECT_TRUE(row["homes_rate"].is_null());
  }
  auto const text = wza(publish).out;
  EXPECT_NE(text.find("* hidden to protect people: counts below 5"), std::string::npos);
  EXPECT_EQ(text.find("accepted 4"), std::string::npos) << text;
  auto with = publish;
  with.insert(with.end(), {"--format", "csv"});
  EXPECT_NE(wza(with).out.find(",*,"), std::string::npos);
  EXPECT_EQ(json({"report", "districts"}).front()["homes_accepted"], 4);
}

TEST_F(PlanCommand, ATableOfDistrictsIsNotPublishedForAChoiceOfHomes) {
  for (std::vector<std::string> const &more :
       {std::vector<std::string>{"--list"}, {"--programme", "x"}, {"--rule", "place"}}) {
    std::vector<std::string> args{"report", "districts", "--publish"};
    args.insert(args.end(), more.begin(), more.end());
    auto const run = wza(args);
    EXPECT_EQ(run.exit_code, 2) << more.front();
    EXPECT_NE(run.err.find(more.front()), std::string::npos) << run.err;
  }
}

TEST_F(PlanCommand, ShowsPromisesAndCountsWithWhatTheyStandOn) {
  auto const report = json({"report", "plan", "--plan", "虚构县", "--as-of", "2023-12-31"});
  ASSERT_EQ(report.size(), 3U);
  EXPECT_EQ(report[0]["schema"], "wza.plan/1");
  EXPECT_EQ(report[0]["boundaries"][0], "虚构 (2025)");
  EXPECT_EQ(report[0]["rule"], "person");
  EXPECT_EQ(report[1]["counted"], 4);
  EXPECT_EQ(report[1]["target"], 10);
  EXPECT_EQ(report[1]["forecast"], 4 + 4 * 731 / 365);
  EXPECT_EQ(report[1]["standing"], "on_pace");
  EXPECT_EQ(report[2]["total"], 4);
  EXPECT_EQ(report[2]["year"]["2023"], 4);
  auto const before = json({"report", "plan", "--plan", "local-990101", "--as-of", "2023-05-02"});
  EXPECT_EQ(before[1]["counted"], 2);
  EXPECT_EQ(json({"report", "plan"}).size(), 6U) << "five plans and the county's own";
}

TEST_F(PlanCommand, OpensACellAndHidesItWhenPublished) {
  auto const homes = json({"report", "plan", "--plan", "local-990101", "--list", "--district",
                           "990101", "--column", "2023"});
  ASSERT_EQ(homes.size(), 4U);
  EXPECT_EQ(homes[0]["schema"], "wza.plan-homes/1");
  EXPECT_EQ(
      json({"report", "plan", "--plan", "local-990101", "--list", "--column", "total"}).size(),
      json({"report", "plan", "--plan", "local-990101", "--list"}).size());
  auto const published = wza({"report", "plan", "--plan", "local-990101", "--publish"});
  EXPECT_EQ(published.exit_code, 0) << published.err;
  EXPECT_EQ(published.out.find(" 4"), std::string::npos) << published.out;
  EXPECT_NE(published.out.find("*"), std::string::npos);
  EXPECT_EQ(wza({"report", "plan", "--plan", "local-990101", "--publish", "--list"}).exit_code, 2);
  EXPECT_EQ(wza({"report", "plan", "--plan", "nowhere"}).exit_code, 2);
  EXPECT_EQ(wza({"report", "plan", "--plan", "local-990101", "--as-of", "soon"}).exit_code, 2);
}

TEST_F(PlanCommand, NothingIsPublishedThatAnotherTableCouldBeSubtractedFrom) {
  auto const publish = [&](std::vector<std::string> const &more) {
    std::vector<std::string> args{"report", "plan", "--plan", "local-990101", "--publish"};
    args.insert(args.end(), more.begin(), more.end());
    return wza(args);
  };
  EXPECT_EQ(publish({"--as-of", "2023-12-31"}).exit_code, 0) << "a year's end, as its column";
  EXPECT_EQ(publish({"--as-of", "2023-11-30"}).exit_code, 2);
  EXPECT_EQ(publish({"--as-of", "2098-12-31"}).exit_code, 2) << "a year that is not over";
  auto const last_year = LocalDate::of(SystemClock().now()).year() - 1;
  EXPECT_NE(publish({}).out.find("As of " + std::to_string(last_year) + "-12-31"),
            std::string::npos)
      << publish({}).out;
  EXPECT_EQ(publish({"--known-on", "2023-12-31"}).exit_code, 2);
  EXPECT_EQ(publish({"--by", "grade", "--level", "township"}).exit_code, 2);
  EXPECT_EQ(publish({"--by", "grade"}).exit_code, 0) << "of the whole district";
}

TEST_F(PlanCommand, TheThresholdIsASettingOfTheOffice) {
  std::vector<std::string> const publish{"report", "districts", "--publish"};
  setenv("WZA_PUBLISH_BELOW", "3", 1);
  auto const shown = json(publish);
  setenv("WZA_PUBLISH_BELOW", "few", 1);
  auto const refused = wza(publish);
  unsetenv("WZA_PUBLISH_BELOW");
  EXPECT_EQ(shown.front()["published_below"], 3);
  EXPECT_EQ(shown.front()["homes_accepted"], 4);
  EXPECT_EQ(refused.exit_code, 3);
  EXPECT_NE(refused.err.find("WZA_PUBLISH_BELOW"), std::string::npos) << refused.err;
}

TEST_F(PlanCommand, MonitoringTableInTheFormThatTheFileSays) {
  auto const start_of = [&](char const *name) {
    std::ifstream in(m_dir.path() / name, std::ios::binary);
    std::string start(9, '\0');
    in.read(start.data(), 9);
    return start;
  };
  std::vector<std::string> const order{"report", "plan", "--plan", "local-990101", "--monitor"};
  auto const monitor = [&](std::vector<std::string> more) {
    more.insert(more.begin(), order.begin(), order.end());
    return wza(more);
  };
  EXPECT_EQ(monitor({"final", "m.html"}).exit_code, 0);
  EXPECT_EQ(start_of("m.html"), "<!DOCTYPE");
  EXPECT_EQ(monitor({"final", "m.xlsx"}).exit_code, 0);
  EXPECT_TRUE(start_of("m.xlsx").starts_with("PK"));
  EXPECT_EQ(monitor({"final", "m.csv"}).exit_code, 0);
  EXPECT_TRUE(start_of("m.csv").starts_with("row,"));
  EXPECT_EQ(wza({"report", "plan", "--plan", "local-990101", "y.html"}).exit_code, 0);
  auto const words = monitor({"final"});
  EXPECT_NE(words.out.find("Not kept. Target 10 homes, 4 reached by 2025-12-31"), std::string::npos)
      << words.out << words.err;
  EXPECT_EQ(monitor({"mid-term", "--by", "grade"}).exit_code, 2);
  EXPECT_EQ(wza({"report", "plan", "--monitor", "final"}).exit_code, 2) << "of which plan";
}

TEST_F(PlanCommand, OneHomeGoesItsWayAndNothingPrivateIsShown) {
  expect_done({"retrofit", "prove", "5", "application", "--on", "2024-01-02"});
  auto const early = wza({"retrofit", "advance", "5", "assessed", "--on", "2024-02-01"});
  EXPECT_EQ(early.exit_code, 4);
  EXPECT_NE(early.err.find("assessment"), std::string::npos) << early.err;
  file("form.jpg", "not really a photo");
  expect_done({"retrofit", "prove", "5", "assessment", "--on", "2024-02-01", "--file", "form.jpg"});
  EXPECT_EQ(
      wza({"retrofit", "prove", "5", "photo_before", "--on", "2024-02-01", "--file", "form.jpg"})
          .exit_code,
      4);
  EXPECT_EQ(wza({"retrofit", "prove", "5", "invoice", "--on", "2024-02-01", "--by", "测试 甲家"})
                .exit_code,
            4)
      << "a name of the home";
  file("photo.jpg", "\xFF\xD8\xFF\xE0 begins like one");
  expect_done(
      {"retrofit", "prove", "5", "photo_before", "--on", "2024-02-01", "--file", "photo.jpg"});
  expect_done({"retrofit", "advance", "5", "assessed", "--on", "2024-02-01"});
  auto const shown = json({"retrofit", "show", "5"});
  ASSERT_EQ(shown.size(), 1U);
  EXPECT_EQ(shown[0]["state"], "assessed");
  EXPECT_EQ(shown[0]["evidence"][1]["reference"].get<std::string>().substr(0, 7), "sha256:");
  EXPECT_EQ(shown[0]["next"][0]["state"], "approved");
  EXPECT_EQ(shown[0].dump().find("9901011941"), std::string::npos);
  expect_done(
      {"retrofit", "programme", "disabled-homes", "--from-year", "2024", "--ceiling", "4000"});
  EXPECT_EQ(wza({"retrofit", "set", "5", "--planned", "4500"}).exit_code, 4);
  expect_done({"retrofit", "set", "5", "--planned", "4000", "--item", "坡道", "--source", "省级"});
  EXPECT_EQ(wza({"retrofit", "set", "5", "--source", "测试乙捐款"}).exit_code, 2);
  for (auto const &[option, value] : {std::pair{"--grades", "1,5"}, {"--further-grades", "8-3"}}) {
    EXPECT_EQ(wza({"retrofit", "programme", "disabled-homes", "--from-year", "2024", option, value})
                  .exit_code,
              2);
  }
  expect_done({"retrofit", "correct", "5", "applied", "--on", "2024-01-02", "--reason", "重填"});
  EXPECT_EQ(json({"retrofit", "show", "5"})[0]["state"], "applied");
  EXPECT_EQ(wza({"retrofit", "certificate", "5"}).out, "990101************41\n");
  EXPECT_EQ(wza({"retrofit", "show", "99"}).exit_code, 4);
  EXPECT_EQ(wza({"retrofit", "advance", "5", "nowhere", "--on", "2024-01-02"}).exit_code, 2);
}

}  // namespace
}  // namespace wza::audit
