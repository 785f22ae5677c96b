// SPDX-License-Identifier: Apache-2.0
// Administrative districts and their codes: GB/T 2260 for province, prefecture and county (2+2+2
// digits), GB/T 10114 for townships (+3), the statistical code for villages (+3).
#pragma once

#include "db/base/enum_names.h"
#include "db/base/ids.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wza {

/// From widest to narrowest.
enum class DistrictLevel : std::uint8_t { province, prefecture, county, township, village };
template <>
struct Names<DistrictLevel> {
  static constexpr std::array kAll{
      Name{DistrictLevel::province, "province", "省级", "Province"},
      Name{DistrictLevel::prefecture, "prefecture", "地级", "Prefecture"},
      Name{DistrictLevel::county, "county", "县级", "County"},
      Name{DistrictLevel::township, "township", "乡级", "Township"},
      Name{DistrictLevel::village, "village", "村级", "Village"},
  };
};
static_assert(covers(DistrictLevel::village));

/// The one spelling that the tracker uses: 6 digits down to the county, 9 for townships, 12 for
/// villages. Reads also 2 and 4 digits, 12 digits that end in 000, and what spreadsheets make of a
/// number ("441821.0", blanks). Nothing if it is no district code.
std::optional<DistrictCode> canonical_code(std::string_view text);

/// The whole country (GB/T 2260 gives it 000000): a district that plans have and homes do not.
inline constexpr std::string_view kNation = "000000";

/// The level that the shape of a canonical code tells.
DistrictLevel level_of(DistrictCode const &code);

/// The codes above a canonical one, nearest first: 441821100 → 441821, 441800, 440000.
std::vector<DistrictCode> ancestors_of(DistrictCode const &code);

/// Whether `wide` is `narrow` or a district above it, by their codes.
bool holds(DistrictCode const &wide, DistrictCode const &narrow);

/// One district without its area.
struct District {
  DistrictCode code;
  std::string name;
  DistrictLevel level{};
  std::optional<DistrictCode> parent;  ///< the nearest ancestor that is in the tracker
  std::string source;                  ///< who drew the boundary; empty where there is none
  std::string source_date;             ///< its state, ISO date, month or year
};

}  // namespace wza
