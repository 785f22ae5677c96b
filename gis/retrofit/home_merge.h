// SPDX-License-Identifier: Apache-2.0
// What a row of a table adds to a home that is known already. An empty cell says nothing: what is
// recorded stays. A row never moves a home backwards; that is a correction, which has a reason.
#pragma once

#include "db/model/household.h"
#include "db/model/retrofit.h"

#include <optional>

namespace wza::gis {

/// Whether `row` tells of a home as it stood before `known`: a lower state, or one whose day lies
/// before that of the state that stands. Where a home was sent back and the row has no day, nobody
/// can tell, and what stands is kept.
bool is_behind(Retrofit const &known, Retrofit const &row);

/// `row` with what stands in `known` wherever the row is silent.
Retrofit merged(Retrofit const &known, Retrofit row);
Household merged(Household const &known, Household row);

/// The first state whose day lies before that of an earlier one; nothing where the days run
/// forward, or the home was sent back and went its way a second time.
std::optional<RetrofitState> runs_backwards(Retrofit const &home);

}  // namespace wza::gis
