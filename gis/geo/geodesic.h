// SPDX-License-Identifier: Apache-2.0
// Distance along the GRS80 ellipsoid (Vincenty 1975, inverse problem), in metres.
#pragma once

#include "gis/geo/edge.h"

namespace wza::gis {

/// Metres between two places, to a millimetre; between nearly opposite places, where Vincenty's
/// iteration does not settle, the great circle instead (0.5 % off).
double distance(Point a, Point b);

/// How long a unit of longitude and one of latitude are at a place.
struct MetresPerUnit {
  double lon = 0, lat = 0;
};
MetresPerUnit metres_per_unit(Point at);

/// Metres from p to the nearest place of the edge, in the plane of `scale` (taken at p): 0.1 % off
/// within 10 km.
double distance_to(Edge const &edge, Point p, MetresPerUnit scale);

}  // namespace wza::gis
