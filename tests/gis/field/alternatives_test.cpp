// SPDX-License-Identifier: Apache-2.0
// What fails whatever was not recorded, and what does not.
#include "gis/field/alternatives.h"

#include "db/seed.h"
#include "db/store/criteria.h"
#include "tests/support/temp_tracker.h"

#include <gtest/gtest.h>

#include <set>

namespace wza::gis {
namespace {

class AlternativesTest : public testing::Test {
 protected:
  void SetUp() override {
    ASSERT_TRUE(seed(*m_tracker));
    m_criteria = CriteriaStore(*m_tracker).all();
  }

  Criterion const &criterion(std::string_view id) {
    return *std::find_if(m_criteria.begin(), m_criteria.end(),
                         [&](Criterion const &one) { return one.id.value == id; });
  }

  /// The judgement of a reading in the criterion's own unit.
  Judgement judged(std::string_view id, std::string_view value, Circumstances const &at = {},
                   std::set<std::string> const &recorded = {}) {
    Criterion const &asked = criterion(id);
    auto const readings = read_values(asked, value, "");
    EXPECT_TRUE(readings);
    Rivals rivals;
    for (Criterion const &other : m_criteria) {
      if (are_rivals(asked, other)) rivals.push_back(&other);
    }
    return decided_by_all(asked, judge_sides(asked, *readings, at), rivals, *readings, at,
                          [&](CriterionId const &other) { return recorded.contains(other.value); });
  }

  TempTracker m_tracker;
  std::vector<Criterion> m_criteria;
};

TEST_F(AlternativesTest, ADoorThatIsTooNarrowForAnyBuildingFails) {
  auto const verdict = judged("manual-door-width-new", "0.50 m");
  EXPECT_EQ(verdict.outcome, Outcome::failed);
  EXPECT_NEAR(verdict.margin.value(), 0.30, 1e-9) << "by the 800 mm of existing buildings";
  EXPECT_NE(verdict.reason.en.find("whatever that is"), std::string::npos) << verdict.reason.en;
}

TEST_F(AlternativesTest, ADoorThatSufficesForSomeBuildingsIsUndecided) {
  EXPECT_EQ(judged("manual-door-width-new", "0.85 m").outcome, Outcome::cant_tell);
  // An automatic door of that width fails, but this reading is of a manual one.
  EXPECT_EQ(judged("manual-door-width-existing", "0.95 m").outcome, Outcome::passed);
}

TEST_F(AlternativesTest, ARampThatIsTooSteepForAnySiteFails) {
  auto const verdict = judged("ramp-slope", "1:5");
  EXPECT_EQ(verdict.outcome, Outcome::failed);
  EXPECT_NEAR(verdict.margin.value(), 0.10, 1e-9) << "by the 1:10 of constrained sites";
  EXPECT_EQ(judged("ramp-slope", "1:11").outcome, Outcome::cant_tell);
  Circumstances at;
  at.facts["site_constrained"] = false;
  EXPECT_EQ(judged("ramp-slope", "1:11", at).outcome, Outcome::failed) << "by its own clause";
}

TEST_F(AlternativesTest, TheClauseThatAsksLeastTellsItWhereItWasReadItself) {
  EXPECT_EQ(judged("ramp-slope", "1:5", {}, {"ramp-slope-constrained"}).outcome,
            Outcome::cant_tell);
  EXPECT_EQ(judged("ramp-slope-constrained", "1:5", {}, {"ramp-slope"}).outcome, Outcome::failed);
}

TEST_F(AlternativesTest, WhatWasNotMeasuredStaysOpen) {
  Criterion const &asked = criterion("ramp-slope");
  Readings const nothing{std::nullopt};
  auto const verdict = decided_by_all(asked, judge_sides(asked, nothing, {}), {&asked}, nothing, {},
                                      [](CriterionId const &) { return false; });
  EXPECT_EQ(verdict.outcome, Outcome::cant_tell);
}

/// No rival is stricter about what it does not know than the clause itself: what passes under some
/// circumstances is never failed for lack of them.
TEST_F(AlternativesTest, NothingFailsThatPassesUnderSomeCircumstances) {
  int decided = 0;
  for (Criterion const &asked : m_criteria) {
    if (asked.yields.empty() || !is_measured(asked) || !asked.sides.empty()) continue;
    auto const dimension = asked.low ? asked.low->dimension : asked.high->dimension;
    for (double const share : {0.2, 0.5, 0.8, 0.95, 1.0, 1.1, 1.5, 3.0}) {
      double const edge = asked.low ? asked.low->si : asked.high->si;
      Readings const readings{Reading(Quantity{dimension, edge * share})};
      Rivals rivals;
      for (Criterion const &other : m_criteria) {
        if (are_rivals(asked, other)) rivals.push_back(&other);
      }
      auto const open = judge_sides(asked, readings, {});
      auto const verdict = decided_by_all(asked, open, rivals, readings, {},
                                          [](CriterionId const &) { return false; });
      if (open.outcome != Outcome::cant_tell || verdict.outcome != Outcome::failed) continue;
      ++decided;
      for (AppliesTo const build : {AppliesTo::new_build, AppliesTo::existing}) {
        Circumstances at;
        at.build = build;
        auto const once_known = judge_sides(asked, readings, at);
        EXPECT_NE(once_known.outcome, Outcome::passed) << asked.id.value << " " << edge * share;
      }
    }
  }
  EXPECT_GT(decided, 5);
}

}  // namespace
}  // namespace wza::gis
