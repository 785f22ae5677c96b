// SPDX-License-Identifier: Apache-2.0
// How exactly a place is known: by its position, or only by a district that it lies in.
#pragma once

#include "db/model/district.h"

namespace wza {

/// `gps` is any position, whoever took it; its accuracy stands beside it.
enum class PlacePrecision : std::uint8_t { gps, village, town, county };
template <>
struct Names<PlacePrecision> {
  static constexpr std::array kAll{
      Name{PlacePrecision::gps, "gps", "坐标", "Position"},
      Name{PlacePrecision::village, "village", "村（社区）", "Village"},
      Name{PlacePrecision::town, "town", "乡镇（街道）", "Town"},
      Name{PlacePrecision::county, "county", "县（市、区）", "County"},
  };
};
static_assert(covers(PlacePrecision::county));

/// The precision of a place of which only the district is known; nothing above the county.
std::optional<PlacePrecision> precision_of(DistrictLevel level);

}  // namespace wza
