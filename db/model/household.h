// SPDX-License-Identifier: Apache-2.0
// What the tracker may know of a household: a pseudonym and what counting needs. Everything
// personal stands in the private store.
#pragma once

#include "db/base/ids.h"
#include "db/model/place_precision.h"

#include <optional>
#include <string>

namespace wza {

struct Household {
  HouseholdId pseudonym;
  DistrictCode district;
  std::optional<std::string> category;     ///< code of disability_categories: "vision"
  std::optional<int> grade;                ///< 1 to 4
  std::optional<std::string> eligibility;  ///< ground of need, as the office words it
  /// Keyed hashes (PrivateStore::blind_index) by which the same person or the same place is found
  /// again under another certificate, programme or year; nobody without the key can recompute them.
  std::optional<std::string> person_key, place_key;
  /// By what the district is known; nothing: not kept.
  std::optional<PlacePrecision> precision = std::nullopt;
  bool operator==(Household const &) const = default;
};

}  // namespace wza
