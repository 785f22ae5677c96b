// SPDX-License-Identifier: Apache-2.0
// CGCS2000 in the Gauss-Kruger zones of Chinese planning and city maps (GB/T 22021; EPSG 4513 to
// 4533 with the zone number before the easting, 4534 to 4554 without). Krüger's series of 1912 to
// the fourth power of the third flattening: within a zone better than a micrometre.
#pragma once

#include "gis/geo/point.h"

#include <optional>

namespace wza::gis {

/// Metres east (the central meridian has 500,000) and north of the equator.
struct GridMetres {
  double east = 0, north = 0;
};

/// `meridian`: of the zone, in degrees. The easting is without zone number.
GridMetres to_gauss_kruger(Degrees<Frame::cgcs2000> at, int meridian);
Degrees<Frame::cgcs2000> from_gauss_kruger(GridMetres at, int meridian);

/// Two numbers of a table as a place of a zone, the zone number before the easting, whichever of
/// them stands first (surveyors call the northing x). `meridian` is for eastings without one: a
/// central meridian of a 3-degree zone. Nothing where they are no such place in China, or where the
/// zone is not known.
std::optional<GridMetres> as_zone_metres(double a, double b, std::optional<int> meridian);

/// The place of an easting with zone number: 25 to 45 are 3-degree zones, 13 to 23 those of 6
/// degrees. Nothing where there is no such number.
std::optional<Degrees<Frame::cgcs2000>> from_zone_metres(GridMetres at);

}  // namespace wza::gis
