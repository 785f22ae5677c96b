// SPDX-License-Identifier: Apache-2.0
#include "db/base/ascii.h"
#include "db/base/text.h"
#include "webcheck/fetch/cookies.h"

#include <array>

namespace wza::web {
namespace {

/// The number that the token begins with, of `least` to `most` digits; -1 where it does not.
int leading_number(std::string_view token, std::size_t least, std::size_t most) {
  std::size_t digits = 0;
  int value = 0;
  while (digits < token.size() && is_ascii_digit(token[digits])) {
    if (++digits > most) return -1;
    value = value * 10 + (token[digits - 1] - '0');
  }
  return digits >= least ? value : -1;
}

/// Seconds of the day for "h:m:s", or -1.
int time_of(std::string_view token) {
  std::array<int, 3> parts{};
  for (std::size_t i = 0; i < parts.size(); ++i) {
    std::size_t const colon = i < 2 ? token.find(':') : token.size();
    if (colon == std::string_view::npos) return -1;
    parts[i] = leading_number(token.substr(0, colon), 1, 2);
    if (parts[i] < 0) return -1;
    token.remove_prefix(i < 2 ? colon + 1 : 0);
  }
  bool const valid = parts[0] <= 23 && parts[1] <= 59 && parts[2] <= 59;
  return valid ? (parts[0] * 60 + parts[1]) * 60 + parts[2] : -1;
}

int month_of(std::string_view token) {
  constexpr std::string_view kMonths = "janfebmaraprmayjunjulaugsepoctnovdec";
  if (token.size() < 3) return -1;
  std::size_t const at = kMonths.find(ascii_lower(token.substr(0, 3)));
  return at == std::string_view::npos || at % 3 != 0 ? -1 : static_cast<int>(at / 3) + 1;
}

int year_of(std::string_view token) {
  int const year = leading_number(token, 2, 4);
  if (year < 0) return -1;
  if (year >= 70 && year <= 99) return year + 1900;
  return year <= 69 ? year + 2000 : year;
}

}  // namespace

std::optional<UtcTime> cookie_date(std::string_view text) {
  int seconds = -1, day = -1, month = -1, year = -1;
  auto in_token = [](char c) {
    return is_ascii_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == ':' ||
           static_cast<unsigned char>(c) >= 0x7F;
  };
  while (!text.empty()) {
    std::size_t length = 0;
    while (length < text.size() && in_token(text[length]))
      ++length;
    std::string_view const token = text.substr(0, length);
    text.remove_prefix(length == 0 ? 1 : length);
    if (seconds < 0 && (seconds = time_of(token)) >= 0) continue;
    if (day < 0 && (day = leading_number(token, 1, 2)) >= 0) continue;
    if (month < 0 && (month = month_of(token)) >= 0) continue;
    if (year < 0) year = year_of(token);
  }
  bool const whole = seconds >= 0 && day >= 1 && month >= 1 && year >= 1601;
  if (!whole) return std::nullopt;
  std::chrono::year_month_day const date{std::chrono::year(year),
                                         std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day))};
  if (!date.ok()) return std::nullopt;
  return UtcTime{std::chrono::sys_days(date) + std::chrono::seconds(seconds)};
}

}  // namespace wza::web
