// SPDX-License-Identifier: Apache-2.0
// Sides and whole components, by the reference data.
#include "gis/field/component.h"

#include "db/seed.h"
#include "db/store/components.h"
#include "gis/field/context.h"
#include "tests/support/temp_tracker.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace wza::gis {
namespace {

class Components : public testing::Test {
 protected:
  void SetUp() override {
    ASSERT_TRUE(seed(*m_tracker));
    for (auto &criterion : CriteriaStore(*m_tracker).all())
      m_criteria.emplace(criterion.id, std::move(criterion));
  }

  Criterion const &criterion(char const *id) { return m_criteria.at(CriterionId(id)); }

  Judgement sides(char const *id, char const *value) {
    auto const readings = read_values(criterion(id), value, "");
    EXPECT_TRUE(readings) << readings.problem().in(Lang::en);
    return judge_sides(criterion(id), *readings, {});
  }

  void record(char const *id, char const *value, char const *context = "") {
    Observation one;
    auto readings = read_values(criterion(id), value, "");
    ASSERT_TRUE(readings) << id << ": " << readings.problem().in(Lang::en);
    one.readings = *std::move(readings);
    EXPECT_FALSE(ContextReader(*m_tracker).read(context, one.at)) << context;
    m_observed[CriterionId(id)] = std::move(one);
  }

  ComponentVerdict verdict(char const *type) {
    return judge_component(ComponentStore(*m_tracker).parts_of(type), m_criteria, m_observed,
                           m_known);
  }

  /// Quantities and facts that were named as missing.
  static std::set<std::string> missing(ComponentVerdict const &verdict) {
    std::set<std::string> names;
    for (auto const &part : verdict.parts) {
      for (auto const &one : part.criteria) {
        if (one.judgement.outcome != Outcome::cant_tell) continue;
        names.insert(one.judgement.missing.begin(), one.judgement.missing.end());
        if (!one.measured && one.judgement.missing.empty()) names.insert(one.criterion->id.value);
      }
    }
    return names;
  }

  void record_good_ramp() {
    record("ramp-slope", "1:12", "rise_per_run=600 mm;open_side=yes");
    record("ramp-cross-slope", "1 %");
    record("ramp-rise-per-run", "600 mm");
    record("ramp-width", "1.20 m");
    record("ramp-landing-length", "起点 1.50 m；终点 1.60 m");
    record("ramp-landing-width", "0 m");
    record("ramp-handrails", "左 有；右 有");
    record("ramp-handrail-run-continuity", "有");
    record("ramp-edge-protection", "有");
    record("surface-firm-flat-nonslip", "符合");
  }

