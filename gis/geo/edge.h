// SPDX-License-Identifier: Apache-2.0
// The edge of an area and the exact questions that locating a point asks of it. One rule breaks all
// ties: a place is taken to lie an infinitesimal step north of itself (simulation of simplicity,
// Edelsbrunner and Mücke 1990), so that each vertex belongs to the edge below it.
#pragma once

#include "gis/geo/point.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>

namespace wza::gis {

/// Between two positions; the lower one first, in any order where both are of one latitude.
struct Edge {
  Point low, high;
  static Edge of(Point a, Point b) { return a.lat <= b.lat ? Edge{a, b} : Edge{b, a}; }
  std::int64_t dx() const { return std::int64_t{high.lon} - low.lon; }
  std::int64_t dy() const { return std::int64_t{high.lat} - low.lat; }
};

/// A place in half units, so that the middle between two positions is a whole number too.
struct HalfUnits {
  std::int64_t x, y;
  static HalfUnits of(Point p) { return {std::int64_t{p.lon} * 2, std::int64_t{p.lat} * 2}; }
};

__extension__ using Wide = __int128;

/// Twice the area of the triangle low, high, p in half units: positive where p lies left (west) of
/// the edge on its way up, 0 on its line. Never overflows.
inline Wide turn(Edge const &e, HalfUnits p) {
  return static_cast<Wide>(e.dx()) * (p.y - 2 * std::int64_t{e.low.lat}) -
         static_cast<Wide>(e.dy()) * (p.x - 2 * std::int64_t{e.low.lon});
}

/// Whether the edge passes the parallel of p.
inline bool straddles(Edge const &e, HalfUnits p) {
  return 2 * std::int64_t{e.low.lat} <= p.y && p.y < 2 * std::int64_t{e.high.lat};
}

/// Whether an edge that straddles p passes east of it, where `turned` is its turn to p.
inline bool passes_east(Edge const &e, Wide turned) {
  return turned > 0 || (turned == 0 && e.dx() > 0);
}
inline bool passes_east(Edge const &e, HalfUnits p) {
  return passes_east(e, turn(e, p));
}

/// Whether an edge that crosses the meridian of p, on which no vertex lies, does so north of p.
inline bool passes_north(Edge const &e, HalfUnits p) {
  auto const turned = turn(e, p);
  return e.dx() > 0 ? turned < 0 : turned > 0;
}

/// Whether the edge passes through the closed square of one unit round p, where `turned` is its
/// turn to p.
inline bool touches(Edge const &e, Point p, Wide turned) {
  if (p.lat < e.low.lat || p.lat > e.high.lat) return false;
  auto const [west, east] = std::minmax(e.low.lon, e.high.lon);
  if (p.lon < west || p.lon > east) return false;
  // Over the square, the turn varies by as much to either side.
  auto const reach = std::abs(e.dx()) + e.dy();
  return turned <= reach && turned >= -reach;
}

}  // namespace wza::gis
