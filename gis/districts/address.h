// SPDX-License-Identifier: Apache-2.0
// The district of a Chinese address, where there is no position: its names of province, city,
// county, town and village from left to right against the table of districts.
#pragma once

#include "db/model/place_precision.h"
#include "gis/districts/place_name.h"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace wza::gis {

/// What an address says of its district.
struct AddressDistrict {
  DistrictCode code;
  std::string name;
  PlacePrecision precision{};
};

class AddressBook {
 public:
  /// Districts of any levels; those above them in the codes need not be among them.
  explicit AddressBook(std::vector<District> const &districts);

  /// The narrowest district that the address names without doubt, down from the county. Levels may
  /// be left out ("佛冈县石角镇"), and so may the ending of provinces, cities and counties
  /// ("广东清远佛冈"); another kind of unit than the register's is understood where the level above
  /// is known (place_name.h), and zones that are no districts are passed over. Where the names fit
  /// several districts, the narrowest that all of them lie in; nothing where that is no county or
  /// none fits. The first name that no district has ends the reading: of 徐州市鼓楼区, where only
  /// the 鼓楼区 of another city is known, nothing is left.
  std::optional<AddressDistrict> find(std::string_view address) const;

  /// The districts that the address fits where it fits several; by code, none otherwise.
  std::vector<AddressDistrict> candidates(std::string_view address) const;

 private:
  struct Named {
    DistrictCode code;
    PlaceKind kind{};
    DistrictLevel level{};
  };
  /// A name at the beginning of words: what it may be, all of the same quality.
  struct Taken {
    std::vector<Named const *> named;
    std::size_t length = 0;  ///< bytes
    NameFit fit = NameFit::none;
  };

  std::vector<Named const *> narrowest(std::string_view address) const;
  Taken take(std::string_view words, std::vector<Named const *> const &above) const;
  AddressDistrict told(DistrictCode const &code, PlacePrecision precision) const;

  std::unordered_map<std::string, std::vector<Named>> m_by_stem;
  std::unordered_map<std::string, std::string> m_names;  // by code
  std::size_t m_longest = 0;                             // bytes of a stem
};

}  // namespace wza::gis
