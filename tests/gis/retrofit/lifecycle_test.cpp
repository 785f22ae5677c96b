// SPDX-License-Identifier: Apache-2.0
#include "gis/retrofit/lifecycle.h"

#include "db/seed.h"
#include "db/sqlite/transaction.h"
#include "db/store/districts.h"
#include "db/store/home_history.h"
#include "db/store/programmes.h"
#include "db/store/runs.h"
#include "gis/retrofit/eligibility.h"
#include "tests/support/temp_tracker.h"

#include <gtest/gtest.h>

namespace wza::gis {
namespace {

LocalDate day(char const *text) {
  return *LocalDate::parse(text);
}

class Lifecycle : public testing::Test {
 protected:
  Lifecycle() {
    EXPECT_TRUE(seed(*m_tracker));
    m_run = RunStore(*m_tracker).begin(RunKind::import, "test", "").id;
    DistrictStore districts(*m_tracker);
    districts.put(
        {{DistrictCode("441821"), "佛冈县", DistrictLevel::county, {}, {}, {}}, {}, {}, false},
        m_run);
    districts.rebuild_tree(m_run);
    m_id = add("H-1", 2024, "K-person", "K-place");
  }
  RetrofitId add(std::string const &household, int year, std::string const &person,
                 std::string const &place) {
    RetrofitStore store(*m_tracker);
    store.put(
        Household{HouseholdId(household), DistrictCode("441821"), "4", 1, "低保", person, place},
        m_run);
    Retrofit home;
    home.household = HouseholdId(household);
    home.programme = "家庭无障碍改造";
    home.year = year;
    home.district = DistrictCode("441821");
    home.reached_on[0] = day("2024-01-10");
    home.planned_fen = 500000;
    home.works = {{"D-ramp", "出入口坡化"}};
    EXPECT_TRUE(store.put(home, m_run));
    auto row = m_tracker->db().prepare("SELECT max(fid) FROM retrofits");
    row.step();
    return row.get<RetrofitId>(0);
  }
  void prove(Evidence kind, char const *on, std::string const &by = "",
             std::string const &ref = "") {
    EvidenceStore(*m_tracker).put(m_id, {kind, day(on), by, ref, {}}, "tester");
  }
  Result<Done> to(RetrofitState state, char const *on) {
    return advance(*m_tracker, m_id, state, day(on), "tester");
  }
  /// Everything up to `completed`, with a contract of 施工甲.
  void complete() {
    prove(Evidence::application, "2024-01-10");
    prove(Evidence::assessment, "2024-02-01");
    EXPECT_TRUE(to(RetrofitState::assessed, "2024-02-01"));
    prove(Evidence::public_notice, "2024-03-01");
    EXPECT_TRUE(to(RetrofitState::approved, "2024-03-10"));
    for (auto const kind : {Evidence::home_plan, Evidence::plan_signature, Evidence::photo_before})
      prove(kind, "2024-03-20");
    prove(Evidence::contract, "2024-03-25", "施工甲", "合同1号");
    EXPECT_TRUE(to(RetrofitState::in_progress, "2024-04-01"));
    prove(Evidence::photo_after, "2024-04-20");
    prove(Evidence::self_check, "2024-04-20", "施工甲");
    EXPECT_TRUE(to(RetrofitState::completed, "2024-04-20"));
  }
  Outcome of(Condition condition) {
    auto const home = RetrofitStore(*m_tracker).find(m_id);
    for (auto const &found : eligibility_of(*m_tracker, m_id, *home))
      if (found.condition == condition) return found.outcome;
    return Outcome::untested;
  }

