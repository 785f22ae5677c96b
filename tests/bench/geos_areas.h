// SPDX-License-Identifier: Apache-2.0
// The rival of our grid: GEOS with prepared areas behind an STR tree, the way of PostGIS and of
// most programs; and districts of our own drawing to ask both about.
#pragma once

#include "gis/districts/locate.h"

#include <geos_c.h>

#include <optional>
#include <vector>

namespace wza::bench {

/// A sheet of 20 by 20 wavy cells.
std::vector<gis::DistrictArea> const &drawn_districts();

/// Kept to the end of the process.
class GeosAreas {
 public:
  explicit GeosAreas(std::vector<gis::DistrictArea> const &areas);
  GeosAreas(GeosAreas const &) = delete;
  GeosAreas &operator=(GeosAreas const &) = delete;

  /// The place of the area that contains the point; nothing on a border.
  std::optional<std::size_t> locate(double lon, double lat) const;

 private:
  GEOSGeometry *area_of(gis::MultiPolygon const &area) const;
  GEOSGeometry *ring_of(gis::Ring ring) const;

  GEOSContextHandle_t m_handle;
  GEOSSTRtree *m_tree;
  std::vector<GEOSPreparedGeometry const *> m_prepared;
};

}  // namespace wza::bench
