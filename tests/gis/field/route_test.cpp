// SPDX-License-Identifier: Apache-2.0
#include "gis/field/route.h"

#include <gtest/gtest.h>

namespace wza::gis {
namespace {

RouteStop stop(std::string district, double lon, double lat) {
  return {DistrictCode(std::move(district)), Point::of({lon, lat})};
}

TEST(RouteOrder, DistrictByDistrictFromTheNorthToTheNearest) {
  std::vector<RouteStop> stops{stop("B", 113, 24), stop("A", 113, 23.0), stop("A", 113, 23.2),
                               stop("A", 113, 23.1)};
  stops.push_back({DistrictCode("A"), std::nullopt});
  // From 23.2 the nearest is 23.1, then 23.0; what has no position comes last in its district.
  EXPECT_EQ(route_order(stops), (std::vector<std::size_t>{2, 3, 1, 4, 0}));
  EXPECT_TRUE(route_order({}).empty());
}

}  // namespace
}  // namespace wza::gis
