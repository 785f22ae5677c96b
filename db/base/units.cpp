// SPDX-License-Identifier: Apache-2.0
#include "db/base/units.h"

#include "db/base/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <charconv>
#include <cmath>
#include <numbers>
#include <utility>

namespace wza {
namespace {

constexpr std::string_view kSlope = "1:n";
constexpr std::string_view kDegree = "°";

struct Spelling {
  std::string_view word;
  Unit unit;
};

constexpr Unit kMillimetre{"mm", Dimension::length, 0.001};
constexpr Unit kCentimetre{"cm", Dimension::length, 0.01};
constexpr Unit kMetre{"m", Dimension::length, 1};
constexpr Unit kKilometre{"km", Dimension::length, 1000};
constexpr Unit kSquareMetre{"m2", Dimension::area, 1};
constexpr Unit kPercent{"%", Dimension::ratio, 0.01};
constexpr Unit kSlopeUnit{kSlope, Dimension::ratio, 1};
constexpr Unit kDegreeUnit{kDegree, Dimension::ratio, std::numbers::pi / 180};  // small angles only
constexpr Unit kNewton{"N", Dimension::force, 1};
constexpr Unit kSecond{"s", Dimension::duration, 1};
constexpr Unit kMinute{"min", Dimension::duration, 60};
constexpr Unit kCount{"个", Dimension::count, 1};
constexpr Unit kLux{"lx", Dimension::illuminance, 1};
constexpr Unit kDecibel{"dB", Dimension::level, 1};
constexpr Unit kMetrePerSecond{"m/s", Dimension::speed, 1};
constexpr Unit kPresence{"bool", Dimension::none, 1};

constexpr std::array kSpellings{
    Spelling{"mm", kMillimetre},
    Spelling{"毫米", kMillimetre},
    Spelling{"cm", kCentimetre},
    Spelling{"厘米", kCentimetre},
    Spelling{"公分", kCentimetre},
    Spelling{"m", kMetre},
    Spelling{"米", kMetre},
    Spelling{"km", kKilometre},
    Spelling{"千米", kKilometre},
    Spelling{"公里", kKilometre},
    Spelling{"m2", kSquareMetre},
    Spelling{"m²", kSquareMetre},
    Spelling{"㎡", kSquareMetre},
    Spelling{"平方米", kSquareMetre},
    Spelling{"%", kPercent},
    Spelling{"％", kPercent},
    Spelling{"percent", kPercent},
    Spelling{"1:n", kSlopeUnit},
    Spelling{"slope", kSlopeUnit},
    Spelling{"坡度", kSlopeUnit},
    Spelling{"ratio", kSlopeUnit},
    Spelling{"°", kDegreeUnit},
    Spelling{"度", kDegreeUnit},
    Spelling{"deg", kDegreeUnit},
    Spelling{"n", kNewton},
    Spelling{"牛", kNewton},
    Spelling{"牛顿", kNewton},
    Spelling{"s", kSecond},
    Spelling{"秒", kSecond},
    Spelling{"min", kMinute},
    Spelling{"分钟", kMinute},
    Spelling{"count", kCount},
    Spelling{"个", kCount},
    Spelling{"处", kCount},
    Spelling{"级", kCount},
    Spelling{"套", kCount},
    Spelling{"间", kCount},
    Spelling{"座", kCount},
    Spelling{"pcs", kCount},
    Spelling{"pieces", kCount},
    Spelling{"lx", kLux},
    Spelling{"lux", kLux},
    Spelling{"勒克斯", kLux},
    Spelling{"db", kDecibel},
    Spelling{"分贝", kDecibel},
    Spelling{"m/s", kMetrePerSecond},
    Spelling{"米/秒", kMetrePerSecond},
    Spelling{"bool", kPresence},
    Spelling{"有无", kPresence},
};

constexpr double kMostRun = 1000;  // in "1:n": flatter than 1 mm in a metre is not measured

/// Signs that Chinese input methods and fonts give for those of ASCII.
constexpr std::array<std::pair<std::string_view, char>, 3> kSigns{{
    {"\xE2\x88\x92", '-'},  // U+2212, the minus sign
    {"\xE2\x88\xB6", ':'},  // U+2236, the sign of a ratio
    {"\xEF\xB9\x95", ':'},  // U+FE55, a small colon
}};

/// Full-width digits, letters and signs, as Chinese input methods write them, in ASCII.
std::string narrow(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    auto const byte = [&](std::size_t k) {
      return i + k < text.size() ? static_cast<unsigned char>(text[i + k]) : 0U;
    };
    // U+FF01..U+FF5E are ASCII 0x21..0x7E shifted.
    if (byte(0) == 0xEF && (byte(1) == 0xBC || byte(1) == 0xBD) && byte(2) >= 0x80) {
      unsigned const code = 0xF000U | ((byte(1) & 0x3FU) << 6U) | (byte(2) & 0x3FU);
      if (code >= 0xFF01 && code <= 0xFF5E) {
        out += static_cast<char>(code - 0xFF01 + 0x21);
        i += 2;
        continue;
      }
    }
    auto const sign = std::find_if(kSigns.begin(), kSigns.end(), [&](auto const &one) {
      return text.substr(i).starts_with(one.first);
    });
    if (sign != kSigns.end()) {
      out += sign->second;
      i += sign->first.size() - 1;
      continue;
    }
    out += text[i];
  }
  return out;
}

/// A number at the start of `text`, which then begins behind it. "1,200" is read, "1,2" is not:
/// it may mean either of two numbers.
std::optional<double> take_number(std::string_view &text) {
  std::string digits;
  std::size_t i = 0;
  if (i < text.size() && (text[i] == '+' || text[i] == '-')) {
    if (text[i] == '-') digits += '-';
    ++i;
  }
  auto const digit_at = [&](std::size_t k) {
    return k < text.size() && text[k] >= '0' && text[k] <= '9';
  };
  std::size_t const first = i;
  while (digit_at(i))
    digits += text[i++];
  bool const groupable = i - first >= 1 && i - first <= 3;
  while (groupable && i < text.size() && text[i] == ',') {
    if (!digit_at(i + 1) || !digit_at(i + 2) || !digit_at(i + 3) || digit_at(i + 4)) {
      return std::nullopt;
    }
    digits.append(text.substr(i + 1, 3));
    i += 4;
  }
  if (i < text.size() && text[i] == '.') {
    digits += text[i++];
    while (digit_at(i))
      digits += text[i++];
  }
  if (i < text.size() && (text[i] == 'e' || text[i] == 'E') &&
      (digit_at(i + 1) || (i + 1 < text.size() && text[i + 1] == '-' && digit_at(i + 2)))) {
    digits += text[i++];
    digits += text[i++];
    while (digit_at(i))
      digits += text[i++];
  }
  double value = 0;
  auto const [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  text.remove_prefix(i);
  return value;
}

std::string shortest(double value) {
  // Measuring instruments give at most six digits; more would only show the binary fraction.
  std::string text = fmt::format("{:.6g}", value);
  return text == "-0" ? "0" : text;
}

}  // namespace

std::optional<double> parse_number(std::string_view text) {
  double quick = 0;
  auto const cut = trimmed(text);
  auto const [end, error] = std::from_chars(cut.data(), cut.data() + cut.size(), quick);
  if (error == std::errc() && end == cut.data() + cut.size() && std::isfinite(quick)) return quick;
  std::string const plain = narrow(cut);
  std::string_view rest = plain;
  auto const value = take_number(rest);
  if (!value || !trimmed(rest).empty() || !std::isfinite(*value)) return std::nullopt;
  return value;
}

std::optional<Unit> unit_of(std::string_view word) {
  std::string const plain = narrow(word);
  std::string const wanted = ascii_lower(trimmed(plain));
  for (auto const &spelling : kSpellings) {
    if (spelling.word == wanted) return spelling.unit;
  }
  return std::nullopt;
}

std::optional<Quantity> parse_quantity(std::string_view text, Unit const &default_unit) {
  std::string const plain = narrow(trimmed(text));
  std::string_view rest = plain;
  auto const first = take_number(rest);
  if (!first || !std::isfinite(*first)) return std::nullopt;
  rest = trimmed(rest);
  if (!rest.empty() && (rest.front() == ':' || rest.front() == '/')) {
    rest = trimmed(rest.substr(1));
    auto const second = take_number(rest);
    if (!second || *second <= 0 || !trimmed(rest).empty()) return std::nullopt;
    if (default_unit.dimension != Dimension::ratio) return std::nullopt;
    if (*first != 0 && *second > kMostRun * std::abs(*first)) return std::nullopt;
    return Quantity{Dimension::ratio, *first / *second};
  }
  Unit unit = default_unit;
  if (!rest.empty()) {
    auto const written = unit_of(rest);
    if (!written || written->dimension != default_unit.dimension) return std::nullopt;
    unit = *written;
  }
  if (unit.word == kDegree) {
    if (std::abs(*first) >= 90) return std::nullopt;
    return Quantity{Dimension::ratio, std::tan(*first * std::numbers::pi / 180)};
  }
  if (unit.word == kSlope) {
    // Without a colon "12" in a slope column means 1:12, "0.08" the ratio itself.
    return Quantity{Dimension::ratio, *first > 1 ? 1 / *first : *first};
  }
  return Quantity{unit.dimension, *first * unit.to_si};
}

std::string format_quantity(Quantity quantity, Unit const &unit) {
  assert(quantity.dimension == unit.dimension);
  if (unit.dimension == Dimension::none) return shortest(quantity.si);
  if (unit.word == kSlope) {
    if (quantity.si <= 0) return "0";
    return fmt::format("1:{}", shortest(std::round(100 / quantity.si) / 100));
  }
  if (unit.word == kDegree) {
    return fmt::format("{} °", shortest(std::atan(quantity.si) * 180 / std::numbers::pi));
  }
  return fmt::format("{} {}", shortest(quantity.si / unit.to_si), unit.word);
}

}  // namespace wza
