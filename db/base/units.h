// SPDX-License-Identifier: Apache-2.0
// Quantities with their units. Each kind keeps its value in one SI unit (metre, newton, second,
// lux, ratio for slopes and percentages) and refuses to mix with another kind.
#pragma once

#include "db/base/enum_names.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace wza {

/// What is measured. The SI unit of each stands beside it.
enum class Dimension : std::uint8_t {
  none,         ///< presence, absence, a word
  length,       ///< metre
  area,         ///< square metre
  ratio,        ///< 1: slopes 1:12 are 0.0833…, percentages 95 % are 0.95
  force,        ///< newton
  duration,     ///< second
  count,        ///< pieces
  illuminance,  ///< lux
  level,        ///< decibel
  speed,        ///< metre per second
};

template <>
struct Names<Dimension> {
  static constexpr std::array kAll{
      Name{Dimension::none, "none", "无", "None"},
      Name{Dimension::length, "length", "长度", "Length"},
      Name{Dimension::area, "area", "面积", "Area"},
      Name{Dimension::ratio, "ratio", "比例", "Ratio"},
      Name{Dimension::force, "force", "力", "Force"},
      Name{Dimension::duration, "duration", "时间", "Time"},
      Name{Dimension::count, "count", "数量", "Count"},
      Name{Dimension::illuminance, "illuminance", "照度", "Illuminance"},
      Name{Dimension::level, "level", "声级", "Sound level"},
      Name{Dimension::speed, "speed", "速度", "Speed"},
  };
};
static_assert(covers(Dimension::speed));

/// A measured or demanded quantity in the SI unit of its dimension.
struct Quantity {
  Dimension dimension{};
  double si = 0;
  bool operator==(Quantity const &) const = default;
};

/// Units as people write them in tables and forms: mm, cm, m, %, 1:n, N, s, 个, …
/// Returns nothing for a word that is no unit.
struct Unit {
  std::string_view word;  ///< canonical spelling: "mm"
  Dimension dimension;
  double to_si;  ///< value in this unit × to_si = value in SI; slopes "1:n" are 1 / n instead
};
std::optional<Unit> unit_of(std::string_view word);

/// Reads a plain decimal number ("1200", "1,200", "－3.5"); nothing if anything else stands there.
std::optional<double> parse_number(std::string_view text);

/// Reads a number with an optional unit ("1200 mm", "1:12", "1/12", "8.3%", "1.2"); without a unit
/// the default applies. Nothing if it is no number, the unit has another dimension, or a slope 1:n
/// is flatter than 1:1000: spreadsheets make days and such numbers of 1/8.
std::optional<Quantity> parse_quantity(std::string_view text, Unit const &default_unit);

/// The quantity in `unit` as people write it: "1200 mm", "1:12", "8.3 %".
std::string format_quantity(Quantity quantity, Unit const &unit);

}  // namespace wza
