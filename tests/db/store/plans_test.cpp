// SPDX-License-Identifier: Apache-2.0
#include "db/store/plans.h"

#include "db/seed.h"
#include "db/store/runs.h"
#include "tests/support/temp_tracker.h"

#include <gtest/gtest.h>

namespace wza {
namespace {

class Plans : public testing::Test {
 protected:
  void SetUp() override { ASSERT_TRUE(seed(*m_tracker)); }
  static PlanRow good() {
    PlanRow row;
    row.row = 2;
    row.district = "990101";
    row.place = "虚构县";
    row.indicator = "home-retrofits";
    row.year = "2025";
    row.target = "0.12";
    row.unit = "万户";
    row.nature = "约束性";
    row.quote = "0.12 万户";
    return row;
  }
  Problem refused(PlanRow const &row) {
    auto const added = m_store.add_local(row, "plan.csv");
    EXPECT_FALSE(added);
    return added ? Problem{} : added.problem();
  }
  TempTracker m_tracker;
  PlanStore m_store{*m_tracker};
};

TEST_F(Plans, AreFiveWithTheirTargets) {
  EXPECT_EQ(m_store.plans().size(), 5U);
  auto const guilin = m_store.targets_of(DistrictCode("450300"));
  ASSERT_EQ(guilin.size(), 2U);
  EXPECT_EQ(guilin[1].indicator.value, "home-retrofits");
  EXPECT_EQ(guilin[1].value, 4000);
  EXPECT_EQ(guilin[1].unit, "万户");
  EXPECT_EQ(guilin[1].nature, Nature::binding);
  EXPECT_EQ(guilin[1].year, 2025);
}

TEST_F(Plans, OfYulinPromisesNoNumberButKnowsWhatWasDone) {
  EXPECT_TRUE(m_store.targets_of(DistrictCode("450900")).empty());
  auto const done = m_store.baselines(PlanId("yulin-14-5"));
  ASSERT_EQ(done.size(), 1U);
  EXPECT_EQ(done[0].value, 5560);
  EXPECT_EQ(done[0].from_year, 2016);
}

TEST_F(Plans, CoverageOfBeilinIsADraftRateOverHomesInNeed) {
  auto const plan = m_store.plans_of(DistrictCode("610103"));
  ASSERT_EQ(plan.size(), 1U);
  EXPECT_EQ(plan[0].status, PlanStatus::draft);
  EXPECT_TRUE(m_store.indicator(IndicatorId("home-coverage"))->over_homes_in_need);
}

TEST_F(Plans, TakesInATargetInItsUnit) {
  auto const added = m_store.add_local(good(), "plan.csv");
  ASSERT_TRUE(added) << added.problem().in(Lang::en);
  auto const targets = m_store.targets_of(DistrictCode("990101"));
  ASSERT_EQ(targets.size(), 1U);
  EXPECT_EQ(targets[0].value, 1200);
  EXPECT_EQ(targets[0].quoted, "0.12");
  EXPECT_EQ(targets[0].origin, Origin::local);
  EXPECT_EQ(targets[0].nature, Nature::binding);
  EXPECT_EQ(m_store.plans_of(DistrictCode("990101"))[0].place.zh, "虚构县");
}

TEST_F(Plans, TheSameRowTwiceIsOneTarget) {
  EXPECT_EQ(*m_store.add_local(good(), "plan.csv"), StoreChange::stored);
  EXPECT_EQ(*m_store.add_local(good(), "plan.csv"), StoreChange::unchanged);
  EXPECT_EQ(m_store.targets_of(DistrictCode("990101")).size(), 1U);
}

TEST_F(Plans, HistoryTellsWhatARowChanged) {
  ASSERT_TRUE(m_store.add_local(good(), "plan.csv"));
  ASSERT_TRUE(m_store.add_local(good(), "plan.csv"));
  auto row = good();
  row.target = "0.15";
  EXPECT_EQ(*m_store.add_local(row, "plan.csv"), StoreChange::updated);
  auto const events = events_of(*m_tracker, "targets", "local-990101-home-retrofits-2025");
  ASSERT_EQ(events.size(), 2U);
  EXPECT_EQ(events[0].event.verb, "stored");
  EXPECT_EQ(events[1].event.verb, "updated");
  EXPECT_EQ(events[1].event.before["target"], "0.12");
  EXPECT_EQ(events[1].event.after["target"], "0.15");
}

TEST_F(Plans, TheUnitMayStandWithTheNumberOrInItsHeader) {
  auto row = good();
  row.unit.clear();
  row.target = "0.4万户";
  ASSERT_TRUE(m_store.add_local(row, "plan.csv"));
  auto const value = [&] { return m_store.targets_of(DistrictCode("990101")).at(0).value; };
  EXPECT_EQ(value(), 4000);
  row.target = "0.3";
  row.header_unit = plan_unit("目标值（万户）");
  ASSERT_TRUE(m_store.add_local(row, "plan.csv"));
  EXPECT_EQ(value(), 3000);
  EXPECT_EQ(plan_column("目标值（万户）"), &PlanRow::target);
  row.target = "0.4户";
  EXPECT_NE(refused(row).reason.zh.find("不一致"), std::string::npos);
  auto rate = good();
  rate.district = "990102";
  rate.indicator = "home-coverage";
  rate.target = "95％";
  rate.unit.clear();
  ASSERT_TRUE(m_store.add_local(rate, "plan.csv"));
  EXPECT_DOUBLE_EQ(m_store.targets_of(DistrictCode("990102")).at(0).value, 0.95);
}

TEST_F(Plans, ADenominatorAloneIsAChange) {
  auto row = good();
  row.indicator = "home-coverage";
  row.target = "95";
  row.unit = "%";
  ASSERT_TRUE(m_store.add_local(row, "plan.csv"));
  row.denominator = "3200";
  row.denominator_date = "2024-12-31";
  row.denominator_source = "区残联";
  EXPECT_EQ(*m_store.add_local(row, "plan.csv"), StoreChange::updated);
  EXPECT_EQ(*m_store.add_local(row, "plan.csv"), StoreChange::unchanged);
}

TEST_F(Plans, WhatARowLeavesOutStaysAsAnotherSaidIt) {
  auto named = good(), bare = good();
  named.plan = "虚构县残疾人规划";
  named.status = "征求意见稿";
  bare.year = "2027";
  for (int round = 0; round < 2; ++round) {
    auto const expected = round == 0 ? StoreChange::stored : StoreChange::unchanged;
    EXPECT_EQ(*m_store.add_local(named, "plan.csv"), expected);
    EXPECT_EQ(*m_store.add_local(bare, "plan.csv"), expected);
  }
  auto const plans = m_store.plans_of(DistrictCode("990101"));
  ASSERT_EQ(plans.size(), 1U);
  EXPECT_EQ(plans[0].title.zh, "虚构县残疾人规划");
  EXPECT_EQ(plans[0].status, PlanStatus::draft);
}

TEST_F(Plans, TwoYearsWidenThePlan) {
  auto later = good();
  later.year = "2027年";
  ASSERT_TRUE(m_store.add_local(good(), "plan.csv"));
  ASSERT_TRUE(m_store.add_local(later, "plan.csv"));
  auto const plan = m_store.plans_of(DistrictCode("990101"));
  ASSERT_EQ(plan.size(), 1U);
  EXPECT_EQ(plan[0].from_year, 2025);
  EXPECT_EQ(plan[0].to_year, 2027);
}

TEST_F(Plans, AnOfficesTargetStandsInThePlaceOfTheShippedOne) {
  auto row = good();
  row.district = "441821";
  row.place.clear();
  row.target = "650";
  row.unit = "户";
  ASSERT_TRUE(m_store.add_local(row, "plan.csv"));
  int homes = 0;
  for (Target const &target : m_store.targets_of(DistrictCode("441821"))) {
    if (target.indicator.value != "home-retrofits") continue;
    ++homes;
    EXPECT_EQ(target.value, 650);
  }
  EXPECT_EQ(homes, 1);
  EXPECT_EQ(m_store.find(PlanId("local-441821"))->place.zh, "佛冈县");
}

TEST_F(Plans, KeepsLocalTargetsWhenTheReferenceIsLoadedAgain) {
  ASSERT_TRUE(m_store.add_local(good(), "plan.csv"));
  m_tracker->db().execute("DELETE FROM reference_files");
  ASSERT_TRUE(seed(*m_tracker));
  EXPECT_EQ(m_store.targets_of(DistrictCode("990101")).size(), 1U);
}

TEST_F(Plans, ReadsSignAndPercent) {
  auto row = good();
  row.indicator = "困难重度残疾人居家无障碍覆盖率";
  row.target = ">95%";
  row.unit = "%";
  ASSERT_TRUE(m_store.add_local(row, "plan.csv"));
  auto const targets = m_store.targets_of(DistrictCode("990101"));
  ASSERT_EQ(targets.size(), 1U);
  EXPECT_EQ(targets[0].relation, TargetRelation::more_than);
  EXPECT_DOUBLE_EQ(targets[0].value, 0.95);
}

TEST_F(Plans, AShareOfOneIsNotTakenForAPercent) {
  auto row = good();
  row.indicator = "困难重度残疾人居家无障碍覆盖率";
  row.target = "0.95";
  row.unit = "%";
  auto const asked = m_store.add_local(row, "plan.csv");
  ASSERT_FALSE(asked) << "0.95 %, or a cell of 95 %?";
  EXPECT_EQ(asked.problem().field, "目标值");
  row.target = "95%";
  row.base = "90%";
  row.base_year = "2020";
  ASSERT_TRUE(m_store.add_local(row, "plan.csv"));
  auto const target = m_store.targets_of(DistrictCode("990101")).at(0);
  EXPECT_DOUBLE_EQ(target.value, 0.95);
  EXPECT_EQ(target.base_value, 0.9);
}

TEST_F(Plans, ABaseEqualToTheTargetIsUnclear) {
  auto row = good();
  row.base = "0.12";
  row.base_year = "2020";
  ASSERT_TRUE(m_store.add_local(row, "plan.csv"));
  EXPECT_EQ(m_store.targets_of(DistrictCode("990101"))[0].base_kind, BaseKind::unclear);
}

TEST_F(Plans, RefusesARowWithRowAndField) {
  auto const wrong = [](auto change) {
    auto row = good();
    change(row);
    return row;
  };
  struct Case {
    PlanRow row;
    char const *field;
  };
  std::vector<Case> const cases{
      {wrong([](PlanRow &r) { r.district = "somewhere"; }), "行政区划代码"},
      {wrong([](PlanRow &r) { r.indicator = "happiness"; }), "指标"},
      {wrong([](PlanRow &r) { r.target = "很多"; }), "目标值"},
      {wrong([](PlanRow &r) { r.target = "-5"; }), "目标值"},
      {wrong([](PlanRow &r) { r.unit = "%"; }), "单位"},
      {wrong([](PlanRow &r) { r.unit = ""; }), "单位"},
      {wrong([](PlanRow &r) { r.year = "soon"; }), "年份"},
      {wrong([](PlanRow &r) { r.nature = "maybe"; }), "指标属性"},
      {wrong([](PlanRow &r) { r.status = "lost"; }), "状态"},
  };
  for (Case const &c : cases) {
    auto const problem = refused(c.row);
    EXPECT_EQ(problem.field, c.field);
    EXPECT_EQ(problem.row, 2);
    EXPECT_EQ(problem.where, "plan.csv");
    EXPECT_FALSE(problem.reason.zh.empty());
    EXPECT_FALSE(problem.remedy.en.empty());
  }
  EXPECT_TRUE(m_store.plans_of(DistrictCode("990101")).empty());
}

TEST_F(Plans, ARateAboveOneHundredPercentIsRefused) {
  auto row = good();
  row.indicator = "home-coverage";
  row.target = "950";
  row.unit = "%";
  EXPECT_EQ(refused(row).field, "目标值");
}

TEST(PlanColumn, KnowsChineseAndEnglishHeaders) {
  EXPECT_EQ(plan_column(" 行政区划代码 "), &PlanRow::district);
  EXPECT_EQ(plan_column("Target"), &PlanRow::target);
  EXPECT_EQ(plan_column("目标值"), &PlanRow::target);
  EXPECT_EQ(plan_column("colour"), nullptr);
}

}  // namespace
}  // namespace wza
