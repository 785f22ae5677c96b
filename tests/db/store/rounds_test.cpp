// SPDX-License-Identifier: Apache-2.0
#include "db/store/rounds.h"

#include "db/sqlite/transaction.h"
#include "db/store/round_progress.h"
#include "db/store/runs.h"
#include "tests/support/sample_tracker.h"
#include "tests/support/temp_tracker.h"

#include <gtest/gtest.h>

namespace wza {
namespace {

Round autumn() {
  return {RoundId("2026-01"),
          "秋季督导",
          "一组",
          InspectionKind::routine,
          *LocalDate::parse("2026-09-15"),
          *LocalDate::parse("2026-10-15"),
          {FacilityId("F-001"), FacilityId("F-003")}};
}

struct Rounds : testing::Test {
  Rounds() { fill_sample(*tracker); }
  StoreChange put(Round const &round) {
    Transaction transaction(tracker->db());
    auto const change = RoundStore(*tracker).put(round, std::nullopt, "test");
    transaction.commit();
    return change;
  }
  TempTracker tracker;
};

TEST_F(Rounds, AreStoredOnceAndGainPlaces) {
  RoundStore store(*tracker);
  EXPECT_EQ(put(autumn()), StoreChange::stored);
  EXPECT_EQ(put(autumn()), StoreChange::unchanged);
  EXPECT_EQ(store.find(autumn().id), autumn());
  Round more = autumn();
  more.team = "二组";
  more.places = {FacilityId("F-002")};
  EXPECT_EQ(put(more), StoreChange::updated);
  EXPECT_EQ(store.find(more.id)->places.size(), 3U);
  EXPECT_EQ(store.all().size(), 1U);
  auto const events = events_of(*tracker, "rounds", "2026-01");
  ASSERT_EQ(events.size(), 2U);
  EXPECT_EQ(events[1].event.before["team"], "一组");
  EXPECT_EQ(store.next_id(2026).value, "2026-02");
}

TEST_F(Rounds, TheirPlacesStandWhereTheVisitsPutThem) {
  RoundStanding const standing =
      round_standing(*tracker, autumn(), *LocalDate::parse("2026-11-22"));
  ASSERT_EQ(standing.places.size(), 2U);
  EXPECT_EQ(standing.places[0].progress, PlaceProgress::visited);
  EXPECT_EQ(standing.places[0].visited_on->iso(), "2026-10-01");
  EXPECT_EQ(standing.places[1].progress, PlaceProgress::overdue);
  EXPECT_EQ(standing.count(PlaceProgress::overdue), 1);
}

}  // namespace
}  // namespace wza
