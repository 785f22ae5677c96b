// SPDX-License-Identifier: Apache-2.0
// What a photo tells of itself: when and where it was taken (Exif 2.32), and how large it is. Read
// by GDAL in a process of its own, like every file from outside.
#pragma once

#include "db/base/clock.h"
#include "db/base/error.h"

#include <chrono>
#include <optional>
#include <string>

namespace wza::gis {

struct PhotoFacts {
  std::optional<UtcTime> taken_at;  ///< without an offset in the file: by that of read_photo()
  std::optional<double> lon, lat;   ///< both or none; degrees
  std::optional<double> accuracy;   ///< metres
  int width = 0, height = 0;        ///< as stored, before it is turned
  int orientation = 1;              ///< 1 upright … 8; what is not one of these counts as 1
};

/// Of cameras that do not say in which zone their clock runs.
constexpr std::chrono::minutes kBeijing{8 * 60};

/// A Problem where the file is no JPEG, cannot be read, or is larger than kMostPhotoBytes. `offset`
/// is that of the camera's clock to UTC, where the file has none (Exif: OffsetTimeOriginal).
Result<PhotoFacts> read_photo(std::string const &path, std::chrono::minutes offset = kBeijing);
constexpr std::size_t kMostPhotoBytes = 20 << 20;

/// True if the name ends in .jpg or .jpeg.
bool is_photo(std::string const &path);

/// "+08:00", "-03:30": how far a clock is ahead of UTC. Nothing where the text is no offset.
std::optional<std::chrono::minutes> utc_offset(std::string_view text);

// For the tests: what the texts of Exif mean.

/// "(29) (10) (41.5)" with "N", "S", "E" or "W": degrees, minutes, seconds.
std::optional<double> exif_degrees(std::string_view text, std::string_view side);
/// "2026:03:01 09:30:00" with an offset such as "+08:00"; without one, or with one that is none, by
/// `otherwise`.
std::optional<UtcTime> exif_time(std::string_view text, std::string_view offset,
                                 std::chrono::minutes otherwise = kBeijing);

}  // namespace wza::gis
