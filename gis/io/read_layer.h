// SPDX-License-Identifier: Apache-2.0
// Any table or map file that an office has (CSV, XLSX, XLS, ODS, SHP, GPKG, GeoJSON, KML, GPX, …)
// as one Table. What cannot be read ends in a Problem that names the file and the way out. The file
// may be a stranger's: it is read in a process of its own (gis/io/reader_process.h).
#pragma once

#include "db/base/error.h"
#include "gis/io/table.h"

#include <cstddef>
#include <functional>
#include <string>

namespace wza::gis {

struct ReadOptions {
  std::string layer;                                    ///< as LayerWish has it
  std::function<void(std::size_t rows)> progress = {};  ///< told now and then
  bool repair_areas = true;                             ///< as LayerWish has it
  bool large = false;                                   ///< as LayerWish has it
  bool large_on_request = false;                        ///< as LayerWish has it
};

/// Reads the whole file, within the limits of read_apart(). Rows say which areas were repaired.
Result<Table> read_layer(std::string const &path, ReadOptions const &options = {});

/// True if the name ends in .csv, .tsv or .txt: files for read_csv().
bool is_csv(std::string const &path);

/// A Problem if there is no such file, or it is a folder or it is empty; for every reader.
Result<Done> check_file(std::string const &path);

}  // namespace wza::gis
