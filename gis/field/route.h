// SPDX-License-Identifier: Apache-2.0
// In which order a team walks its places.
#pragma once

#include "db/base/ids.h"
#include "db/model/facility.h"
#include "gis/geo/point.h"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace wza::gis {

/// Where a facility is; nothing where what is kept of it is no point.
std::optional<Point> point_of(Facility const &facility);

struct RouteStop {
  DistrictCode district;
  std::optional<Point> at;
};

/// The places of `stops` in the order of a walk: district by district in the order of their codes;
/// in each from its northernmost place always to the nearest that is left, as the crow flies; those
/// without a position last. Of equals the first one of `stops`.
std::vector<std::size_t> route_order(std::span<RouteStop const> stops);

}  // namespace wza::gis
