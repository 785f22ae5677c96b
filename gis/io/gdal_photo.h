// SPDX-License-Identifier: Apache-2.0
// The Exif of a photo as one row of a table. Only for a process that is confined.
#pragma once

#include "db/base/error.h"
#include "gis/io/table_sink.h"

#include <cstdint>
#include <string>

namespace wza::gis {

/// The cells of the row, as GDAL words them; empty where the file does not tell.
enum class PhotoCell : std::uint8_t {
  width,
  height,
  orientation,
  time,
  offset,
  lon,
  lon_side,
  lat,
  lat_side,
  accuracy,
};

/// Reads the head of the file, no pixels. The Problem names no file.
Result<Done> read_photo_with_gdal(std::string const &path, TableSink &sink);

}  // namespace wza::gis
