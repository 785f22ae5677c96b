// SPDX-License-Identifier: Apache-2.0
// Areas and the question whether a point lies in them, answered exactly: positions are integers of
// 1e-7 degree, and the sign of a 33 x 33 bit determinant fits in 128 bits, so no rounding decides.
// A kept position stands for the square of one unit round it; it lies on a border where the border
// passes through that closed square.
#pragma once

#include "gis/geo/point.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace wza::gis {

/// A closed line; the first vertex need not be repeated at the end.
using Ring = std::vector<Point>;
/// The outer ring, then the holes.
using Polygon = std::vector<Ring>;
/// Parts of one area. Even-odd: orientation of the rings does not matter.
using MultiPolygon = std::vector<Polygon>;

/// A box of positions, borders included.
struct Box {
  Point min, max;
  bool holds(Point p) const {
    return p.lon >= min.lon && p.lon <= max.lon && p.lat >= min.lat && p.lat <= max.lat;
  }
};

/// The smallest box round all vertices; nothing if there are none.
std::optional<Box> box_of(MultiPolygon const &area);

enum class Side : std::uint8_t { outside, inside, border };

/// Where `p` lies as to `area`, looking at every edge. Linear; see AreaGrid for many points.
Side locate(MultiPolygon const &area, Point p);

/// Calls f(a, b) for each edge of the area that has a length.
template <class F>
void for_each_edge(MultiPolygon const &area, F &&f) {
  for (auto const &polygon : area) {
    for (auto const &ring : polygon) {
      for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
        if (ring[i] != ring[j]) f(ring[j], ring[i]);
      }
    }
  }
}

/// Area in square metres on the authalic sphere; for display and for choosing the largest part.
double area_of(Polygon const &polygon);

/// A point that lies well inside the largest part, for labels: of the middles of some horizontal
/// stretches the one farthest from all edges. Nothing where the area is empty.
std::optional<Point> inner_point(MultiPolygon const &area);

/// The ring with vertices left out that lie less than `tolerance` (1e-7 degrees) off the line
/// between their neighbours (Douglas and Peucker 1973). For display only: neighbours may part.
Ring simplified(Ring const &ring, double tolerance);

}  // namespace wza::gis
