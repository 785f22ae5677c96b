// SPDX-License-Identifier: Apache-2.0
// What GDAL's driver passes over in an XLSX workbook (ECMA-376 part 1, 18.2 and 18.3).
#pragma once

#include "gis/io/table_sink.h"

#include <string>

namespace wza::gis {

/// Whether days count from 1904 (18.2.28); GDAL takes them to count from 1900.
bool counts_days_from_1904(std::string const &path);

/// Tells `sink` the merged cells (18.3.1.55) of the sheet that is the `sheet`-th of the workbook,
/// counted from 0. Nothing where the workbook cannot be understood.
void read_merged_cells(std::string const &path, int sheet, TableSink &sink);

}  // namespace wza::gis
