// SPDX-License-Identifier: Apache-2.0
// By which keys a home and its place are known again. What is told by name and address only is one
// home within its district: 二组1号 is in every village.
#pragma once

#include "db/store/private_store.h"
#include "db/store/retrofits.h"
#include "gis/retrofit/household_row.h"

namespace wza::gis {

/// All that the row says, in one text whose keyed hash tells the same row again.
Secret row_words(HouseholdRow const &row);

class HomeKeys {
 public:
  HomeKeys(RetrofitStore &retrofits, PrivateStore &private_store)
      : m_retrofits(retrofits), m_private(private_store) {}

  struct Known {
    HouseholdId household;
    bool namesake = false;  ///< new, and of the name and address of a home in another district
  };
  /// The household of a row in `district`: by its certificate or identity number, else by name,
  /// address and district; a district and those above and below it are one place. Homes that an
  /// older program knew by name and address alone stay who they are.
  Known household_of(HouseholdRow const &row, DistrictCode const &district);

  /// The key of a place: `words` (HouseholdRow::place) in its district.
  std::string place_key(Secret const &words, DistrictCode const &district) const;
  /// Makes anew the keys of places that were made without their district, from the addresses in
  /// the private store. Inside the caller's transaction.
  void renew_places(RunId run);

 private:
  RetrofitStore &m_retrofits;
  PrivateStore &m_private;
};

}  // namespace wza::gis
