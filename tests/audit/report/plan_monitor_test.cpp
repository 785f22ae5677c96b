// SPDX-License-Identifier: Apache-2.0
// The monitoring document of a fictional county: what stands on it, and that no number which
// publishing hides is told by any form of it.
#include "audit/report/plan_monitor.h"

#include "db/seed.h"
#include "db/sqlite/transaction.h"
#include "db/store/districts.h"
#include "db/store/plans.h"
#include "db/store/retrofits.h"
#include "db/store/runs.h"
#include "gis/io/read_layer.h"
#include "tests/support/temp_tracker.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <fstream>
#include <regex>
#include <set>

namespace wza::audit {
namespace {

/// Homes of three towns in 2021 and 2022; each number is found nowhere else.
struct MonitorPaper : testing::Test {
  static constexpr int kHomes[3][2]{{37, 53}, {67, 48}, {71, 59}};

  MonitorPaper() {
    EXPECT_TRUE(seed(*tracker));
    Transaction transaction(tracker->db());
    run = RunStore(*tracker).begin(RunKind::import, "test", "").id;
    DistrictStore districts(*tracker);
    for (auto const &[code, name] :
         {std::pair("990101", "虚构县"), std::pair("990101100", "甲镇"),
          std::pair("990101101", "乙镇"), std::pair("990101102", "丙镇")}) {
      DistrictCode const c(code);
      districts.put(
          {{c, name, level_of(c), {}, "虚构的边界", "2020-01"}, {std::byte{1}}, "cgcs2000", false},
          run);
    }
    districts.rebuild_tree(run);
    plan("home-retrofits", "2022", "300", "户", "完成 300 户（虚构）");
    plan("aids-rate", "2022", "85", "%", "适配率 85%（虚构）");
    for (int town = 0; town < 3; ++town) {
      for (int year = 0; year < 2; ++year)
        for (int n = 0; n < kHomes[town][year]; ++n)
          home(town, 2021 + year);
    }
    transaction.commit();
  }

  void plan(char const *indicator, char const *year, char const *target, char const *unit,
            char const *quote) {
    PlanRow row;
    row.row = 2;
    row.district = "990101";
    row.plan = "虚构规划";
    row.status = "征求意见稿";
    row.indicator = indicator;
    row.year = year;
    row.from_year = "2021";
    row.target = target;
    row.unit = unit;
    row.quote = quote;
    auto const added = PlanStore(*tracker).add_local(row, "plan.csv");
    EXPECT_TRUE(added) << added.problem().in(Lang::en);
  }

  void home(int town, int year) {
    Household household;
    household.pseudonym = HouseholdId(fmt::format("H-{:016}", ++homes));
    household.district = DistrictCode(fmt::format("99010110{}", town));
    RetrofitStore(*tracker).put(household, run);
    Retrofit retrofit;
    retrofit.household = household.pseudonym;
    retrofit.programme = "虚构项目";
    retrofit.year = year;
    retrofit.district = household.district;
    retrofit.state = RetrofitState::accepted;
    retrofit.reached_on[static_cast<std::size_t>(RetrofitState::accepted)] =
        LocalDate::parse(fmt::format("{}-09-01", year));
    EXPECT_TRUE(RetrofitStore(*tracker).put(retrofit, run));
  }

  gis::PlanMonitor monitor(gis::MonitorKind kind, std::int64_t threshold = 0) {
    gis::PlanQuery query;
    query.plan = PlanId("local-990101");
    query.threshold = threshold;
    auto const made = gis::plan_monitor(*tracker, query, kind);
    EXPECT_TRUE(made);
    return *made;
  }

