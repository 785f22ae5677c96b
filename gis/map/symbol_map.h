// SPDX-License-Identifier: Apache-2.0
// Maps of things that stand at places, and of counts: over the outlines of districts, points whose
// kind is told by shape as well as by colour, or discs whose size and number both tell the count.
#pragma once

#include "gis/map/choropleth.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace wza::gis {

struct MapPointKind {
  std::string label, colour;
  std::string shape;  ///< as of QmlCategory: "circle", "triangle", "square", "diamond", "star" …
  int over = 0;       ///< drawn above kinds with less
};
struct MapPoint {
  Point at;
  std::size_t kind = 0;  ///< its place among the kinds
};

/// `districts` are drawn as outlines with their names; shares and values are not looked at. Empty
/// where there is neither a district nor a point.
std::string point_map(std::vector<MapDistrict> const &districts, std::vector<MapPoint> points,
                      std::vector<MapPointKind> const &kinds, MapWords const &words);

/// A district with what is counted in it; nothing: not to be told (hidden), drawn in a pattern.
struct MapCount {
  MapDistrict district;
  std::optional<std::int64_t> count;
};

/// The area of a disc is in proportion to its count; 0 is drawn as the number alone. In place of a
/// hidden count stands a "*", and words.no_data in the legend. Empty where no district has an area.
std::string count_map(std::vector<MapCount> const &counts, MapWords const &words);

}  // namespace wza::gis
