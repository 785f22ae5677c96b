// SPDX-License-Identifier: Apache-2.0
// A round: the places that a team shall visit between two days, and what became of each. A visit
// belongs to a round by its place and its day; nobody has to say so.
#pragma once

#include "db/base/clock.h"
#include "db/base/ids.h"
#include "db/model/inspection.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace wza {

using RoundId = Key<struct RoundTag>;  ///< "2026-01", or the office's own number

struct Round {
  RoundId id;
  std::string title;
  std::string team;  ///< a team or its people; empty where nobody said
  InspectionKind kind{};
  LocalDate from, to;              ///< both days belong to it
  std::vector<FacilityId> places;  ///< by id
  bool operator==(Round const &) const = default;
};

/// Where a place of a round stands on a day.
enum class PlaceProgress : std::uint8_t { visited, not_let_in, pending, overdue };
template <>
struct Names<PlaceProgress> {
  static constexpr std::array kAll{
      Name{PlaceProgress::visited, "visited", "已检查", "Inspected"},
      Name{PlaceProgress::not_let_in, "not_let_in", "去过，未能进入", "Visited, not let in"},
      Name{PlaceProgress::pending, "pending", "尚未前往", "Not yet visited"},
      Name{PlaceProgress::overdue, "overdue", "逾期未去", "Overdue"},
  };
};
static_assert(covers(PlaceProgress::overdue));

/// What a re-check round says of a finding that was open when it began.
enum class RecheckResult : std::uint8_t { mended, still_there, not_retested, mended_elsewhere };
template <>
struct Names<RecheckResult> {
  static constexpr std::array kAll{
      Name{RecheckResult::mended, "mended", "复测已消除", "Mended, by re-test"},
      Name{RecheckResult::still_there, "still_there", "仍然存在", "Still there"},
      Name{RecheckResult::not_retested, "not_retested", "没有复测", "Not measured again"},
      Name{RecheckResult::mended_elsewhere, "mended_elsewhere", "在别的检查中已消除",
           "Mended, by a visit outside the round"},
  };
};
static_assert(covers(RecheckResult::mended_elsewhere));

/// A visit to one of its places belongs to a round by its day; to a re-check round only as a
/// re-check.
bool is_of_round(Round const &round, Inspection const &visit);

/// From the visits to one place up to `as_of`; those that are not of the round are passed over. A
/// place where nobody was let in was not inspected.
PlaceProgress progress_of(Round const &round, std::span<Inspection const> visits, LocalDate as_of);

/// What became of the failure of `criterion` at `component` by `as_of`, from all visits to its
/// place, oldest first; nothing where it was not open when the round began. The law is
/// after_test() of db/model/finding.h: only what was measured again, and passed, is mended. On one
/// day a failure outweighs a pass.
std::optional<RecheckResult> recheck_of(Round const &round, std::span<Inspection const> visits,
                                        CriterionId const &criterion, std::string_view component,
                                        LocalDate as_of);

}  // namespace wza
