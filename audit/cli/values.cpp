// SPDX-License-Identifier: Apache-2.0
#include "audit/cli/values.h"

#include "db/base/text.h"
#include "db/base/units.h"
#include "db/model/personal_text.h"

#include <fmt/format.h>

#include <cmath>
#include <sstream>

namespace wza::audit {

Result<std::optional<LocalDate>> day_value(std::optional<std::string> const &text,
                                           std::string_view field) {
  if (!text) return std::optional<LocalDate>();
  auto const day = LocalDate::parse(*text);
  if (day) return std::optional(*day);
  return wrong_usage(
      field, {fmt::format("“{}”不是日期。", *text), fmt::format("\"{}\" is no day.", *text)},
      {"请写成 2024-12-31 的形式。", "Write it like 2024-12-31."});
}

Result<std::optional<std::int64_t>> fen_value(std::optional<std::string> const &text,
                                              std::string_view field) {
  if (!text) return std::optional<std::int64_t>();
  auto const yuan = parse_number(*text);
  if (yuan && *yuan >= 0 && *yuan < 1e9)
    return std::optional<std::int64_t>(std::llround(*yuan * 100));
  return wrong_usage(field, {"金额不是数字。", "The amount is no number."},
                     {"请只填写以元为单位的数字。", "Write a number of yuan."});
}

Result<std::optional<int>> whole_value(std::optional<std::string> const &text,
                                       std::string_view field, int least, int most) {
  if (!text) return std::optional<int>();
  auto const number = parse_number(*text);
  if (number && *number >= least && *number <= most && *number == std::floor(*number))
    return std::optional(static_cast<int>(*number));
  return wrong_usage(field,
                     {fmt::format("须为 {} 到 {} 的整数。", least, most),
                      fmt::format("It must be a whole number from {} to {}.", least, most)},
                     {"请改正后再运行。", "Correct it and run again."});
}

std::optional<Problem> personal_number_in(std::optional<std::string> const &text,
                                          std::string_view field) {
  if (!text || !holds_personal_number(*text)) return std::nullopt;
  return wrong_usage(field, personal_number_words(),
                     {"请改写，不写个人信息。", "Write it without anything personal."});
}

std::vector<std::string> words_of(std::string const &list) {
  std::vector<std::string> out;
  std::istringstream words(list);
  for (std::string word; std::getline(words, word, ',');)
    if (!trimmed(word).empty()) out.emplace_back(trimmed(word));
  return out;
}

}  // namespace wza::audit
