// SPDX-License-Identifier: Apache-2.0
// Areas as the lines that they share. A border between two areas is kept once, so that however it
// is simplified, both have the same line and no gap opens between them.
#pragma once

#include "gis/geo/polygon.h"

#include <cstdint>
#include <vector>

namespace wza::gis {

/// The borders of many areas, cut where more than two of them meet (or one ends at the sea).
class SharedBorders {
 public:
  /// `areas` need not outlive the call. Vertices must be equal to be shared; nothing is snapped.
  explicit SharedBorders(std::vector<MultiPolygon const *> const &areas);

  /// A run of vertices that belongs to the same rings from its first to its last. Of a ring that
  /// shares none of its vertices, or all with one other ring, the first is the last as well.
  struct Line {
    std::uint32_t first = 0, count = 0;  ///< in points() and weights()
  };
  /// A line of a ring, in the ring's own direction.
  struct Part {
    std::uint32_t line = 0;
    bool backwards = false;
  };
  using BorderRing = std::vector<Part>;
  using BorderArea = std::vector<std::vector<BorderRing>>;  ///< as MultiPolygon

  std::vector<Line> const &lines() const { return m_lines; }
  std::vector<Point> const &points() const { return m_points; }
  /// Beside the areas that were given; rings of fewer than three vertices are left out.
  std::vector<BorderArea> const &areas() const { return m_areas; }

 private:
  std::vector<Point> m_points;
  std::vector<Line> m_lines;
  std::vector<BorderArea> m_areas;
};

/// Positions for display: 0 to 1 from west to east and north to south, in the projection of web
/// maps (EPSG:3857, limited to the square world, ±85.05°).
struct WorldPoint {
  double x = 0, y = 0;
};
WorldPoint to_world(Point p);

/// For each of `points` the tolerance from which on it may be left out of its line (Douglas and
/// Peucker 1973, made monotonous: what a finer line leaves out a coarser one does too). The ends of
/// a line have no such tolerance: infinity.
std::vector<double> simplification_weights(std::vector<SharedBorders::Line> const &lines,
                                           std::vector<WorldPoint> const &points);

}  // namespace wza::gis
