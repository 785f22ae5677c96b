// SPDX-License-Identifier: Apache-2.0
// The district that a row names, by code, by name or by its address: where it has no position, that
// is where it lies; where it has one, the names may be narrower than the boundaries that are known.
#pragma once

#include "db/base/error.h"
#include "db/store/tracker.h"
#include "gis/districts/address.h"
#include "gis/districts/locate.h"
#include "gis/io/columns.h"

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace wza::gis {

struct DeclaredPlace {
  DistrictCode code;
  std::optional<PlacePrecision> precision;  ///< nothing above the county
  bool address_differs = false;  ///< the address names another district than the code, which holds
};

/// The district of a position.
struct SettledPlace {
  DistrictCode code;
  bool elsewhere = false;  ///< the row names a district that the position does not lie in
};

/// The position's district by the boundaries, `found`; but the declared one where that is a part of
/// it without a boundary here, in which no position can be found.
SettledPlace settled(DistrictIndex const &index, DistrictCode const &found,
                     std::optional<DeclaredPlace> const &declared);

/// The Problem of a row without a position whose address names no single district. It names the
/// districts that fit, and does not quote the address: it may be of a home.
Problem unplaced(AddressBook const &addresses, Columns const &columns, Row const &row);

/// The columns "district" and "village": a code or a name of a township or a wider district, and
/// the village below it. `label` is what the importer calls the district, `first` its own headers.
std::vector<FieldWords> district_fields(TextView label, std::vector<std::string_view> first);

class DeclaredPlaces {
 public:
  /// All districts of the tracker, with a boundary or not.
  explicit DeclaredPlaces(Tracker &tracker);

  /// What the fields "district" (a code or a name), "village" and "address" of the row say: the
  /// narrowest where one lies in the other, else the code's. A village that is no district of the
  /// tracker says nothing. Nothing where all are empty; a Problem where they name no district of
  /// the tracker.
  Result<std::optional<DeclaredPlace>> of(Columns const &columns, Row const &row) const;
  /// The same of a row that has a position: what cannot be used is passed over.
  std::optional<DeclaredPlace> beside_position(Columns const &columns, Row const &row) const;

 private:
  Result<std::optional<DeclaredPlace>> named(Columns const &columns, Row const &row) const;
  std::optional<DeclaredPlace> inside(std::optional<DeclaredPlace> const &wide,
                                      std::string_view words) const;

  AddressBook m_addresses;
  std::unordered_map<std::string, std::string> m_names;  ///< of districts, by code
};

}  // namespace wza::gis
