// SPDX-License-Identifier: Apache-2.0
#include "db/base/clock.h"

#include "db/base/text.h"

#include <charconv>

namespace wza {
namespace {

using namespace std::chrono;

/// Reads exactly `digits` decimal digits from the front of `text` and drops them.
std::optional<int> take_digits(std::string_view &text, std::size_t digits) {
  if (text.size() < digits) return std::nullopt;
  int value = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + digits, value);
  if (error != std::errc() || end != text.data() + digits || value < 0) return std::nullopt;
  text.remove_prefix(digits);
  return value;
}

bool take(std::string_view &text, std::string_view word) {
  if (!text.starts_with(word)) return false;
  text.remove_prefix(word.size());
  return true;
}

/// One or two digits, as people write months and days.
std::optional<int> take_short_number(std::string_view &text) {
  std::size_t const digits = text.size() > 1 && text[1] >= '0' && text[1] <= '9' ? 2 : 1;
  return take_digits(text, digits);
}

std::optional<year_month_day> date(int y, int m, int d) {
  year_month_day const value{year{y}, month{static_cast<unsigned>(m)},
                             day{static_cast<unsigned>(d)}};
  return value.ok() ? std::optional(value) : std::nullopt;
}

/// Right-aligned, with zeros before it; times are written by the million.
template <class Integer>
void add_digits(std::string &text, Integer value, std::size_t digits) {
  text.append(digits, '0');
  for (auto at = text.rbegin(); value > 0 && digits > 0; value /= 10, --digits)
    *at++ = static_cast<char>('0' + value % 10);
}

std::string day_text(year_month_day const &day) {
  std::string text;
  text.reserve(sizeof "2026-11-22T06:07:50.000Z");
  add_digits(text, static_cast<int>(day.year()), 4);
  text += '-';
  add_digits(text, static_cast<unsigned>(day.month()), 2);
  text += '-';
  add_digits(text, static_cast<unsigned>(day.day()), 2);
  return text;
}

}  // namespace

std::string UtcTime::iso() const {
  auto const midnight = floor<days>(value);
  year_month_day const d{midnight};
  hh_mm_ss const t{value - midnight};
  std::string out = day_text(d);
  for (auto const &[sign, part] : {std::pair{'T', t.hours().count()},
                                   {':', t.minutes().count()},
                                   {':', t.seconds().count()}}) {
    out += sign;
    add_digits(out, part, 2);
  }
  out += '.';
  add_digits(out, t.subseconds().count(), 3);
  return out += 'Z';
}

std::optional<UtcTime> UtcTime::parse(std::string_view text) {
  auto const y = take_digits(text, 4);
  if (!y || !take(text, "-")) return std::nullopt;
  auto const m = take_digits(text, 2);
  if (!m || !take(text, "-")) return std::nullopt;
  auto const d = take_digits(text, 2);
  if (!d || !(take(text, "T") || take(text, " "))) return std::nullopt;
  auto const hour = take_digits(text, 2);
  if (!hour || !take(text, ":")) return std::nullopt;
  auto const minute = take_digits(text, 2);
  if (!minute || !take(text, ":")) return std::nullopt;
  auto const second = take_digits(text, 2);
  if (!second) return std::nullopt;
  int millisecond = 0;
  if (take(text, ".")) {
    auto const fraction = take_digits(text, 3);
    if (!fraction) return std::nullopt;
    millisecond = *fraction;
  }
  if (!take(text, "Z") || !text.empty()) return std::nullopt;
  auto const day = date(*y, *m, *d);
  if (!day || *hour > 23 || *minute > 59 || *second > 59) return std::nullopt;
  return UtcTime{sys_days(*day) + hours(*hour) + minutes(*minute) + seconds(*second) +
                 milliseconds(millisecond)};
}

std::string LocalDate::iso() const {
  return day_text(value);
}

std::optional<LocalDate> LocalDate::parse(std::string_view text) {
  text = trimmed(text);
  auto const y = take_digits(text, 4);
  if (!y) return std::nullopt;
  std::optional<int> m, d;
  if (take(text, "年")) {
    m = take_short_number(text);
    if (!m || !take(text, "月")) return std::nullopt;
    d = take_short_number(text);
    if (!d || !take(text, "日")) return std::nullopt;
  } else if (std::string_view const mark = text.substr(0, 1);
             mark == "-" || mark == "/" || mark == ".") {
    text.remove_prefix(1);
    m = take_short_number(text);
    if (!m || !take(text, mark)) return std::nullopt;
    d = take_short_number(text);
  } else {
    m = take_digits(text, 2);
    if (!m) return std::nullopt;
    d = take_digits(text, 2);
  }
  if (!d || !(text.empty() || text.front() == ' ' || text.front() == 'T')) return std::nullopt;
  auto const day = date(*y, *m, *d);
  return day ? std::optional(LocalDate{*day}) : std::nullopt;
}

LocalDate LocalDate::of(UtcTime time) {
  return {floor<days>(time.value + hours(8))};
}

UtcTime SystemClock::now() const {
  return {floor<milliseconds>(system_clock::now())};
}

}  // namespace wza
