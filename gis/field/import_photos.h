// SPDX-License-Identifier: Apache-2.0
// Photos of inspections into the tracker. A photo belongs to the facility that its name or its
// folder names ("QX-0002_坡道_1.jpg", "QX-0002/IMG_1.jpg"), else to the one it was taken at.
#pragma once

#include "db/store/tracker.h"
#include "gis/field/import_report.h"

#include <string>

namespace wza::gis {

/// One photo, or all of a folder and the folders in it. `options.datum` is that of the positions in
/// the photos; Exif means WGS-84. What is no photo is passed over in a folder; a photo that cannot
/// be read, or whose facility is not plain, is refused with its reason. Rows are photos.
Result<ImportReport> import_photos(Tracker &tracker, std::string const &path,
                                   ImportOptions const &options);

}  // namespace wza::gis
