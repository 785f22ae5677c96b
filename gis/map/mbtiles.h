// SPDX-License-Identifier: Apache-2.0
// MBTiles 1.3: the vector tiles of the districts in one SQLite file that QGIS, GDAL, MapLibre's
// servers and offline maps on phones open.
#pragma once

#include "gis/districts/locate.h"

#include <string>
#include <vector>

namespace wza::gis {

struct MbtilesWords {
  std::string name, description;
  std::string attribution;  ///< who drew the boundaries and when
  int max_zoom = 8;
};

/// Writes a new file of zoom 0 to `words.max_zoom`; the same districts and words give the same
/// bytes. Error where the disk fails.
void write_mbtiles(std::vector<DistrictArea> const &districts, MbtilesWords const &words,
                   std::string const &path);

}  // namespace wza::gis
