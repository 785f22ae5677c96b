// SPDX-License-Identifier: Apache-2.0
// Photos of inspections into the tracker. A photo belongs to the facility that its name or its
// folder names ("QX-0002_坡道_1.jpg", "QX-0002/IMG_1.jpg"), else to the one it was taken at.
#pragma once

#include "db/store/tracker.h"
#include "gis/field/import_report.h"

#include <chrono>
#include <string>
#include <vector>

namespace wza::gis {

struct PhotoOptions : ImportOptions {
  /// GPX files of who took the photos: where a photo has no position of its own, its time tells.
  std::vector<std::string> tracks;
  std::chrono::seconds gap = std::chrono::minutes(5);       ///< as Track::at() has it
  std::chrono::minutes utc_offset = std::chrono::hours(8);  ///< of cameras that do not tell theirs
};

/// One photo, or all of a folder and the folders in it. `options.datum` is that of the positions in
/// the photos; Exif means WGS-84. What is no photo is passed over in a folder; a photo that cannot
/// be read, or whose facility is not plain, is refused with its reason. Notes name the photos that
/// the tracks do not place, and those whose own position is more than 100 m from where a track has
/// them: their clock may be wrong. A Problem where a track cannot be read. Rows are photos.
Result<ImportReport> import_photos(Tracker &tracker, std::string const &path,
                                   PhotoOptions const &options);

}  // namespace wza::gis
