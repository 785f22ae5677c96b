// SPDX-License-Identifier: Apache-2.0
// The values of options that are words on the command line; what does not fit is wrong usage.
#pragma once

#include "audit/cli/usage.h"
#include "db/base/clock.h"
#include "db/base/enum_names.h"

#include <fmt/ranges.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wza::audit {

/// The day of an option; empty where it was not given.
Result<std::optional<LocalDate>> day_value(std::optional<std::string> const &text,
                                           std::string_view field);

/// Hundredths of a yuan, of an option in yuan; empty where it was not given.
Result<std::optional<std::int64_t>> fen_value(std::optional<std::string> const &text,
                                              std::string_view field);

/// A whole number from `least` to `most`; empty where the option was not given.
Result<std::optional<int>> whole_value(std::optional<std::string> const &text,
                                       std::string_view field, int least, int most);

/// Wrong usage where a text that will stand in the tracker holds somebody's number
/// (db/model/personal_text.h).
std::optional<Problem> personal_number_in(std::optional<std::string> const &text,
                                          std::string_view field);

/// The words between commas, without the spaces about them; empty ones are left out.
std::vector<std::string> words_of(std::string const &list);

/// The enumerator of a wire word. Wrong usage, with all words that fit, for any other or none.
template <class E>
Result<E> key_value(std::optional<std::string> const &word, std::string_view field) {
  auto const found = word ? from_key<E>(*word) : std::nullopt;
  if (found) return *found;
  std::vector<std::string_view> all;
  for (auto const &name : Names<E>::kAll)
    all.push_back(name.key);
  return wrong_usage(field,
                     {fmt::format("须为：{}。", fmt::join(all, "、")),
                      fmt::format("It must be one of {}.", fmt::join(all, ", "))},
                     {"请改正后再运行。", "Correct it and run again."});
}

}  // namespace wza::audit
