// SPDX-License-Identifier: Apache-2.0
#include "audit/report/place.h"

#include "gis/field/route.h"

#include <fmt/format.h>

namespace wza::audit {

std::string position_words(Facility const &facility, Lang lang) {
  auto const point = gis::point_of(facility);
  if (!point) {
    return fmt::format(fmt::runtime(TextView{"没有记录坐标，只知道所在的{}",
                                             "no position recorded; only the {} is known"}
                                        .in(lang)),
                       ascii_lower(label(facility.precision).in(lang)));
  }
  return fmt::format("{:.6f}, {:.6f}", point->degrees().lon, point->degrees().lat);
}

}  // namespace wza::audit
