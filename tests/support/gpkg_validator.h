// SPDX-License-Identifier: Apache-2.0
// What OGC 12-128r15 (GeoPackage 1.3) asks of a file with feature tables, looked at with SQL and
// our own reader of geometry blobs, not with GDAL; and what QGIS 3.22 needs to find a layer's style
// (QgsOgrProviderMetadata::loadStyle) and to draw its labels.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace wza::test {

/// One sentence for each thing that is wrong, with its requirement; empty where the file is valid.
std::vector<std::string> gpkg_faults(std::filesystem::path const &path);

}  // namespace wza::test
