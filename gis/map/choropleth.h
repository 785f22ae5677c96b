// SPDX-License-Identifier: Apache-2.0
// A map of districts that can be read without seeing its colours: a share is told by pattern, by
// the number printed in the district and by a text for screen readers. Ratios only; the same
// numbers must stand in a table beside it. Made on the server, without scripts or tiles.
#pragma once

#include "gis/districts/locate.h"
#include "gis/map/map_drawing.h"

#include <optional>
#include <string>
#include <vector>

namespace wza::gis {

/// One district on the map.
struct MapDistrict {
  std::string name;
  MultiPolygon area;
  std::optional<double>
      share;             ///< 0 to 1 and beyond; nothing: no data, drawn in a pattern of its own
  std::string value;     ///< what is printed in it: "45 %"; short
  std::string sentence;  ///< what a screen reader says: "石角镇：45 %，27 户中的 12 户"
  std::string href;      ///< where a click leads; empty: nowhere
};

/// The box round all areas; nothing where no district has one.
std::optional<Box> box_of(std::vector<MapDistrict> const &districts);

/// The SVG as text, to be put into a page as it is. Empty where no district has an area. Names that
/// find no room are left out; what they tell stands in the table.
std::string choropleth(std::vector<MapDistrict> const &districts, MapWords const &words);

/// The areas to draw of all that there are: those of the narrowest level that has at least two;
/// of a lone district itself.
std::vector<DistrictArea> areas_to_draw(std::vector<DistrictArea> areas);

}  // namespace wza::gis
