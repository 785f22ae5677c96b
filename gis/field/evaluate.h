// SPDX-License-Identifier: Apache-2.0
// A measurement held against a criterion: outcome, margin and the reason in words. What was not
// recorded is never guessed: where it decides, the outcome is cant_tell and names what is missing.
#pragma once

#include "db/base/clock.h"
#include "db/model/criterion.h"
#include "db/model/outcome.h"
#include "gis/field/demand.h"
#include "gis/field/reading.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace wza::gis {

/// What is known of the thing besides the value.
struct Circumstances {
  std::optional<AppliesTo> build;      ///< new_build or existing; nothing where nobody said
  std::optional<PlaceTypeCode> place;  ///< nothing where not known
  /// The day as of which is judged: by the standards in force then. Nothing: by the newest.
  std::optional<LocalDate> on;
  Facts facts;
  /// The inspector's own word whether the criterion applies (fact "applies").
  std::optional<bool> applies;
  /// How exactly was measured, as the inspector stated it. A value beyond a limit by no more than
  /// this is cant_tell; `exactly` is met within it, or within Criterion::tolerance where nothing
  /// was stated.
  std::optional<Tolerance> tolerance;
};

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

/// Whether the criterion applies, as far as was recorded.
Trilean applicability(Criterion const &criterion, Circumstances const &circumstances);

/// What was not recorded and would tell whether the criterion applies.
std::vector<std::string> missing_facts(Criterion const &criterion,
                                       Circumstances const &circumstances);

/// Whether the criterion is in force on the day of the circumstances.
bool in_force(Criterion const &criterion, Circumstances const &circumstances);

}  // namespace wza::gis
