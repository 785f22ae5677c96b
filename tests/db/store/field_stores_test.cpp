// SPDX-License-Identifier: Apache-2.0
// Districts, facilities, inspections and retrofits in the tracker: idempotent, with their history.
#include "db/seed.h"
#include "db/sqlite/transaction.h"
#include "db/store/districts.h"
#include "db/store/facilities.h"
#include "db/store/inspections.h"
#include "db/store/retrofits.h"
#include "db/store/runs.h"
#include "tests/support/temp_tracker.h"

#include <gtest/gtest.h>

namespace wza {
namespace {

class FieldStores : public testing::Test {
 protected:
  FieldStores() {
    EXPECT_TRUE(seed(*m_tracker));
    m_run = RunStore(*m_tracker).begin(RunKind::import, "test", "").id;
    DistrictStore districts(*m_tracker);
    for (auto const *code : {"441821", "441821100", "441821101"}) {
      districts.put(
          {{DistrictCode(code), code, level_of(DistrictCode(code)), {}, "虚构", "2024-01-01"},
           {std::byte{1}},
           "cgcs2000",
           false},
          m_run);
    }
    districts.rebuild_tree(m_run);
  }
  int number(std::string_view sql) {
    auto row = m_tracker->db().prepare(sql);
    EXPECT_TRUE(row.step());
    return row.get<int>(0);
  }
  Facility facility() const {
    Facility f;
    f.id = FacilityId("F-1");
    f.name = "测试图书馆（虚构）";
    f.place_type = PlaceTypeCode("library");
    f.district = DistrictCode("441821100");
    f.raw = {113.5, 23.8, "wgs84", std::nullopt, std::nullopt};
    f.geom = {std::byte{1}};
    return f;
  }
  Retrofit retrofit() const {
    Retrofit r;
    r.household = HouseholdId("H-test");
    r.programme = "县残联";
    r.year = 2024;
    r.district = DistrictCode("441821100");
    r.state = RetrofitState::approved;
    r.reached_on[0] = LocalDate::parse("2024-02-01");
    r.reached_on[2] = LocalDate::parse("2024-04-01");
    r.works = {{"D-rail", "扶手"}, {std::nullopt, "别的"}};
    return r;
  }
  TempTracker m_tracker;
  RunId m_run;
};

using DistrictStoreTest = FieldStores;
using FacilityStoreTest = FieldStores;
using InspectionStoreTest = FieldStores;
using RetrofitStoreTest = FieldStores;

TEST_F(DistrictStoreTest, TheTreeReachesAncestorsThatOnlyTheReferenceDataKnow) {
  DistrictStore districts(*m_tracker);
  EXPECT_EQ(districts.find(DistrictCode("441821100"))->parent, DistrictCode("441821"));
  EXPECT_EQ(districts.find(DistrictCode("441821"))->parent, DistrictCode("441800"));
  EXPECT_EQ(districts.find(DistrictCode("441800"))->name, "清远市");
  EXPECT_EQ(districts.within(DistrictCode("440000")).size(), 5U);
  EXPECT_EQ(districts.with_boundary().size(), 3U);
  EXPECT_EQ(districts.boundary_sources(), std::vector<std::string>{"虚构 (2024-01-01)"});
}

TEST_F(DistrictStoreTest, ANewNameIsAnUpdateAndTheBoundaryStays) {
  DistrictStore districts(*m_tracker);
  StoredDistrict const renamed{
      {DistrictCode("441821"), "新名", DistrictLevel::county, {}, {}, {}}, {}, {}, false};
  EXPECT_EQ(districts.put(renamed, m_run), StoreChange::updated);
  EXPECT_EQ(districts.put(renamed, m_run), StoreChange::unchanged);
  EXPECT_EQ(districts.find(DistrictCode("441821"))->source, "虚构");
}

TEST_F(FacilityStoreTest, TheSameTwiceIsUnchangedAndChangesAreRemembered) {
  FacilityStore facilities(*m_tracker);
  auto f = facility();
  EXPECT_EQ(facilities.put(f, m_run), StoreChange::stored);
  EXPECT_EQ(facilities.put(f, m_run), StoreChange::unchanged);
  f.name = "测试图书馆二（虚构）";
  EXPECT_EQ(facilities.put(f, m_run), StoreChange::updated);
  EXPECT_EQ(*facilities.find(f.id), f);
  EXPECT_EQ(events_of(*m_tracker, "facilities", "F-1").size(), 2U);
  EXPECT_EQ(facilities.all().size(), 1U);
}

TEST_F(FacilityStoreTest, PlaceTypesAreFoundByCodeOrByEitherName) {
  FacilityStore facilities(*m_tracker);
  EXPECT_EQ(facilities.place_type("bus-stop")->value, "bus-stop");
  EXPECT_EQ(facilities.place_type("公交车站")->value, "bus-stop");
  EXPECT_EQ(facilities.place_type("bus stop")->value, "bus-stop");
  EXPECT_EQ(facilities.place_type("人行道")->value, "urban-road");
  EXPECT_FALSE(facilities.place_type("月球"));
  EXPECT_FALSE(facilities.place_type("%"));
  EXPECT_FALSE(facilities.place_type(""));
}

TEST_F(InspectionStoreTest, AVisitGrowsByMeasurementsAndRepeatsAreUnchanged) {
  FacilityStore(*m_tracker).put(facility(), m_run);
  InspectionStore inspections(*m_tracker);
  Measurement slope{CriterionId("ramp-slope"), "坡道", "1:10", "1:n", {}, {}, Outcome::failed, 0.01,
                    {"太陡。", "Too steep."}};
  Inspection visit{FacilityId("F-1"),
                   *LocalDate::parse("2024-05-01"),
                   InspectionKind::routine,
                   "一组",
                   AccessState::allowed,
                   std::nullopt,
                   {slope}};
  auto const geom = facility().geom;
  EXPECT_EQ(inspections.put(visit, geom, m_run), StoreChange::stored);
  EXPECT_EQ(inspections.put(visit, geom, m_run), StoreChange::unchanged);
  slope.criterion = CriterionId("ramp-width");
  visit.measurements = {slope};
  EXPECT_EQ(inspections.put(visit, geom, m_run), StoreChange::updated);
  auto const visits = inspections.of_facility(FacilityId("F-1"));
  ASSERT_EQ(visits.size(), 1U);
  EXPECT_EQ(visits[0].measurements.size(), 2U);
}

TEST_F(RetrofitStoreTest, StatesMoveByTheLawOnly) {
  RetrofitStore retrofits(*m_tracker);
  retrofits.put(Household{HouseholdId("H-test"), DistrictCode("441821100"), "4", 1, "低保", {}, {}},
                m_run);
  auto r = retrofit();
  EXPECT_EQ(*retrofits.put(r, m_run), StoreChange::stored);
  EXPECT_EQ(*retrofits.put(r, m_run), StoreChange::unchanged);
  r.state = RetrofitState::accepted;
  r.reached_on[5] = LocalDate::parse("2024-09-01");
  EXPECT_EQ(*retrofits.put(r, m_run), StoreChange::updated);
  auto back = r;
  back.state = RetrofitState::applied;
  auto const refused = retrofits.put(back, m_run);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.problem().code, ProblemCode::conflict);
  EXPECT_EQ(retrofits.find(r.household, r.programme, r.year), r);
}

TEST_F(RetrofitStoreTest, OnlyAcceptedHomesCountTowardsThePlan) {
  RetrofitStore retrofits(*m_tracker);
  auto r = retrofit();
  for (auto const *household : {"H-1", "H-2", "H-3"}) {
    r.household = HouseholdId(household);
    retrofits.put(Household{r.household, r.district, "4", 1, "低保", {}, {}}, m_run);
    r.state = r.household.value == "H-3" ? RetrofitState::completed : RetrofitState::accepted;
    r.reached_on[5] = r.household.value == "H-3" ? std::nullopt : LocalDate::parse("2024-09-01");
    ASSERT_TRUE(retrofits.put(r, m_run));
  }
  EXPECT_EQ(number("SELECT accepted FROM v_progress WHERE plan = 'fogang-14-5' AND indicator = "
                   "'home-retrofits'"),
            2);
  EXPECT_EQ(number("SELECT count(*) FROM v_progress WHERE accepted > 0 AND district <> '441821'"),
            0);
  EXPECT_EQ(number("SELECT count(*) FROM v_retrofit WHERE items = '扶手；别的'"), 3);
}

TEST(RetrofitLaw, EveryStateIsReachedAndOnlyEndsAreFinal) {
  for (auto const &name : Names<RetrofitState>::kAll) {
    EXPECT_TRUE(may_reach(RetrofitState::applied, name.value)) << name.key;
    bool const final = name.value == RetrofitState::accepted ||
                       name.value == RetrofitState::withdrawn ||
                       name.value == RetrofitState::rejected;
    bool leaves = false;
    for (auto const &other : Names<RetrofitState>::kAll)
      leaves = leaves || may_follow(name.value, other.value);
    EXPECT_EQ(leaves, !final) << name.key;
  }
  EXPECT_FALSE(may_reach(RetrofitState::accepted, RetrofitState::applied));
}

}  // namespace
}  // namespace wza
