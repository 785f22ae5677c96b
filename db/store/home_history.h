// SPDX-License-Identifier: Apache-2.0
// The homes as they stood on a past day, from the event log. Two days are asked for, which are not
// the same: until when something was reached, and until when it was recorded. A number of last year
// that was corrected since is found again by the second.
#pragma once

#include "db/base/clock.h"
#include "db/model/retrofit.h"
#include "db/store/retrofits.h"
#include "db/store/tracker.h"

#include <optional>
#include <string>
#include <vector>

namespace wza {

struct AsOf {
  /// States reached by the end of this day, which for a state that nobody dated is the day on which
  /// it was recorded; nothing: those that stand today.
  std::optional<LocalDate> day;
  /// Only from what was recorded by the end of this day; nothing: from all that is recorded.
  std::optional<LocalDate> known;
};

/// One record: a home in a programme and a year.
struct HomeRecord {
  RetrofitId id;
  HouseholdId household;
  std::string person, place;  ///< keys by which it is counted once; the household's where unknown
  bool place_known = false;
  DistrictCode district;
  std::string programme;
  int year = 0;
  std::optional<std::string> money_source, category;
  std::optional<int> grade;
  RetrofitState state{};
  std::optional<LocalDate> accepted_on;  ///< where the state is accepted
  std::optional<LocalDate> applied_on;   ///< nothing before it, or where nobody said
  /// Withdrawn or rejected, and nobody said on which day: then it left on no day that a number may
  /// turn on, least of all on that of an import.
  bool left_undated = false;
  /// Hundredths of a yuan, as they stand now: the history does not keep them.
  std::optional<std::int64_t> planned_fen, paid_fen;
};

/// All records that had a state then, by id.
std::vector<HomeRecord> homes_on(Tracker &tracker, AsOf as_of);

}  // namespace wza