  TempTracker m_tracker;
  RunId m_run;
  RetrofitId m_id;
};

TEST_F(Lifecycle, AHomeIsAcceptedWithItsEvidenceAndBySomebodyElse) {
  complete();
  prove(Evidence::acceptance, "2024-05-01", " 施工 甲 ");
  prove(Evidence::acceptance_signature, "2024-05-01");
  auto const own = to(RetrofitState::accepted, "2024-05-01");
  ASSERT_FALSE(own);
  EXPECT_EQ(own.problem().code, ProblemCode::forbidden);
  prove(Evidence::acceptance, "2024-05-02", "县残联");
  EXPECT_TRUE(to(RetrofitState::accepted, "2024-05-02"));
  EXPECT_EQ(RetrofitStore(*m_tracker).find(m_id)->state, RetrofitState::accepted);
}

TEST_F(Lifecycle, EachStepNamesAllThatItLacks) {
  auto const refused = to(RetrofitState::assessed, "2024-02-01");
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.problem().code, ProblemCode::missing_value);
  for (auto const *kind : {"application", "assessment"})
    EXPECT_NE(refused.problem().reason.en.find(kind), std::string::npos);
  EXPECT_FALSE(to(RetrofitState::accepted, "2024-02-01")) << "no step of the law";
  EXPECT_EQ(RetrofitStore(*m_tracker).find(m_id)->state, RetrofitState::applied);
}

TEST_F(Lifecycle, WhatWasSentBackIsShownAnew) {
  complete();
  prove(Evidence::defect_list, "2024-05-05");
  ASSERT_TRUE(to(RetrofitState::returned, "2024-05-05"));
  ASSERT_TRUE(to(RetrofitState::in_progress, "2024-05-06"));
  auto const again = to(RetrofitState::completed, "2024-05-20");
  ASSERT_FALSE(again) << "the photos of April show the defects";
  EXPECT_NE(again.problem().reason.en.find("photo_after"), std::string::npos);
  prove(Evidence::photo_after, "2024-05-20");
  prove(Evidence::self_check, "2024-05-20", "施工甲");
  EXPECT_TRUE(to(RetrofitState::completed, "2024-05-20"));
  // Both completions are in the history.
  auto const then = homes_on(*m_tracker, {day("2024-04-30"), {}});
  EXPECT_EQ(then.at(0).state, RetrofitState::completed);
  EXPECT_EQ(homes_on(*m_tracker, {day("2024-05-05"), {}}).at(0).state, RetrofitState::returned);
  EXPECT_EQ(homes_on(*m_tracker, {day("2024-05-21"), {}}).at(0).state, RetrofitState::completed);
}

TEST_F(Lifecycle, DaysRunForwardAndNotIntoTheFuture) {
  prove(Evidence::application, "2024-01-10");
  prove(Evidence::assessment, "2024-02-01");
  EXPECT_EQ(to(RetrofitState::assessed, "2024-01-09").problem().code, ProblemCode::bad_date);
  EXPECT_EQ(to(RetrofitState::assessed, "2026-11-23").problem().code, ProblemCode::bad_date);
  EXPECT_TRUE(to(RetrofitState::assessed, "2026-11-22"));
}

TEST_F(Lifecycle, ACorrectionNeedsAReasonAndKeepsWhatWasBelieved) {
  complete();
  prove(Evidence::acceptance, "2024-05-02", "县残联");
  prove(Evidence::acceptance_signature, "2024-05-02");
  m_tracker.clock().set(*UtcTime::parse("2024-05-03T00:00:00Z"));
  ASSERT_TRUE(to(RetrofitState::accepted, "2024-05-02"));
  m_tracker.clock().set(*UtcTime::parse("2025-01-01T00:00:00Z"));
  EXPECT_FALSE(correct(*m_tracker, m_id, RetrofitState::completed, day("2024-04-20"), " ", "t"));
  EXPECT_EQ(correct(*m_tracker, m_id, RetrofitState::accepted, day("2024-04-01"), "x", "t")
                .problem()
                .code,
            ProblemCode::bad_date)
      << "before it was completed";
  ASSERT_TRUE(correct(*m_tracker, m_id, RetrofitState::completed, day("2024-04-20"),
                      "验收表属于另一户", "t"));
  EXPECT_EQ(homes_on(*m_tracker, {day("2024-12-31"), {}}).at(0).state, RetrofitState::completed);
  EXPECT_EQ(homes_on(*m_tracker, {day("2024-12-31"), day("2024-12-31")}).at(0).state,
            RetrofitState::accepted)
      << "what was believed on that day";
}

TEST_F(Lifecycle, ACorrectionIsNoWayPastTheEvidence) {
  auto const skipped =
      correct(*m_tracker, m_id, RetrofitState::accepted, day("2024-05-01"), "补录", "t");
  ASSERT_FALSE(skipped);
  for (auto const *kind : {"application", "public_notice", "contract", "self_check", "acceptance"})
    EXPECT_NE(skipped.problem().reason.en.find(kind), std::string::npos) << kind;
  complete();
  prove(Evidence::acceptance, "2024-05-02", "施工甲");
  prove(Evidence::acceptance_signature, "2024-05-02");
  auto const accept = [&](char const *on) {
    return correct(*m_tracker, m_id, RetrofitState::accepted, day(on), "补录", "t");
  };
  EXPECT_EQ(accept("2024-05-02").problem().code, ProblemCode::forbidden);
  prove(Evidence::acceptance, "2024-05-02", "县残联");
  EXPECT_FALSE(accept("2024-05-01")) << "the papers are of the day after";
  EXPECT_TRUE(accept("2024-05-02"));
  EXPECT_EQ(
      correct(*m_tracker, m_id, RetrofitState::completed, day("2024-04-20"), "电话13800005550", "t")
          .problem()
          .field,
      "reason");
  EXPECT_TRUE(correct(*m_tracker, m_id, RetrofitState::applied, day("2024-01-10"), "另一户", "t"));
}

TEST_F(Lifecycle, EvidenceIsOfItsTime) {
  complete();
  prove(Evidence::acceptance, "2024-06-10", "县残联");
  prove(Evidence::acceptance_signature, "2024-05-02");
  auto const early = to(RetrofitState::accepted, "2024-05-11");
  ASSERT_FALSE(early);
  EXPECT_NE(early.problem().reason.en.find("acceptance)"), std::string::npos)
      << early.problem().reason.en;
  auto const add = [&](Evidence kind, char const *on, char const *by, char const *ref = "") {
    return wza::gis::prove(*m_tracker, m_id, {kind, day(on), by, ref, {}}, "t");
  };
  EXPECT_EQ(add(Evidence::follow_up, "2024-06-20", "").problem().code, ProblemCode::bad_date);
  ASSERT_TRUE(to(RetrofitState::accepted, "2024-06-10"));
  EXPECT_FALSE(add(Evidence::follow_up, "2024-06-09", "")) << "before it was accepted";
  EXPECT_FALSE(add(Evidence::follow_up, "2026-11-23", "")) << "in the future";
  EXPECT_TRUE(add(Evidence::follow_up, "2024-06-20", ""));
  EXPECT_EQ(add(Evidence::contract, "2024-03-25", " ").problem().field, "by");
  EXPECT_EQ(add(Evidence::invoice, "2024-06-20", "王某 13800005550").problem().field, "by");
  EXPECT_EQ(add(Evidence::invoice, "2024-06-20", "", "990101194102020010").problem().field, "ref");
  EXPECT_TRUE(add(Evidence::invoice, "2024-06-20", "", "合同 2024-015"));
}

TEST_F(Lifecycle, WhoeverEverBuiltDoesNotAccept) {
  complete();
  prove(Evidence::contract, "2024-04-25", "监理公司", "合同2号");
  prove(Evidence::self_check, "2024-04-25", "监理公司");
  prove(Evidence::acceptance_signature, "2024-05-02");
  for (auto const *name :
       {"施工甲", "施工　甲", "施工甲（项目部）", "施工甲城北分公司", "监理公司", "监理有限公司",
        "（施工）甲股份有限公司", "施工甲集团有限责任公司（个体户）", "監理有限公司"}) {
    prove(Evidence::acceptance, "2024-05-02", name);
    auto const own = to(RetrofitState::accepted, "2024-05-02");
    ASSERT_FALSE(own) << name;
    EXPECT_EQ(own.problem().code, ProblemCode::forbidden) << name;
  }
  prove(Evidence::acceptance, "2024-05-02", "施工乙");
  EXPECT_TRUE(to(RetrofitState::accepted, "2024-05-02"));
}

TEST_F(Lifecycle, OnePhotoIsNotBothBeforeAndAfter) {
  complete();
  auto const add = [&](Evidence kind, std::string const &ref) {
    return wza::gis::prove(*m_tracker, m_id, {kind, day("2024-04-20"), "", ref, {}}, "t");
  };
  ASSERT_TRUE(add(Evidence::photo_before, "sha256:0a1b"));
  EXPECT_EQ(add(Evidence::photo_after, "sha256:0a1b").problem().code, ProblemCode::conflict);
  EXPECT_TRUE(add(Evidence::photo_after, "sha256:0a1c"));
  EXPECT_EQ(add(Evidence::photo_before, "sha256:0a1c").problem().field, "file");
}

TEST_F(Lifecycle, APhotoRecordedTwiceProvesNoWorks) {
  for (auto const kind : {Evidence::application, Evidence::assessment, Evidence::public_notice,
                          Evidence::home_plan, Evidence::plan_signature})
    prove(kind, "2024-01-10");
  prove(Evidence::contract, "2024-01-10", "施工甲");
  prove(Evidence::self_check, "2024-01-10", "施工甲");
  for (auto const kind : {Evidence::photo_before, Evidence::photo_after})
    prove(kind, "2024-01-10", "", "sha256:0a1b");
  for (auto const state :
       {RetrofitState::assessed, RetrofitState::approved, RetrofitState::in_progress})
    ASSERT_TRUE(to(state, "2024-01-10"));
  EXPECT_FALSE(to(RetrofitState::completed, "2024-01-10"));
  EXPECT_FALSE(correct(*m_tracker, m_id, RetrofitState::completed, day("2024-01-10"), "补录", "t"));
  prove(Evidence::photo_after, "2024-01-10", "", "sha256:0a1c");
  EXPECT_TRUE(to(RetrofitState::completed, "2024-01-10"));
}

TEST_F(Lifecycle, AContractThatNamesNobodyStartsNoWorks) {
  prove(Evidence::application, "2024-01-10");
  prove(Evidence::assessment, "2024-02-01");
  prove(Evidence::public_notice, "2024-03-01");
  ASSERT_TRUE(to(RetrofitState::assessed, "2024-02-01"));
  ASSERT_TRUE(to(RetrofitState::approved, "2024-03-10"));
  for (auto const kind :
       {Evidence::home_plan, Evidence::plan_signature, Evidence::photo_before, Evidence::contract})
    prove(kind, "2024-03-20");
  EXPECT_FALSE(to(RetrofitState::in_progress, "2024-04-01"));
}

TEST_F(Lifecycle, AProgrammeTakesWhomItsSettingsSay) {
  EXPECT_EQ(of(Condition::severe), Outcome::passed);
  EXPECT_EQ(of(Condition::poor), Outcome::passed);
  EXPECT_EQ(of(Condition::cap), Outcome::inapplicable) << "no ceiling is shipped";
  EXPECT_EQ(of(Condition::no_substitute), Outcome::passed);
  EXPECT_EQ(of(Condition::once), Outcome::passed);
  ProgrammeStore store(*m_tracker);
  auto own = *store.find("disabled-homes", 2024);
  own.from_year = 2024;
  own.ceiling_fen = 400000;
  own.grades = {"2"};
  own.incomes = {"destitute"};
  store.put_local(own);
  EXPECT_EQ(of(Condition::cap), Outcome::failed);
  EXPECT_EQ(of(Condition::severe), Outcome::failed);
  EXPECT_EQ(of(Condition::poor), Outcome::failed);
  EXPECT_EQ(store.find("家庭无障碍改造", 2023)->ceiling_fen, std::nullopt) << "from 2024 on only";
  own.further_grades = {"4-1"};
  store.put_local(own);
  EXPECT_EQ(of(Condition::severe), Outcome::passed);
  prove(Evidence::application, "2024-01-10");
  prove(Evidence::assessment, "2024-02-01");
  prove(Evidence::public_notice, "2024-03-01");
  ASSERT_TRUE(to(RetrofitState::assessed, "2024-02-01"));
  auto const refused = to(RetrofitState::approved, "2024-03-02");
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.problem().field, "poor");
}

