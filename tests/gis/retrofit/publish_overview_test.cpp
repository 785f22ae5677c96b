// SPDX-License-Identifier: Apache-2.0
#include "gis/retrofit/publish_overview.h"

#include "db/seed.h"
#include "db/sqlite/transaction.h"
#include "db/store/districts.h"
#include "db/store/plans.h"
#include "db/store/retrofits.h"
#include "db/store/runs.h"
#include "tests/support/temp_tracker.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace wza::gis {
namespace {

/// A county that has a plan, with invented towns and homes.
struct PublishOverview : testing::Test {
  PublishOverview() {
    EXPECT_TRUE(seed(*tracker));
    Transaction transaction(tracker->db());
    run = RunStore(*tracker).begin(RunKind::import, "test", "").id;
    DistrictStore districts(*tracker);
    for (std::string const code : {kCounty, "441821901", "441821902", "441821903"}) {
      DistrictCode const c(code);
      districts.put(
          {{c, "虚构" + code, level_of(c), {}, "虚构", "2025"}, {std::byte{1}}, "cgcs2000", false},
          run);
    }
    districts.rebuild_tree(run);
    transaction.commit();
  }
  void accept(int homes, std::string const &district, int year) {
    Transaction transaction(tracker->db());
    RetrofitStore store(*tracker);
    for (; homes > 0; --homes) {
      Household household;
      household.pseudonym = HouseholdId("H-" + std::to_string(++m_homes));
      household.district = DistrictCode(district);
      store.put(household, run);
      Retrofit home;
      home.household = household.pseudonym;
      home.programme = "虚构";
      home.year = year;
      home.district = household.district;
      home.state = RetrofitState::accepted;
      home.reached_on[static_cast<std::size_t>(RetrofitState::accepted)] =
          LocalDate::parse(std::to_string(year) + "-06-01");
      EXPECT_TRUE(store.put(home, run));
    }
    transaction.commit();
  }
  Overview published() {
    auto table = overview(*tracker);
    EXPECT_TRUE(hide_small_homes(*tracker, table, {5, *LocalDate::parse("2025-12-31")}));
    return table;
  }
  static OverviewRow const &row(Overview const &table, std::string const &code) {
    return *std::ranges::find(table.rows, DistrictCode(code), &OverviewRow::code);
  }
  static constexpr char const *kCounty = "441821";
  TempTracker tracker;
  RunId run;

 private:
  int m_homes = 0;
};

TEST_F(PublishOverview, ASmallCountIsNotToldBySubtraction) {
  accept(3, "441821901", 2023);
  accept(20, "441821902", 2023);
  accept(30, "441821903", 2023);
  auto const table = published();
  EXPECT_FALSE(row(table, "441821901").homes_accepted);
  EXPECT_EQ(row(table, kCounty).homes_accepted, 53);
  EXPECT_EQ(table.total.homes_accepted, 53);
  bool const second = row(table, "441821902").homes_accepted.has_value();
  bool const third = row(table, "441821903").homes_accepted.has_value();
  EXPECT_NE(second, third) << "one more is hidden, and only one";
}

TEST_F(PublishOverview, HomesThatNoTownHasAreNotToldBySubtractionEither) {
  accept(2, kCounty, 2023);
  accept(20, "441821902", 2023);
  accept(30, "441821903", 2023);
  auto const table = published();
  EXPECT_EQ(row(table, kCounty).homes_accepted, 52);
  EXPECT_FALSE(row(table, "441821902").homes_accepted && row(table, "441821903").homes_accepted);
}

TEST_F(PublishOverview, WhatAPlansTableHidesIsHiddenHere) {
  accept(3, "441821901", 2023);
  accept(40, "441821901", 2010);
  accept(20, "441821902", 2023);
  accept(30, "441821903", 2023);
  EXPECT_FALSE(row(published(), "441821901").homes_accepted)
      << "43 homes in all years beside 3 in the plan's";
}

TEST_F(PublishOverview, APromiseIsCountedWhereEachOfItsYearsIsShown) {
  accept(20, "441821902", 2023);
  auto const shown = published();
  EXPECT_EQ(row(shown, kCounty).homes.value().accepted, 20);
  EXPECT_TRUE(shown.total.homes.value().rate);
  accept(4, "441821902", 2024);
  auto const table = published();
  EXPECT_FALSE(row(table, kCounty).homes.value().accepted);
  EXPECT_FALSE(table.total.homes.value().rate);
  for (auto const &target : table.targets)
    EXPECT_FALSE(target.accepted && target.district == DistrictCode(kCounty));
}

TEST_F(PublishOverview, WhatWasAcceptedAfterTheLastYearWaitsForTheNext) {
  accept(20, "441821902", 2023);
  accept(7, "441821902", 2026);
  auto const table = published();
  EXPECT_EQ(overview(*tracker).total.homes_accepted, 27);
  EXPECT_EQ(table.total.homes_accepted, 20);
  EXPECT_EQ(row(table, "441821902").homes_accepted, 20);
  EXPECT_EQ(row(table, kCounty).homes.value().accepted, 20);
}

TEST_F(PublishOverview, AFewHomesOutsideThePlansYearsAreNotToldByTheDifference) {
  accept(20, "441821902", 2023);
  accept(2, "441821902", 2010);
  auto const table = published();
  EXPECT_FALSE(row(table, kCounty).homes_accepted && row(table, kCounty).homes.value().accepted);
}

}  // namespace
}  // namespace wza::gis
