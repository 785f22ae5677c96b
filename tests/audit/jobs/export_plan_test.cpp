// SPDX-License-Identifier: Apache-2.0
#include "audit/jobs/export_plan.h"

#include "db/base/file.h"
#include "db/sqlite/transaction.h"
#include "db/store/districts.h"
#include "db/store/retrofits.h"
#include "db/store/runs.h"
#include "gis/io/read_layer.h"
#include "tests/support/gpkg_validator.h"
#include "tests/support/sample_tracker.h"
#include "tests/support/temp_tracker.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <filesystem>

namespace wza::audit {
namespace {

constexpr int kHidden = 137, kShown = 1409;

/// The sample with 137 homes in one town and 1409 in a third, to be published from 150 on.
struct ExportPlanTest : testing::Test {
  ExportPlanTest() {
    fill_sample(*tracker);
    Transaction transaction(tracker->db());
    auto const run = RunStore(*tracker).begin(RunKind::import, "homes", "test").id;
    homes(run, "441821902", kHidden);
    homes(run, kSampleTown, kShown - 2);  // the sample has two already
    transaction.commit();
    query.plan = *only_plan(*tracker);
  }

  void homes(RunId run, char const *district, int count) {
    RetrofitStore store(*tracker);
    for (int i = 0; i < count; ++i) {
      Household household;
      household.pseudonym = HouseholdId(fmt::format("H-{}{:06}", district, i));
      household.district = DistrictCode(district);
      store.put(household, run);
      Retrofit retrofit;
      retrofit.household = household.pseudonym;
      retrofit.programme = "示例";
      retrofit.year = 2022;
      retrofit.district = household.district;
      retrofit.state = RetrofitState::accepted;
      retrofit.reached_on[static_cast<std::size_t>(RetrofitState::accepted)] =
          LocalDate::parse("2022-09-01");
      ASSERT_TRUE(store.put(retrofit, run));
    }
  }

  /// All texts of the file: cells of all sheets, or the bytes.
  std::string text_of(std::string const &path) {
    auto const ending = std::filesystem::path(path).extension().string();
    if (ending == ".html" || ending == ".csv" || ending == ".geojson") return *bytes_of_file(path);
    std::string out;
    std::vector<std::string> const layers = ending == ".xlsx"
                                                ? std::vector<std::string>{"progress", "说明 Notes"}
                                                : std::vector<std::string>{"progress"};
    for (auto const &layer : layers) {
      gis::ReadOptions options;
      options.layer = layer;
      auto const table = gis::read_layer(path, options);
      EXPECT_TRUE(table) << path;
      for (auto const &row : table->rows)
        out += fmt::format("{}\n", fmt::join(row.cells, "|"));
    }
    if (ending != ".gpkg") return out;
    Database db = Database::open_read(path);
    Statement about = db.prepare("SELECT description FROM gpkg_contents");
    while (about.step())
      out += about.get<std::optional<std::string>>(0).value_or("");
    return out;
  }

  std::string exported(std::string const &ending) {
    auto const path = (folder.path() / ("p" + ending)).string();
    auto const written = export_plan(*tracker, query, path, "A4", Lang::zh);
    EXPECT_TRUE(written) << ending << ": " << written.problem().in(Lang::en);
    return text_of(path);
  }

  TempTracker tracker;
  TempDir folder;
  gis::PlanQuery query;
};

TEST_F(ExportPlanTest, WhatIsHiddenStandsInNoFileAndCannotBeWorkedOut) {
  for (char const *ending : {".html", ".xlsx", ".csv", ".geojson", ".gpkg"}) {
    query.threshold = 0;
    auto const all = exported(ending);
    EXPECT_NE(all.find("137"), std::string::npos) << ending << ": the test can see it";
    EXPECT_NE(all.find("虚构的边界 invented boundary (2025-01-01)"), std::string::npos) << ending;
    query.threshold = 150;
    auto const published = exported(ending);
    EXPECT_EQ(published.find("137"), std::string::npos) << ending;
    // The other town's count, or the county's, must go as well: their difference is 137.
    bool const other = published.find("1409") != std::string::npos;
    bool const whole = published.find("1546") != std::string::npos;
    EXPECT_TRUE(!other || !whole) << ending;
    EXPECT_TRUE(other || whole) << ending << ": not everything is hidden";
  }
}

TEST_F(ExportPlanTest, AHiddenCountIsNotZero) {
  query.threshold = 150;
  EXPECT_NE(exported(".csv").find("*"), std::string::npos);
  auto const path = (folder.path() / "p.gpkg").string();
  exported(".gpkg");
  EXPECT_EQ(test::gpkg_faults(path), std::vector<std::string>{});
  Database db = Database::open_read(path);
  Statement row = db.prepare("SELECT total FROM progress WHERE district = '441821902'");
  ASSERT_TRUE(row.step());
  EXPECT_TRUE(row.is_null(0));
  auto const map = nlohmann::json::parse(exported(".geojson"));
  int hidden = 0;
  for (auto const &feature : map["features"]) {
    auto const &is = feature["properties"];
    bool const listed = is["suppressed"].is_string() &&
                        is["suppressed"].get<std::string>().find("total") != std::string::npos;
    EXPECT_TRUE(is.contains("total")) << "null, and not left out";
    EXPECT_EQ(is["total"].is_null(), listed) << is;
    hidden += listed ? 1 : 0;
  }
  EXPECT_EQ(hidden, 2) << "the small count and the one that protects it";
}

TEST_F(ExportPlanTest, WithoutAPlanOfADrawnDistrictOneMustBeNamed) {
  TempTracker empty;
  auto const plan = only_plan(*empty);
  ASSERT_FALSE(plan);
  EXPECT_EQ(plan.problem().field, "--plan");
}

}  // namespace
}  // namespace wza::audit
