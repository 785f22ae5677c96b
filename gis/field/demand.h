// SPDX-License-Identifier: Apache-2.0
// A criterion in words: what its clause asks, and the unit in which values of it are shown.
#pragma once

#include "db/model/criterion.h"

namespace wza::gis {

/// What the clause asks, as a sentence: "纵向坡度应不大于 1:12".
Text demand_of(Criterion const &criterion);

/// The unit in which values of the criterion are shown: percent for slopes.
Unit shown_unit(Criterion const &criterion);

}  // namespace wza::gis
