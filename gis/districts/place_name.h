// SPDX-License-Identifier: Apache-2.0
// The anatomy of a Chinese district's name: 龙胜|各族|自治县 is a stem, the peoples of an
// autonomous unit, and an ending that tells its kind. People write another ending than the register
// (街道办 for 街道, 村委会 for 村), the one of former times (县 for a county that is a 区 now), or
// none.
#pragma once

#include "db/model/district.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace wza::gis {

/// What an ending says of its unit.
enum class PlaceKind : std::uint8_t {
  none,
  province,
  municipality,
  prefecture,
  county,
  street,
  town,
  township,
  village,
  community
};

/// A name taken apart. Names of which less than two characters would be left (城区, 矿区) and those
/// of no known ending (林场) are all stem.
struct PlaceName {
  std::string stem;
  PlaceKind kind{};
};
PlaceName place_name_of(std::string_view name, DistrictLevel level);

/// How well words fit a name, best first.
enum class NameFit : std::uint8_t {
  exact,    ///< the kind is the same, however it is written
  changed,  ///< of the same level, but of another kind: 清新县 where the register has 清新区
  brief,    ///< the stem alone, of a county or what is above it
  doubtful,  ///< likewise, but what follows makes a street or another unit of it: 桂林路, 临桂新区
  none
};

struct FittedName {
  NameFit fit = NameFit::none;
  std::size_t length = 0;  ///< bytes of the words behind the stem that belong to the name
};

/// What `behind` the stem says of a unit of `kind` and `level`.
FittedName fit_of(std::string_view behind, PlaceKind kind, DistrictLevel level);

/// Bytes at the beginning of `words` that name a zone which is no district of the register
/// (高新区, 临空经济区, 市辖区); 0: none.
std::size_t zone_length(std::string_view words);

/// Words without blanks, signs, full-width letters and digits, and what stands before the first
/// name.
std::string plain_address(std::string_view address);

}  // namespace wza::gis
