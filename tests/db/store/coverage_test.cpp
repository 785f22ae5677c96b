// SPDX-License-Identifier: Apache-2.0
#include "db/store/coverage.h"

#include "db/sqlite/transaction.h"
#include "db/store/facilities.h"
#include "db/store/inspections.h"
#include "db/store/runs.h"
#include "tests/support/sample_tracker.h"
#include "tests/support/temp_tracker.h"

#include <gtest/gtest.h>

namespace wza {
namespace {

struct CoverageOfSample : testing::Test {
  // F-001 in the first town and F-002 in the second were inspected on 2026-10-01, F-003 never.
  CoverageOfSample() { fill_sample(*tracker); }
  void visit(char const *id, char const *on, AccessState access) {
    Transaction transaction(tracker->db());
    auto const facility = FacilityStore(*tracker).find(FacilityId(id));
    Inspection inspection;
    inspection.facility = facility->id;
    inspection.inspected_on = *LocalDate::parse(on);
    inspection.access = access;
    auto const run = RunStore(*tracker).begin(RunKind::import, "visit", "test");
    InspectionStore(*tracker).put(inspection, facility->geom, run.id);
    transaction.commit();
  }
  Coverage read(char const *as_of, std::optional<char const *> not_since = {},
                std::optional<char const *> district = {}) {
    CoverageQuery query{*LocalDate::parse(as_of), {}, {}};
    if (not_since) query.not_since = LocalDate::parse(*not_since);
    if (district) query.district = DistrictCode(*district);
    return coverage(*tracker, query);
  }
  TempTracker tracker;
};

TEST_F(CoverageOfSample, APlaceThatTurnedEverybodyAwayWasNeverInspected) {
  visit("F-003", "2026-10-03", AccessState::refused);
  visit("F-003", "2026-10-05", AccessState::closed);
  Coverage const all = read("2026-11-22", "2026-10-02");
  EXPECT_EQ(all.total.places, 3);
  EXPECT_EQ(all.total.inspected, 2);
  EXPECT_EQ(all.total.never, 1);
  EXPECT_EQ(all.total.turned_away, 1);
  EXPECT_EQ(all.total.not_since, 2);
  ASSERT_EQ(all.districts.size(), 3U) << "the county and its towns, not what is above them";
  EXPECT_EQ(all.districts[0].counts.places, 3) << "with what lies below it";
  EXPECT_EQ(all.districts[2].depth, 1);
  EXPECT_EQ(all.districts[2].counts.never, 1);
  ASSERT_EQ(all.types.size(), 1U);
  EXPECT_EQ(all.types[0].counts.never, 1);
  ASSERT_EQ(all.never.size(), 1U);
  EXPECT_EQ(all.never[0].place.id.value, "F-003");
  EXPECT_EQ(all.never[0].place.tried_on->iso(), "2026-10-05");
  EXPECT_EQ(all.never[0].place.access, AccessState::closed);
}

TEST_F(CoverageOfSample, IsOfADistrictAndOfADay) {
  Coverage const town = read("2026-11-22", {}, "441821901");
  ASSERT_EQ(town.districts.size(), 1U);
  EXPECT_EQ(town.districts[0].depth, 0);
  EXPECT_EQ(town.total.places, 1);
  EXPECT_TRUE(town.never.empty());
  EXPECT_EQ(read("2026-09-30").total.never, 3) << "before anybody came";
  visit("F-001", "2026-10-09", AccessState::allowed);
  EXPECT_EQ(read("2026-11-22", "2026-10-02").total.not_since, 1) << "the last visit counts";
}

TEST_F(CoverageOfSample, WishesAreAllToBeFulfilled) {
  auto const day = *LocalDate::parse("2026-11-22");
  auto const ids = [&](PlaceWish const &wish) {
    std::string out;
    for (PlaceStanding const &place : place_standings(*tracker, day, wish))
      out += place.id.value + " ";
    return out;
  };
  EXPECT_EQ(ids({}), "F-001 F-002 F-003 ");
  PlaceWish wish;
  wish.not_since = LocalDate::parse("2026-10-01");
  EXPECT_EQ(ids(wish), "F-003 ") << "inspected on that day is inspected since";
  wish.not_since = LocalDate::parse("2026-10-02");
  EXPECT_EQ(ids(wish), "F-001 F-002 F-003 ");
  wish.open_findings = true;
  EXPECT_EQ(ids(wish), "F-001 ");
  wish.never_inspected = true;
  EXPECT_EQ(ids(wish), "");
}

}  // namespace
}  // namespace wza
