// SPDX-License-Identifier: Apache-2.0
// What the tracker may know of a household: a pseudonym and what counting needs. Everything
// personal stands in the private store.
#pragma once

#include "db/base/ids.h"

#include <optional>
#include <string>

namespace wza {

struct Household {
  HouseholdId pseudonym;
  DistrictCode district;
  std::optional<std::string> category;     ///< code of disability_categories: "vision"
  std::optional<int> grade;                ///< 1 to 4
  std::optional<std::string> eligibility;  ///< ground of need, as the office words it
  bool operator==(Household const &) const = default;
};

}  // namespace wza
