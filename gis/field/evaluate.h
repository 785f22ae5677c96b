// SPDX-License-Identifier: Apache-2.0
// A measurement held against a criterion: outcome, margin and the reason in words. What was not
// recorded is never guessed: where it decides, the outcome is cant_tell and names what is missing.
#pragma once

#include "db/model/criterion.h"
#include "db/model/outcome.h"
#include "gis/field/applicability.h"
#include "gis/field/demand.h"
#include "gis/field/reading.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace wza::gis {

struct Judgement {
  Outcome outcome = Outcome::cant_tell;
  std::optional<double> margin;      ///< SI, how far beyond the threshold; positive where it fails
  std::optional<Quantity> demanded;  ///< the threshold that decided, where it is a number
  Text reason;
  std::optional<Reading> reading{};    ///< the one that decided, of several
  std::vector<std::string> missing{};  ///< facts that were not recorded and would decide
};

/// From good to bad, for several outcomes of one thing: failed over cannot tell over passed over
/// does not apply.
int badness(Outcome outcome);

/// Judges one reading.
Judgement judge(Criterion const &criterion, std::optional<Reading> const &reading,
                Circumstances const &circumstances);

/// Judges readings of several sides: the worst decides, a side that was not measured is cant_tell
/// unless another fails. One reading alone is that of the whole component.
Judgement judge_sides(Criterion const &criterion, std::span<std::optional<Reading> const> readings,
                      Circumstances const &circumstances);

}  // namespace wza::gis
