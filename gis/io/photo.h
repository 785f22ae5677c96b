// SPDX-License-Identifier: Apache-2.0
// What a photo tells of itself: when and where it was taken (Exif 2.32), and how large it is. Read
// by GDAL in a process of its own, like every file from outside.
#pragma once

#include "db/base/clock.h"
#include "db/base/error.h"

#include <optional>
#include <string>

namespace wza::gis {

struct PhotoFacts {
  std::optional<UtcTime> taken_at;  ///< without an offset in the file: Beijing time
  std::optional<double> lon, lat;   ///< both or none; degrees
  std::optional<double> accuracy;   ///< metres
  int width = 0, height = 0;        ///< as stored, before it is turned
  int orientation = 1;              ///< 1 upright … 8; what is not one of these counts as 1
};

/// A Problem where the file is no JPEG, cannot be read, or is larger than kMostPhotoBytes.
Result<PhotoFacts> read_photo(std::string const &path);
constexpr std::size_t kMostPhotoBytes = 20 << 20;

/// True if the name ends in .jpg or .jpeg.
bool is_photo(std::string const &path);

// For the tests: what the texts of Exif mean.

/// "(29) (10) (41.5)" with "N", "S", "E" or "W": degrees, minutes, seconds.
std::optional<double> exif_degrees(std::string_view text, std::string_view side);
/// "2026:03:01 09:30:00" with an offset such as "+08:00", or without.
std::optional<UtcTime> exif_time(std::string_view text, std::string_view offset);

}  // namespace wza::gis
