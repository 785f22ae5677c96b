// SPDX-License-Identifier: Apache-2.0
#include "db/store/criteria.h"

#include "db/seed.h"
#include "tests/support/temp_tracker.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace wza {
namespace {

class Criteria : public testing::Test {
 protected:
  void SetUp() override { ASSERT_TRUE(seed(*m_tracker)); }
  static bool has(std::vector<Criterion> const &all, std::string_view id) {
    return std::any_of(all.begin(), all.end(),
                       [&](Criterion const &c) { return c.id.value == id; });
  }
  TempTracker m_tracker;
  CriteriaStore m_store{*m_tracker};
};

TEST_F(Criteria, ReadsARampsSlopeWithItsClauseAndCondition) {
  auto const c = m_store.find(CriterionId("ramp-slope"));
  ASSERT_TRUE(c);
  EXPECT_EQ(c->standard, "GB 55019-2021");
  EXPECT_EQ(c->clause, "2.3.1");
  EXPECT_EQ(c->facility_name.zh, "轮椅坡道");
  EXPECT_EQ(c->comparator, Comparator::at_most);
  EXPECT_NEAR(c->high->si, 1.0 / 12, 1e-12);
  EXPECT_FALSE(c->low);
  EXPECT_EQ(c->yields, "slope");
  EXPECT_EQ(c->severity, Severity::critical);
  EXPECT_EQ(facts_of(c->applies_when),
            (std::vector<std::string>{"rise_per_run", "site_constrained"}));
}

TEST_F(Criteria, UnknownIdIsNothing) {
  EXPECT_FALSE(m_store.find(CriterionId("no-such")));
}

TEST_F(Criteria, NewAndExistingDoorsHaveCriteriaOfTheirOwn) {
  EXPECT_EQ(m_store.find(CriterionId("manual-door-width-new"))->applies_to, AppliesTo::new_build);
  EXPECT_EQ(m_store.find(CriterionId("manual-door-width-existing"))->applies_to,
            AppliesTo::existing);
}

TEST_F(Criteria, RecordingAValueImpliesTheKindOfDoorButNotAConstrainedSite) {
  auto const door = m_store.find(CriterionId("door-opening-force"));
  EXPECT_TRUE(applies(door->applies_when, {}).is_true());
  EXPECT_TRUE(applies(door->applies_when, {{"fire_door", true}}).is_false());
  auto const ramp = m_store.find(CriterionId("ramp-slope-constrained"));
  EXPECT_TRUE(applies(ramp->applies_when, {}).is_unknown());
}

TEST_F(Criteria, ListsTheNewerStandardFirstInOrderOfClauses) {
  auto const all = m_store.all();
  ASSERT_EQ(all.size(), 415U);
  EXPECT_EQ(all.front().id.value, "route-continuous");
  EXPECT_EQ(all[197].standard, "GB 50763-2012");
  EXPECT_EQ(m_store.of_standard("GB 55019-2021").size(), 197U);
}

TEST_F(Criteria, OfAFacilityLeavesOutWhatWasSuperseded) {
  auto const ramps = m_store.of_facility("wheelchair-ramp");
  EXPECT_TRUE(has(ramps, "ramp-width"));
  EXPECT_FALSE(has(ramps, "d-ramp-width"));
  EXPECT_FALSE(has(ramps, "d-ramp-run-1-16")) << "went with its table";
  EXPECT_TRUE(has(ramps, "d-ramp-landing"));
}

TEST_F(Criteria, OfABuildingDependsOnItsPlaceType) {
  auto const library = m_store.of_facility("public-building", PlaceTypeCode("library"));
  EXPECT_TRUE(has(library, "d-library-blind-room"));
  EXPECT_FALSE(has(library, "d-hospital-corridor"));
  EXPECT_TRUE(has(library, "d-pub-signs"));
  auto const any = m_store.of_facility("public-building");
  EXPECT_FALSE(has(any, "d-library-blind-room"));
  EXPECT_TRUE(has(any, "d-pub-signs"));
}

TEST_F(Criteria, OfAPlaceAreThoseWrittenForIt) {
  auto const hospital = m_store.of_place(PlaceTypeCode("hospital"));
  EXPECT_TRUE(has(hospital, "d-hospital-corridor"));
  EXPECT_FALSE(has(hospital, "ramp-slope"));
}

TEST_F(Criteria, AnOfficesOwnCriterionIsListedAndSaysSo) {
  m_tracker->db().execute(
      "INSERT INTO criteria(id, standard, clause, facility_type, places, name_zh, name_en, "
      "quantity_zh, quantity_en, comparator, threshold, unit, low_si, dimension, applies_to, "
      "needs_judgement, obligation, severity, confidence, source, origin) VALUES "
      "('local-door', 'GB 50763-2012', '3.5.3', 'door', 'library', '本地门宽', 'Local door', "
      "'净宽', "
      "'clear width', 'at_least', '1000', 'mm', 1.0, 'length', 'all', 0, 'must', 'serious', "
      "'one_source', 'local rule', 'local')");
  auto const c = m_store.find(CriterionId("local-door"));
  ASSERT_TRUE(c);
  EXPECT_EQ(c->origin, Origin::local);
  EXPECT_TRUE(has(m_store.of_place(PlaceTypeCode("library")), "local-door"));
}

TEST_F(Criteria, BothStandardsStandSideBySideWithTheirDatesOfForce) {
  auto const older = m_store.find(CriterionId("d-ramp-width"));
  EXPECT_EQ(older->in_force_from, LocalDate::parse("2012-09-01"));
  EXPECT_EQ(older->superseded_from, LocalDate::parse("2022-04-01"));
  auto const newer = m_store.find(older->superseded_by);
  EXPECT_EQ(newer->in_force_from, LocalDate::parse("2022-04-01"));
  EXPECT_FALSE(newer->superseded_from);
}

TEST_F(Criteria, SidesAndTheUsualInstrumentComeWithTheCriterion) {
  auto const slope = m_store.find(CriterionId("kerb-ramp-slope-other"));
  ASSERT_EQ(slope->sides.size(), 3U);
  EXPECT_EQ(slope->sides[0].key, "front");
  EXPECT_EQ(slope->sides[1].name.zh, "左");
  EXPECT_TRUE(m_store.find(CriterionId("ramp-width"))->sides.empty());
  auto const relief = m_store.find(CriterionId("d-tactile-relief"));
  ASSERT_TRUE(relief->tolerance);
  EXPECT_EQ(relief->tolerance->instrument.en, "steel rule");
  EXPECT_EQ(m_store.find(CriterionId("d-kickplate"))->tolerance->instrument.en, "tape");
}

TEST_F(Criteria, ARowOfAnOfficeIsNotOverwrittenByTheProgramsOwn) {
  m_tracker->db().execute(
      "UPDATE criteria SET origin = 'local', threshold = '10', high_si = 0.01 "
      "WHERE id = 'grating-opening'");
  m_tracker->db().execute("DELETE FROM reference_files");
  ASSERT_TRUE(seed(*m_tracker));
  auto const kept = m_store.find(CriterionId("grating-opening"));
  EXPECT_EQ(kept->threshold, "10");
  EXPECT_EQ(kept->origin, Origin::local);
  EXPECT_FALSE(kept->retired);
}

TEST_F(Criteria, ARetiredCriterionIsFoundButNotListed) {
  m_tracker->db().execute("UPDATE criteria SET retired = 1 WHERE id = 'ramp-width'");
  EXPECT_TRUE(m_store.find(CriterionId("ramp-width"))->retired);
  EXPECT_FALSE(has(m_store.all(), "ramp-width"));
}

}  // namespace
}  // namespace wza
