// SPDX-License-Identifier: Apache-2.0
// Shapefiles in a ZIP archive, as offices send them. Only for a process that is confined: nothing
// is unpacked to the disk.
#pragma once

#include "db/base/error.h"

#include <string>
#include <vector>

namespace wza::gis {

struct ZippedShape {
  std::string path;   ///< for GDAL
  std::string layer;  ///< the .shp's name without its ending
  std::vector<std::string> others;
};

/// The .shp of that name in the archive; the first in alphabetical order where `wanted` is empty.
/// Folders in the archive are looked into, archives in it are not. The Problem names no file.
Result<ZippedShape> shape_in_zip(std::string const &zip, std::string const &wanted);

}  // namespace wza::gis
