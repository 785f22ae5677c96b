// SPDX-License-Identifier: Apache-2.0
#include "gis/field/route.h"

#include "gis/geo/geodesic.h"
#include "gis/geo/gpkg_blob.h"

#include <algorithm>
#include <iterator>
#include <map>

namespace wza::gis {
namespace {

/// Takes the stops of one district out of `left`, nearest first.
void walk(std::span<RouteStop const> stops, std::vector<std::size_t> left,
          std::vector<std::size_t> &out) {
  if (left.empty()) return;
  auto next = std::ranges::max_element(left, {}, [&](std::size_t i) { return stops[i].at->lat; });
  while (!left.empty()) {
    Point const here = *stops[*next].at;
    out.push_back(*next);
    left.erase(next);
    next = std::ranges::min_element(left, {},
                                    [&](std::size_t i) { return distance(here, *stops[i].at); });
  }
}

}  // namespace

std::optional<Point> point_of(Facility const &facility) {
  auto const geometry = from_blob(facility.geom);
  auto const *point = geometry ? std::get_if<Point>(&*geometry) : nullptr;
  return point == nullptr ? std::nullopt : std::optional(*point);
}

std::vector<std::size_t> route_order(std::span<RouteStop const> stops) {
  std::map<DistrictCode, std::vector<std::size_t>> placed, unplaced;
  for (std::size_t i = 0; i < stops.size(); ++i) {
    placed[stops[i].district];
    (stops[i].at ? placed : unplaced)[stops[i].district].push_back(i);
  }
  std::vector<std::size_t> out;
  for (auto &[district, some] : placed) {
    walk(stops, std::move(some), out);
    std::ranges::copy(unplaced[district], std::back_inserter(out));
  }
  return out;
}

}  // namespace wza::gis