  TempTracker tracker;
  RunId run;
  int homes = 0;
};

std::string all_words(Paper const &paper) {
  return paper_text(paper, Lang::zh);
}

/// Numbers as a reader sees them; those of dates and codes are numbers too.
std::set<std::string> numbers_of(std::string const &text) {
  std::set<std::string> out;
  std::regex const number("[0-9]+(\\.[0-9]+)?");
  for (std::sregex_iterator at(text.begin(), text.end(), number), end; at != end; ++at)
    out.insert(at->str());
  return out;
}

TEST_F(MonitorPaper, SaysWhatItStandsOnAndTheVerdict) {
  auto const words = all_words(monitor_paper(monitor(gis::MonitorKind::at_end), Lang::zh));
  for (char const *told : {"虚构规划监测表（终期，2022 年）", "征求意见稿", "2022-12-31",
                           "虚构的边界 (2020-01)", "同一残疾人只计一次", "“完成 300 户（虚构）”",
                           "兑现。目标 300 户，截至 2022-12-31 完成 335 户", "未测量"})
    EXPECT_NE(words.find(told), std::string::npos) << told << "\n" << words;
  auto const half = all_words(monitor_paper(monitor(gis::MonitorKind::mid_term), Lang::zh));
  EXPECT_NE(half.find("到 2021 年时间过半"), std::string::npos) << half;
  EXPECT_NE(half.find("应完成 150 户"), std::string::npos) << half;
  EXPECT_NE(half.find("达到时序进度"), std::string::npos) << "175 homes by then";
}

TEST_F(MonitorPaper, APlanOfADistrictWithoutRecordsCannotBeJudged) {
  gis::PlanQuery query;
  query.plan = PlanId("fogang-14-5");
  auto const made = gis::plan_monitor(*tracker, query, gis::MonitorKind::at_end);
  ASSERT_TRUE(made);
  auto const words = all_words(monitor_paper(*made, Lang::zh));
  EXPECT_NE(words.find("按“累计（含规划前）”：无法判断，本系统没有该地区"), std::string::npos)
      << words;
  EXPECT_EQ(words.find("兑现。"), std::string::npos) << "neither kept nor not";
}

TEST_F(MonitorPaper, WhatPublishingHidesIsInNoFormOfIt) {
  auto const open = monitor(gis::MonitorKind::at_end);
  auto const published = monitor(gis::MonitorKind::at_end, 40);
  std::set<std::string> hidden;
  auto const compare = [&](gis::ShownCount const &all, gis::ShownCount const &shown) {
    if (!shown) hidden.insert(std::to_string(*all));
  };
  for (std::size_t r = 0; r < open.report.table.rows.size(); ++r) {
    auto const &all = open.report.table.rows[r], &shown = published.report.table.rows[r];
    compare(all.total, shown.total);
    for (std::size_t c = 0; c < all.cells.size(); ++c)
      compare(all.cells[c], shown.cells[c]);
  }
  EXPECT_TRUE(hidden.contains("37"));
  EXPECT_GE(hidden.size(), 3U) << "with what protects it";
  auto const paper = monitor_paper(published, Lang::zh);
  auto html = paper_html(paper, Lang::zh);
  html.erase(html.find("<style>"), html.find("</style>") - html.find("<style>"));
  auto const path = (tracker.dir().path() / "m.xlsx").string();
  std::ofstream(path, std::ios::binary) << paper_xlsx(paper, Lang::zh, tracker.clock().now());
  std::string sheets;
  auto const first = gis::read_layer(path);
  ASSERT_TRUE(first) << first.problem().in(Lang::en);
  std::vector<std::string> names = first->other_layers;
  names.push_back(first->layer);
  EXPECT_EQ(names.size(), 6U)
      << "what is said, two tables of the promise, two of districts, others";
  for (auto const &name : names) {
    auto const sheet = gis::read_layer(path, {.layer = name});
    ASSERT_TRUE(sheet) << name;
    for (auto const &row : sheet->rows)
      for (auto const &cell : row.cells)
        sheets += cell + "\n";
  }
  EXPECT_TRUE(numbers_of(sheets).contains("335")) << "the whole is no small number\n" << sheets;
  for (auto const &form : {html, sheets, all_words(paper), monitor_json(published),
                           monitor_csv(published, false), monitor_csv(published, true)}) {
    auto const numbers = numbers_of(form);
    for (auto const &number : hidden)
      EXPECT_FALSE(numbers.contains(number)) << number << " in\n" << form;
  }
}

}  // namespace
}  // namespace wza::audit
