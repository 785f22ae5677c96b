// SPDX-License-Identifier: Apache-2.0
// Any file that GDAL reads, row by row, with the one driver of its format. Only for a process that
// is confined (gis/io/confine.h): GDAL's drivers are not made for files of strangers.
#pragma once

#include "db/base/error.h"
#include "gis/io/formats.h"
#include "gis/io/table_sink.h"

#include <string>

namespace wza::gis {

/// Reads the layer or sheet `wanted`, the first where it is empty. A spreadsheet comes as a grid.
/// Areas that GEOS calls invalid are repaired, and their rows say so. The Problem names no file.
Result<Done> read_with_gdal(std::string const &path, Format const &format,
                            std::string const &wanted, TableSink &sink);

/// The Problem of a file that is none of the tables and maps that can be read.
Problem no_table(std::string const &path);

}  // namespace wza::gis
