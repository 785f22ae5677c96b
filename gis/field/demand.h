// SPDX-License-Identifier: Apache-2.0
// A criterion in words: what its clause asks, and the unit in which values of it are shown.
#pragma once

#include "db/model/criterion.h"

#include <optional>

namespace wza::gis {

/// What the clause asks, as a sentence: "纵向坡度应不大于 1:12". With `demanded`, the threshold
/// that decided, where it follows another value: "席位数应不小于 4 个" of 750 seats.
Text demand_of(Criterion const &criterion, std::optional<Quantity> const &demanded = {});

/// Whether `demanded` is another threshold than the printed one, because it follows a fact.
bool follows_fact(Criterion const &criterion, std::optional<Quantity> const &demanded);

/// The unit in which values of the criterion are shown: percent for slopes.
Unit shown_unit(Criterion const &criterion);

}  // namespace wza::gis
