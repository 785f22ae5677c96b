// SPDX-License-Identifier: Apache-2.0
// The districts that tables of districts list.
#pragma once

#include "db/model/district.h"
#include "db/store/tracker.h"

#include <string>
#include <vector>

namespace wza {

struct ShownDistrict {
  DistrictCode code;
  std::string name;
  DistrictLevel level{};
  int depth = 0;  ///< districts above it that are shown
};

/// By code, parents before their children, without the ancestors that only make the tree whole: of
/// which there is no boundary though there is one of a district below.
std::vector<ShownDistrict> shown_districts(Tracker &tracker);

}  // namespace wza
