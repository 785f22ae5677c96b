// SPDX-License-Identifier: Apache-2.0
#include "db/model/round.h"

#include <gtest/gtest.h>

namespace wza {
namespace {

LocalDate day(char const *text) {
  return *LocalDate::parse(text);
}

Round round_of(InspectionKind kind) {
  return {RoundId("R"), "", "", kind, day("2026-10-01"), day("2026-10-31"), {}};
}

Inspection visit(char const *on, InspectionKind kind, AccessState access,
                 std::optional<Outcome> ramp = std::nullopt) {
  Inspection out{FacilityId("F"), day(on), kind, "", access, std::nullopt, {}};
  if (ramp) {
    Measurement m;
    m.criterion = CriterionId("ramp-slope");
    m.component = "坡道";
    m.outcome = *ramp;
    out.measurements.push_back(m);
  }
  return out;
}

using Kind = InspectionKind;
constexpr auto kIn = AccessState::allowed;

TEST(RoundProgress, NobodyLetInIsNotInspected) {
  Round const round = round_of(Kind::campaign);
  std::vector<Inspection> visits{visit("2026-09-30", Kind::routine, kIn),
                                 visit("2026-11-01", Kind::routine, kIn)};
  EXPECT_EQ(progress_of(round, visits, day("2026-10-31")), PlaceProgress::pending);
  EXPECT_EQ(progress_of(round, visits, day("2026-11-02")), PlaceProgress::overdue);
  visits.push_back(visit("2026-10-31", Kind::routine, AccessState::under_works));
  EXPECT_EQ(progress_of(round, visits, day("2026-11-02")), PlaceProgress::not_let_in);
  visits.push_back(visit("2026-10-01", Kind::routine, kIn));
  EXPECT_EQ(progress_of(round, visits, day("2026-11-02")), PlaceProgress::visited);
  EXPECT_EQ(progress_of(round, visits, day("2026-09-30")), PlaceProgress::pending)
      << "as it stood before that visit";
}

TEST(RoundProgress, OnlyARecheckBelongsToARecheckRound) {
  Round const round = round_of(Kind::recheck);
  std::vector<Inspection> visits{visit("2026-10-05", Kind::routine, kIn)};
  EXPECT_EQ(progress_of(round, visits, day("2026-10-31")), PlaceProgress::pending);
  visits.push_back(visit("2026-10-06", Kind::recheck, kIn));
  EXPECT_EQ(progress_of(round, visits, day("2026-10-31")), PlaceProgress::visited);
}

std::optional<RecheckResult> recheck(std::vector<Inspection> visits) {
  visits.insert(visits.begin(), visit("2026-09-01", Kind::routine, kIn, Outcome::failed));
  return recheck_of(round_of(Kind::recheck), visits, CriterionId("ramp-slope"), "坡道",
                    day("2026-12-31"));
}

TEST(RecheckOfAFinding, OnlyWhatWasMeasuredAgainAndPassedIsMended) {
  using enum RecheckResult;
  EXPECT_EQ(recheck({}), not_retested);
  EXPECT_EQ(recheck({visit("2026-10-02", Kind::recheck, kIn)}), not_retested);
  EXPECT_EQ(recheck({visit("2026-10-02", Kind::recheck, kIn, Outcome::cant_tell)}), not_retested);
  EXPECT_EQ(recheck({visit("2026-10-02", Kind::recheck, kIn, Outcome::passed)}), mended);
  EXPECT_EQ(recheck({visit("2026-10-02", Kind::recheck, kIn, Outcome::failed)}), still_there);
  EXPECT_EQ(recheck({visit("2026-10-02", Kind::routine, kIn, Outcome::passed)}), mended_elsewhere);
  EXPECT_EQ(recheck({visit("2026-10-02", Kind::recheck, kIn, Outcome::passed),
                     visit("2026-10-02", Kind::recheck, kIn, Outcome::failed)}),
            still_there)
      << "on one day a failure outweighs";
}

TEST(RecheckOfAFinding, WhatWasClosedBeforeIsNotItsTask) {
  EXPECT_EQ(recheck({visit("2026-09-15", Kind::routine, kIn, Outcome::passed)}), std::nullopt);
  EXPECT_EQ(recheck({visit("2026-09-15", Kind::routine, kIn, Outcome::passed),
                     visit("2026-09-20", Kind::routine, kIn, Outcome::failed)}),
            RecheckResult::not_retested)
      << "reopened before it began";
}

}  // namespace
}  // namespace wza
