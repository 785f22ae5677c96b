// SPDX-License-Identifier: Apache-2.0
// The district of a Chinese address, where there is no position: its names of province, city,
// county, town and village from left to right against the table of districts.
#pragma once

#include "db/base/enum_names.h"
#include "db/model/district.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace wza::gis {

/// How exactly a place is known.
enum class PlacePrecision : std::uint8_t { gps, village, town, county };

}  // namespace wza::gis

namespace wza {
template <>
struct Names<gis::PlacePrecision> {
  static constexpr std::array kAll{
      Name{gis::PlacePrecision::gps, "gps", "坐标", "Position"},
      Name{gis::PlacePrecision::village, "village", "村（社区）", "Village"},
      Name{gis::PlacePrecision::town, "town", "乡镇（街道）", "Town"},
      Name{gis::PlacePrecision::county, "county", "县（市、区）", "County"},
  };
};
static_assert(covers(gis::PlacePrecision::county));
}  // namespace wza

namespace wza::gis {

/// What an address says of its district.
struct AddressDistrict {
  DistrictCode code;
  std::string name;
  PlacePrecision precision{};
};

/// The precision of a place of which only the district is known; nothing above the county.
std::optional<PlacePrecision> precision_of(DistrictLevel level);

class AddressBook {
 public:
  /// Districts of any levels; those above them in the codes need not be among them.
  explicit AddressBook(std::vector<District> const &districts);

  /// The narrowest district that the address names without doubt, down from the county. Levels may
  /// be left out ("佛冈县石角镇"), and so may the last syllable of provinces, cities and counties
  /// ("广东清远佛冈"). Where the names fit several districts, the narrowest that all of them lie
  /// in; nothing where that is no county or none fits. The first name that no district has ends the
  /// reading: of 徐州市鼓楼区, where only the 鼓楼区 of another city is known, nothing is left.
  std::optional<AddressDistrict> find(std::string_view address) const;

 private:
  struct Named {
    DistrictCode code;
    DistrictLevel level;
  };
  std::unordered_map<std::string, std::vector<Named>> m_by_name;
  std::unordered_map<std::string, std::string> m_names;  // by code
  std::size_t m_longest = 0;                             // bytes of a name
};

}  // namespace wza::gis