  TempTracker m_tracker;
  CriteriaById m_criteria;
  Observations m_observed;
  Circumstances m_known;
};

TEST_F(Components, TheWorstSideDecidesAndIsNamed) {
  auto const judged = sides("handrail-height-single", "860 mm/930 mm");
  EXPECT_EQ(judged.outcome, Outcome::failed);
  EXPECT_NEAR(*judged.margin, 0.03, 1e-9);
  EXPECT_EQ(judged.reason.zh.find("右："), 0U) << judged.reason.zh;
  EXPECT_EQ(sides("handrail-height-single", "860/890").outcome, Outcome::passed);
  EXPECT_EQ(sides("handrail-height-single", "左 830；右 930").reason.zh.find("右"), 0U)
      << "30 mm is worse than 20 mm";
}

TEST_F(Components, AMissingSideIsCannotTellUnlessTheOtherFails) {
  EXPECT_EQ(sides("handrail-height-single", "左 860").outcome, Outcome::cant_tell);
  EXPECT_EQ(sides("handrail-height-single", "860/-").outcome, Outcome::cant_tell);
  EXPECT_EQ(sides("handrail-height-single", "右侧：930；左侧：-").outcome, Outcome::failed);
  EXPECT_EQ(sides("ramp-handrails", "left yes; right no").outcome, Outcome::cant_tell)
      << "rise and slope were not recorded";
  EXPECT_EQ(sides("step-handrails", "left yes; right no").outcome, Outcome::failed);
  EXPECT_EQ(sides("handrail-height-single", "860").outcome, Outcome::passed) << "both alike";
}

TEST_F(Components, ValuesThatBelongToNoSideAreRefused) {
  auto const &height = criterion("handrail-height-single");
  EXPECT_FALSE(read_values(height, "860/870/880", ""));
  EXPECT_FALSE(read_values(height, "左 860；左 870", ""));
  EXPECT_FALSE(read_values(height, "左 860；870", ""));
  EXPECT_FALSE(read_values(criterion("ramp-width"), "1.2/1.3", "m")) << "a width has no sides";
  EXPECT_FALSE(read_values(height, "860/high", ""));
}

TEST_F(Components, ARampIsGoodWhenAllItsPartsAre) {
  record_good_ramp();
  auto const good = verdict("wheelchair-ramp");
  EXPECT_EQ(key(good.outcome), "passed") << testing::PrintToString(missing(good));
  EXPECT_EQ(good.parts.size(), 7U);
}

TEST_F(Components, OneBadPartSpoilsTheRamp) {
  record_good_ramp();
  record("ramp-edge-protection", "无", "open_side=yes");
  auto const bad = verdict("wheelchair-ramp");
  EXPECT_EQ(bad.outcome, Outcome::failed);
  for (auto const &part : bad.parts)
    EXPECT_EQ(part.outcome == Outcome::failed, part.name.zh == "安全阻挡") << part.name.zh;
}

TEST_F(Components, WhatIsMissingOfARampIsNamed) {
  record_good_ramp();
  m_observed.erase(CriterionId("ramp-width"));
  m_observed.erase(CriterionId("ramp-edge-protection"));
  record("ramp-slope", "1:12", "rise_per_run=600 mm");
  auto const open = verdict("wheelchair-ramp");
  EXPECT_EQ(open.outcome, Outcome::cant_tell);
  EXPECT_EQ(missing(open), (std::set<std::string>{"ramp-width", "open_side"}));
}

TEST_F(Components, AHandrailIsNotAskedForWhereTheRampIsLow) {
  record_good_ramp();
  m_observed.erase(CriterionId("ramp-handrails"));
  m_observed.erase(CriterionId("ramp-handrail-run-continuity"));
  EXPECT_EQ(missing(verdict("wheelchair-ramp")),
            (std::set<std::string>{"ramp-handrails", "ramp-handrail-run-continuity"}));
  record("ramp-slope", "1:12", "open_side=no");
  record("ramp-rise-per-run", "300 mm");
  m_observed.erase(CriterionId("ramp-edge-protection"));
  EXPECT_EQ(key(verdict("wheelchair-ramp").outcome), "passed");
}

TEST_F(Components, ASteepRampNeedsTheExcuseOfItsSite) {
  record_good_ramp();
  record("ramp-rise-per-run", "150 mm");
  record("ramp-slope", "1:10", "open_side=yes");
  auto const open = verdict("wheelchair-ramp");
  EXPECT_EQ(open.outcome, Outcome::cant_tell);
  EXPECT_TRUE(missing(open).contains("site_constrained"));
  record("ramp-slope", "1:10", "open_side=yes;site_constrained=yes");
  EXPECT_EQ(key(verdict("wheelchair-ramp").outcome), "passed");
  record("ramp-slope", "1:10", "open_side=yes;site_constrained=no");
  EXPECT_EQ(verdict("wheelchair-ramp").outcome, Outcome::failed);
}

TEST_F(Components, EachSideOfAStallIsJudgedByItself) {
  record("stall-long-side", "2.00 m");
  record("stall-short-side", "1.35 m");
  auto const small = verdict("accessible-stall");
  EXPECT_EQ(small.parts.front().outcome, Outcome::failed) << "the area would be enough";
  record("stall-long-side", "1.80 m");
  record("stall-short-side", "1.50 m");
  EXPECT_EQ(verdict("accessible-stall").parts.front().outcome, Outcome::passed);
}

class Stretcher : public Components {
 protected:
  PartVerdict part() {
    for (auto const &one : verdict("accessible-lift").parts) {
      if (one.name.en == "car for a stretcher") return one;
    }
    ADD_FAILURE();
    return {};
  }
};

TEST_F(Stretcher, OneOfTwoSizesIsEnough) {
  record("lift-stretcher-wide-depth", "1.50 m");
  record("lift-stretcher-wide-width", "1.60 m");
  EXPECT_EQ(part().outcome, Outcome::passed);
  m_observed.clear();
  record("lift-stretcher-deep-depth", "2.10 m");
  record("lift-stretcher-deep-width", "1.10 m");
  EXPECT_EQ(part().outcome, Outcome::passed);
  record("lift-stretcher-wide-depth", "2.10 m");
  record("lift-stretcher-wide-width", "1.10 m");
  EXPECT_EQ(part().outcome, Outcome::passed) << "too narrow for the one, right for the other";
}

TEST_F(Stretcher, TheOtherSizeIsSeenUnderWhateverCriterionItWasRecorded) {
  record("lift-stretcher-wide-depth", "2.10 m");
  record("lift-stretcher-wide-width", "1.10 m");
  EXPECT_EQ(key(part().outcome), "passed");
  record("lift-stretcher-wide-depth", "1.40 m");
  EXPECT_EQ(key(part().outcome), "failed");
}

TEST_F(Components, AGoodDoorBesideABadOneHidesNothing) {
  record("manual-door-width-existing", "700 mm");
  record("auto-door-width", "1.05 m");
  for (auto &[id, one] : m_observed)
    one.at.build = AppliesTo::existing;
  m_known.build = AppliesTo::existing;
  auto const width = verdict("door").parts.front();
  EXPECT_EQ(key(width.outcome), "failed");
  EXPECT_EQ(width.criteria.size(), 3U) << "both doors are shown";
}

TEST_F(Stretcher, BothSizesMissedFail) {
  record("lift-stretcher-wide-depth", "1.50 m");
  record("lift-stretcher-wide-width", "1.20 m");
  record("lift-stretcher-deep-depth", "1.50 m");
  record("lift-stretcher-deep-width", "1.20 m");
  EXPECT_EQ(part().outcome, Outcome::failed);
}

TEST_F(Stretcher, ACarThatWasMeasuredOnceServesAllItsClauses) {
  record("lift-car-depth", "2.20 m", "lift_car_form=stretcher_deep");
  record("lift-car-width", "1.15 m");
  EXPECT_EQ(part().outcome, Outcome::passed);
  record("lift-car-depth", "2.00 m", "lift_car_form=stretcher_deep");
  EXPECT_EQ(part().outcome, Outcome::failed);
  record("lift-car-depth", "2.00 m", "lift_car_form=standard");
  EXPECT_EQ(part().outcome, Outcome::inapplicable);
  record("lift-car-depth", "2.00 m");
  EXPECT_EQ(part().outcome, Outcome::cant_tell) << "nobody said what the car is for";
}

TEST_F(Components, EveryPartNamesItselfOnceAndItsCriteriaStand) {
  for (auto const &[id, one] : m_criteria) {
    if (!one.sides.empty()) {
      EXPECT_GE(one.sides.size(), 2U) << id.value;
    }
  }
  for (auto const *type : {"wheelchair-ramp", "accessible-stall", "accessible-lift", "door",
                           "handrail", "kerb-ramp"}) {
    std::set<std::string> names, keys;
    for (auto const &part : ComponentStore(*m_tracker).parts_of(type)) {
      EXPECT_TRUE(keys.insert(part.key).second) << type << ": " << part.key;
      EXPECT_TRUE(names.insert(part.name.zh).second) << type << ": " << part.name.zh;
      for (auto const &alternative : part.alternatives) {
        for (auto const &id : alternative)
          EXPECT_EQ(m_criteria.at(id).standard, "GB 55019-2021") << id.value;
      }
    }
    EXPECT_GE(keys.size(), 3U) << type;
  }
}

/// An inspection that knows neither how exactly was measured nor whether the building is new.
TEST_F(Components, AToleranceIsAStatedValueWithItsInstrument) {
  Circumstances at;
  ContextReader const context(*m_tracker);
  EXPECT_FALSE(context.read("instrument=tape", at));
  ASSERT_TRUE(at.tolerance);
  EXPECT_EQ(at.tolerance->instrument.zh, "钢卷尺");
  auto const &width = criterion("ramp-width");
  auto const close = judge(width, Reading(Quantity{Dimension::length, 1.199}), at);
  EXPECT_EQ(close.outcome, Outcome::cant_tell);
  EXPECT_NE(close.reason.zh.find("钢卷尺"), std::string::npos) << close.reason.zh;
  EXPECT_EQ(judge(width, Reading(Quantity{Dimension::length, 1.197}), at).outcome, Outcome::failed);
  EXPECT_EQ(judge(width, Reading(Quantity{Dimension::length, 1.199}), {}).outcome, Outcome::failed);
  EXPECT_TRUE(context.read("instrument=eye", at));
  EXPECT_TRUE(context.read("tolerance=5", at)) << "five what?";
  auto unstated = criterion("d-kickplate");
  unstated.tolerance.reset();
  EXPECT_EQ(judge(unstated, Reading(Quantity{Dimension::length, 0.35}), {}).outcome,
            Outcome::cant_tell);
}

}  // namespace
}  // namespace wza::gis
