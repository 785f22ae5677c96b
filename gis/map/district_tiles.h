// SPDX-License-Identifier: Apache-2.0
// Districts as vector tiles (gis/map/mvt.h) in the square world of web maps (EPSG:3857, XYZ
// scheme). Neighbours share their simplified border vertex by vertex.
#pragma once

#include "gis/districts/locate.h"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace wza::gis {

struct Tile {
  int zoom = 0;
  std::uint32_t x = 0, y = 0;  ///< from the north-west corner of the world
  std::string bytes;           ///< layers named as Names<DistrictLevel>; not packed
};

/// Gives each tile that a district touches from zoom 0 to `max_zoom` (at most 14), zoom by zoom. A
/// feature has its code as id and the tags `code` and `name`. Lines are cut 64 units outside the
/// tile; they are off by at most half a unit of rounding and 4 units (half a pixel of a tile of
/// 512) of simplification, 1 unit at the highest zoom. What is smaller than a unit vanishes.
void district_tiles(std::vector<DistrictArea> const &districts, int max_zoom,
                    std::function<void(Tile &&)> const &take);

}  // namespace wza::gis
