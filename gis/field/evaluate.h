// SPDX-License-Identifier: Apache-2.0
// A measurement held against a criterion: outcome, margin and the reason in words. What was not
// recorded is never guessed: where it decides, the outcome is cant_tell and names what is missing.
#pragma once

#include "db/base/error.h"
#include "db/model/criterion.h"
#include "db/model/outcome.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>

namespace wza::gis {

/// What was read: yes or no, or a quantity.
using Reading = std::variant<bool, Quantity>;

/// What is known of the thing besides the value.
struct Circumstances {
  std::optional<AppliesTo> build;      ///< new_build or existing; nothing where nobody said
  std::optional<PlaceTypeCode> place;  ///< nothing where not known
  Facts facts;
  /// The inspector's own word whether the criterion applies (fact "applies").
  std::optional<bool> applies;
};

struct Judgement {
  Outcome outcome = Outcome::cant_tell;
  std::optional<double> margin;      ///< SI, how far beyond the threshold; positive where it fails
  std::optional<Quantity> demanded;  ///< the threshold that decided, where it is a number
  Text reason;
};

/// Reads a value as inspectors write it: "1200", "1.2 m", "1:12", "有", "无", "是", "2 处". An
/// empty value is "not measured". A Problem where it is neither a number of the right kind nor yes
/// or no; `where` and `row` of it are left to the caller.
Result<std::optional<Reading>> read_value(Criterion const &criterion, std::string_view value,
                                          std::string_view unit);

/// Yes or no in the words of forms and spreadsheets; nothing for other words.
std::optional<bool> read_yes_no(std::string_view word);

Judgement judge(Criterion const &criterion, std::optional<Reading> const &reading,
                Circumstances const &circumstances);

/// What the clause asks, as a sentence: "纵向坡度应不大于 1:12".
Text demand_of(Criterion const &criterion);

/// The unit in which values of the criterion are shown: percent for slopes.
Unit shown_unit(Criterion const &criterion);

}  // namespace wza::gis
