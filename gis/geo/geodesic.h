// SPDX-License-Identifier: Apache-2.0
// Distance along the GRS80 ellipsoid (Vincenty 1975, inverse problem), in metres.
#pragma once

#include "gis/geo/point.h"

namespace wza::gis {

/// Metres between two places, to a millimetre; between nearly opposite places, where Vincenty's
/// iteration does not settle, the great circle instead (0.5 % off).
double distance(Point a, Point b);

}  // namespace wza::gis
