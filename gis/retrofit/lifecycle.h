// SPDX-License-Identifier: Apache-2.0
// One home moves on: by the law of states (db/model/retrofit.h), with the evidence that the step
// asks for, within the conditions of its programme. What was recorded wrongly is corrected with a
// reason; the history keeps both.
#pragma once

#include "db/store/retrofit_evidence.h"
#include "db/store/retrofits.h"
#include "gis/retrofit/proofs.h"

#include <string_view>

namespace wza::gis {

/// Records evidence; the same again changes nothing. Problems: no such home, and those of
/// check_proof(). Inside the caller's transaction.
Result<Done> prove(Tracker &tracker, RetrofitId id, Proof const &proof, std::string_view actor);

/// Moves the home to `to` on the day `on`. Problems: no such home; no such step; evidence missing
/// (all of it is named) or dated later than `on`; the day lies before the last step or in the
/// future; who accepted also installed or checked; a condition of the programme failed (for
/// approval) or the ceiling is exceeded (for approval and acceptance). Inside the caller's
/// transaction.
Result<Done> advance(Tracker &tracker, RetrofitId id, RetrofitState to, LocalDate on,
                     std::string_view actor);

/// From now on the home stands in `state` since `on`, and dates of later states are void. `reason`
/// is kept in the history and must hold nothing personal. A correction forward needs what advance()
/// would have needed for each step between; one backwards needs its reason only. Inside the
/// caller's transaction.
Result<Done> correct(Tracker &tracker, RetrofitId id, RetrofitState state, LocalDate on,
                     std::string_view reason, std::string_view actor);

}  // namespace wza::gis
