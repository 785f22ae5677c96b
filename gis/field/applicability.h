// SPDX-License-Identifier: Apache-2.0
// Whether a clause applies to a thing, by what was recorded of it; what nobody recorded is named.
#pragma once

#include "db/base/clock.h"
#include "db/model/criterion.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace wza::gis {

/// How facts are called in words, by their names in facts.tsv.
using FactNames = std::map<std::string, Text, std::less<>>;

/// What is known of the thing besides the value.
struct Circumstances {
  std::optional<AppliesTo> build;      ///< new_build or existing; nothing where nobody said
  std::optional<PlaceTypeCode> place;  ///< nothing where not known
  /// The day as of which is judged: by the standards in force then. Nothing: by the newest.
  std::optional<LocalDate> on;
  Facts facts;
  /// What facts are called in words (fact_names); null: by their own names. Outlives this.
  FactNames const *names = nullptr;
  /// The inspector's own word whether the criterion applies (fact "applies").
  std::optional<bool> applies;
  /// How exactly was measured, as the inspector stated it. A value beyond a limit by no more than
  /// this is cant_tell; `exactly` is met within it, or within Criterion::tolerance where nothing
  /// was stated.
  std::optional<Tolerance> tolerance;
};

/// Whether the criterion applies, as far as was recorded.
Trilean applicability(Criterion const &criterion, Circumstances const &circumstances);

/// What was not recorded and would tell whether the criterion applies; not what a reading of it
/// implies.
std::vector<std::string> missing_facts(Criterion const &criterion,
                                       Circumstances const &circumstances);

/// Whether the criterion is in force on the day of the circumstances.
bool in_force(Criterion const &criterion, Circumstances const &circumstances);

/// The facts as a list in words.
Text in_words(std::vector<std::string> const &facts, Circumstances const &circumstances);

}  // namespace wza::gis
