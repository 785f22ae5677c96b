// SPDX-License-Identifier: Apache-2.0
#include "db/model/place_precision.h"

namespace wza {

std::optional<PlacePrecision> precision_of(DistrictLevel level) {
  switch (level) {
    case DistrictLevel::village:
      return PlacePrecision::village;
    case DistrictLevel::township:
      return PlacePrecision::town;
    case DistrictLevel::county:
      return PlacePrecision::county;
    case DistrictLevel::province:
    case DistrictLevel::prefecture:
      break;
  }
  return std::nullopt;
}

}  // namespace wza