TEST_F(Lifecycle, UnknownIsNeitherYesNorNo) {
  RetrofitStore store(*m_tracker);
  store.put(Household{HouseholdId("H-1"), DistrictCode("441821"), {}, {}, "某种说法", {}, {}},
            m_run);
  EXPECT_EQ(of(Condition::cert), Outcome::cant_tell);
  EXPECT_EQ(of(Condition::severe), Outcome::cant_tell);
  EXPECT_EQ(of(Condition::poor), Outcome::cant_tell);
}

TEST_F(Lifecycle, TheSamePersonOrPlaceInAnotherYearIsFound) {
  add("H-2", 2022, "K-person", "K-elsewhere");
  EXPECT_EQ(of(Condition::once), Outcome::failed);
  auto const same = EvidenceStore(*m_tracker).same_homes(m_id);
  ASSERT_EQ(same.size(), 1U);
  EXPECT_TRUE(same[0].same_person);
  ProgrammeStore store(*m_tracker);
  auto own = *store.find("disabled-homes", 2024);
  own.again_after_years = 2;
  store.put_local(own);
  EXPECT_EQ(of(Condition::once), Outcome::passed) << "two years later it may";
}

TEST_F(Lifecycle, OneFlatOfAHouseIsNotAnother) {
  add("H-3", 2024, "K-other", "K-place");
  EXPECT_EQ(of(Condition::once), Outcome::cant_tell) << "a person has to look";
}

}  // namespace
}  // namespace wza::gis
