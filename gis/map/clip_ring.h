// SPDX-License-Identifier: Apache-2.0
// Areas cut to a window, in whole units. Where an edge meets the window depends on the edge alone,
// not on its direction: two areas that share the edge share the cut as well.
#pragma once

#include "gis/map/mvt.h"

#include <cstdint>

namespace wza::gis {

enum class Axis : std::uint8_t { x, y };

/// The rings of one area, outer ones clockwise (doubled_area() > 0), holes against: what of it lies
/// in low <= coordinate <= high. Parts that fall apart become rings of their own, and a hole that
/// the window cuts becomes a bay. Rings that cross themselves keep their area and may touch.
std::vector<TileRing> clipped(std::vector<TileRing> const &rings, Axis axis, std::int32_t low,
                              std::int32_t high);

/// Each outer ring with the holes that lie in it.
std::vector<TilePolygon> polygons_of(std::vector<TileRing> rings);

}  // namespace wza::gis
