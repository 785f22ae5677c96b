// SPDX-License-Identifier: Apache-2.0
// Any file that GDAL reads, row by row, with the one driver of its format. Only for a process that
// is confined (gis/io/confine.h): GDAL's drivers are not made for files of strangers.
#pragma once

#include "db/base/error.h"
#include "gis/io/formats.h"
#include "gis/io/table_sink.h"

#include <string>

namespace wza::gis {

/// Reads a layer or sheet. A spreadsheet comes as a grid. Rows say which areas were repaired. The
/// Problem names no file.
Result<Done> read_with_gdal(std::string const &path, Format const &format, LayerWish const &wish,
                            TableSink &sink);

/// The Problem of a file that is none of the tables and maps that can be read.
Problem no_table(std::string const &path);

}  // namespace wza::gis
