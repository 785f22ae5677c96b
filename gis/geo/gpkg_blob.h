// SPDX-License-Identifier: Apache-2.0
// Geometry as a GeoPackage keeps it: OGC 12-128r15 (GeoPackage 1.3) section 2.1.3 around ISO WKB.
// Points and multipolygons only; both byte orders and all envelope kinds are read, little endian
// is written. Lengths in the blob are never trusted.
#pragma once

#include "gis/geo/polygon.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <variant>
#include <vector>

namespace wza::gis {

/// The srs_id of all our feature tables: CGCS2000, longitude and latitude in degrees.
constexpr std::int32_t kTrackerSrs = 4490;

std::vector<std::byte> to_blob(Point point);
/// With the envelope that readers use to skip it.
std::vector<std::byte> to_blob(MultiPolygon const &area);

/// A point or an area; polygons become areas of one part.
using Geometry = std::variant<Point, MultiPolygon>;

/// Nothing if the blob is no such geometry, is cut off, or lies outside the Earth.
std::optional<Geometry> from_blob(std::span<std::byte const> blob);

}  // namespace wza::gis
