// SPDX-License-Identifier: Apache-2.0
// Clauses that ask one thing in several ways, by facts that nobody recorded: a door 0.50 m wide
// fails whether the building is new or existing, and a ramp of 1:5 wherever it stands.
#pragma once

#include "gis/field/evaluate.h"

#include <functional>
#include <vector>

namespace wza::gis {

/// Criteria that could decide about the same reading: of the same kind of component, yielding the
/// same fact.
using Rivals = std::vector<Criterion const *>;

/// True if another criterion was read at the component as well.
using IsRecorded = std::function<bool(CriterionId const &)>;

/// Turns cant_tell into failed where, whatever the facts are that were not recorded, one of the
/// rivals applies and fails. The outcome is then that of the rival that asks least; where that one
/// was recorded itself, its own verdict says so and this one stays as it is. `rivals` may hold
/// `criterion`; advice and clauses that need a person's judgement never decide.
Judgement decided_by_all(Criterion const &criterion, Judgement judgement, Rivals const &rivals,
                         Readings const &readings, Circumstances const &at,
                         IsRecorded const &is_recorded);

/// True if `other` may decide about a reading of `one`; false where that yields no fact.
bool are_rivals(Criterion const &one, Criterion const &other);

}  // namespace wza::gis
