// SPDX-License-Identifier: Apache-2.0
// Where GB 55019-2021 changed a number of GB 50763-2012, each judges in its time and the newer one
// wins from 2022-04-01 on.
#include "db/seed.h"
#include "gis/field/context.h"
#include "tests/support/temp_tracker.h"

#include <gtest/gtest.h>

namespace wza::gis {
namespace {

struct Change {
  char const *older, *newer, *value, *context;
  char const *then, *now;  ///< by the older on 2020-06-01, by the newer on 2024-06-01
};
constexpr Change kChanges[]{
    {"d-hinged-door", "manual-door-width-new", "0.80 m", "", "passed", "failed"},
    {"d-lift-door", "lift-door-width-new", "0.80 m", "", "passed", "failed"},
    {"d-stall-short", "stall-short-side", "1.00 m", "", "passed", "failed"},
    {"d-seat-length", "seat-depth", "1.10 m", "", "passed", "failed"},
    {"d-theatre-seat-more", "seat-count-more", "3 个", "seats_total=750", "passed", "failed"},
    {"d-theatre-seat-more", "seat-count-more", "4 个", "seats_total=750", "passed", "passed"},
    {"d-entrance-grate", "grating-opening", "15 mm", "", "passed", "failed"},
    {"d-kerb-lip", "kerb-ramp-lip", "10 mm", "", "passed", "failed"},
    {"d-call-button", "lift-call-button-height", "0.85 m", "", "failed", "passed"},
    {"d-ramp-width", "ramp-width", "1.00 m", "", "passed", "failed"},
    {"d-ramp-rise-1-20", "ramp-rise-per-run", "1.00 m", "slope=1:20", "passed", "failed"},
    {"d-ramp-rise-1-8", "ramp-rise-per-run", "0.30 m", "slope=1:8", "passed", "passed"},
    {"d-shower-seat", "shower-seat-height", "420 mm", "", "failed", "passed"},
    {"d-shower-control", "shower-control-height", "1.10 m", "", "passed", "failed"},
};

TEST(Standards, EachJudgesInItsTimeAndTheNewerOneWins) {
  TempTracker tracker;
  ASSERT_TRUE(seed(*tracker));
  CriteriaStore criteria(*tracker);
  ContextReader const context(*tracker);
  for (auto const &change : kChanges) {
    SCOPED_TRACE(change.older);
    auto const outcome = [&](char const *id, char const *day) {
      auto const criterion = criteria.find(CriterionId(id));
      Circumstances at;
      at.build = AppliesTo::new_build;
      at.place = PlaceTypeCode("cinema");
      at.on = LocalDate::parse(day);
      EXPECT_FALSE(context.read(change.context, at));
      return std::string(
          key(judge(*criterion, *read_value(*criterion, change.value, ""), at).outcome));
    };
    EXPECT_EQ(outcome(change.older, "2020-06-01"), change.then);
    EXPECT_EQ(outcome(change.newer, "2020-06-01"), "inapplicable");
    EXPECT_EQ(outcome(change.older, "2022-03-31"), change.then);
    EXPECT_EQ(outcome(change.older, "2022-04-01"), "inapplicable");
    EXPECT_EQ(outcome(change.newer, "2022-04-01"), change.now);
  }
}

}  // namespace
}  // namespace wza::gis
