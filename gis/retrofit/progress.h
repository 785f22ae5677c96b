// SPDX-License-Identifier: Apache-2.0
// Homes per district, state and year, with all districts below, as of a day. Only accepted homes
// count towards a promise; each number can be unfolded to its homes (v_retrofit).
#pragma once

#include "db/model/district.h"
#include "db/model/plan.h"
#include "db/model/retrofit.h"
#include "db/store/tracker.h"

#include <array>
#include <map>
#include <optional>
#include <vector>

namespace wza::gis {

/// A promise and how far it is kept.
struct PromiseProgress {
  Target target;
  Plan plan;
  Indicator indicator;
  int accepted = 0;  ///< from the first year of the plan to the year of the promise
  std::optional<double>
      rate;  ///< accepted / target; of a promised coverage, accepted / homes in need
};

struct DistrictProgress {
  District district;
  std::array<int, kRetrofitStates> homes{};  ///< by state, beside Names<RetrofitState>
  std::map<int, int> accepted_in;            ///< year → homes accepted in it
  int accepted_undated = 0;                  ///< accepted, and nobody recorded when: in no year
  std::vector<PromiseProgress> promises;     ///< of plans of this very district that count homes

  int of(RetrofitState state) const { return homes[static_cast<std::size_t>(state)]; }
  /// All that were neither withdrawn nor rejected: the need that was recorded.
  int in_need() const;
};

/// Every district of the tracker, by code. With `as_of`, states and counts are those of that day,
/// from the dates of the states; without, those that stand.
std::vector<DistrictProgress> progress(Tracker &tracker, std::optional<LocalDate> const &as_of);

}  // namespace wza::gis
