// SPDX-License-Identifier: Apache-2.0
// What offices write into the cells of a table of homes, understood: states, grades, money, lists.
#pragma once

#include "db/model/retrofit.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wza::gis {

/// A state by its key, its name or a word that offices use; nothing for other words.
std::optional<RetrofitState> state_of(std::string_view word);

/// The grade of a disability, 1 to 4: "2", "二级", "贰级", "Ⅱ", "２".
std::optional<int> grade_of(std::string_view word);

/// Yuan with an optional 元, 元整, 万 or 万元 behind it or ￥ before it, in hundredths.
std::optional<std::int64_t> fen_of(std::string_view text);

/// The members of a list, whatever the office splits them by.
std::vector<std::string> split_items(std::string_view text);

/// An address as it is compared: without blanks, full-width letters, digits and signs as plain
/// ones. Hyphens stay: 1-23 and 12-3 are two flats.
std::string place_words(std::string_view address);

/// The remedy where a row is wrong and nothing better can be said.
Text fix_and_repeat();

}  // namespace wza::gis
