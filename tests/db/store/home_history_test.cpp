// SPDX-License-Identifier: Apache-2.0
#include "db/store/home_history.h"

#include "db/seed.h"
#include "db/sqlite/transaction.h"
#include "db/store/districts.h"
#include "db/store/runs.h"
#include "tests/support/temp_tracker.h"

#include <gtest/gtest.h>

namespace wza {
namespace {

LocalDate day(char const *text) {
  return *LocalDate::parse(text);
}

struct HomeHistory : testing::Test {
  HomeHistory() {
    EXPECT_TRUE(seed(*tracker));
    tracker.clock().set(*UtcTime::parse("2026-05-06T02:00:00Z"));
    Transaction transaction(tracker->db());
    run = RunStore(*tracker).begin(RunKind::import, "test", "").id;
    DistrictStore districts(*tracker);
    districts.put({{DistrictCode("441821"),
                    "扬帆县（虚构）",
                    DistrictLevel::county,
                    {},
                    "虚构",
                    "2024-01-01"},
                   {std::byte{1}},
                   "cgcs2000",
                   false},
                  run);
    districts.rebuild_tree(run);
    RetrofitStore(*tracker).put(
        Household{HouseholdId("H"), DistrictCode("441821"), {}, {}, {}, "P", "A"}, run);
    home.household = HouseholdId("H");
    home.programme = "disabled-homes";
    home.year = 2026;
    home.district = DistrictCode("441821");
    transaction.commit();
  }
  void put() {
    Transaction transaction(tracker->db());
    ASSERT_TRUE(RetrofitStore(*tracker).put(home, run));
    transaction.commit();
  }
  void reached(RetrofitState state, std::optional<LocalDate> on) {
    home.state = state;
    home.reached_on[static_cast<std::size_t>(state)] = on;
  }
  RetrofitState on(AsOf const &as_of) { return homes_on(*tracker, as_of).at(0).state; }

  TempTracker tracker;
  RunId run;
  Retrofit home;
};

TEST_F(HomeHistory, AStateThatNobodyDatedHoldsFromTheDayItWasRecorded) {
  reached(RetrofitState::applied, day("2026-03-01"));
  reached(RetrofitState::withdrawn, {});
  put();
  EXPECT_EQ(on({}), RetrofitState::withdrawn);
  EXPECT_EQ(on({day("2026-05-06"), {}}), RetrofitState::withdrawn);
  EXPECT_EQ(on({day("2026-05-05"), {}}), RetrofitState::applied);
}

TEST_F(HomeHistory, WhatIsYetToComeHasNotBeenReached) {
  reached(RetrofitState::completed, day("2026-04-01"));
  reached(RetrofitState::accepted, day("2026-12-20"));
  put();
  EXPECT_EQ(on({}), RetrofitState::completed);
  EXPECT_EQ(on({day("2026-12-20"), {}}), RetrofitState::accepted);
}

TEST_F(HomeHistory, AStateThatNobodyDatedHasNoDayOfAcceptance) {
  reached(RetrofitState::accepted, {});
  put();
  EXPECT_EQ(on({day("2026-05-06"), {}}), RetrofitState::accepted);
  EXPECT_FALSE(homes_on(*tracker, {day("2026-05-06"), {}}).at(0).accepted_on);
}

}  // namespace
}  // namespace wza
