// SPDX-License-Identifier: Apache-2.0
// A Table into a file that other programs open; the format follows the name's ending.
#pragma once

#include "db/base/error.h"
#include "gis/io/layer_about.h"
#include "gis/io/table.h"

#include <string>
#include <vector>

namespace wza::gis {

/// The endings that write_layer knows, for help and errors: ".gpkg", ".geojson", ".csv", ".xlsx".
std::vector<std::string> const &writable_endings();

/// CSV in UTF-8 with its mark; no text is a formula. Geometries are left out.
std::string csv_bytes(Table const &table);

/// Writes `table`, whose geometries are CGCS2000, as GPKG, GeoJSON, CSV (UTF-8 with mark) or XLSX;
/// in the last two, points get the columns lon and lat, and no text is a formula (formula_guard.h).
/// A workbook tells of `about` in a second sheet; a GeoPackage names its layer so and carries the
/// styles where QGIS looks for them. The file appears only when it is complete; an existing file is
/// replaced. Problem where the ending is unknown; Error where the disk fails.
Result<Done> write_layer(Table const &table, std::string const &path, LayerAbout const &about);

}  // namespace wza::gis
