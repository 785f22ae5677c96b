// SPDX-License-Identifier: Apache-2.0
#include "gis/io/gdal_photo.h"

#include "gis/io/gdal.h"
#include "gis/io/gdal_reader.h"

#include <gdal_frmts.h>
#include <gdal_priv.h>

#include <array>
#include <memory>

namespace wza::gis {
namespace {

/// The longest text that is of use; the others are somebody's joke.
constexpr std::size_t kMostText = 64;

/// In the order of PhotoCell, behind width and height.
constexpr std::array kItems{"EXIF_Orientation",        "EXIF_DateTimeOriginal",
                            "EXIF_OffsetTimeOriginal", "EXIF_GPSLongitude",
                            "EXIF_GPSLongitudeRef",    "EXIF_GPSLatitude",
                            "EXIF_GPSLatitudeRef",     "EXIF_GPSHPositioningError"};

}  // namespace

Result<Done> read_photo_with_gdal(std::string const &path, TableSink &sink) {
  GdalMessages const messages;
  // The .aux.xml, .wld and the like beside it are nobody's business.
  CPLSetConfigOption("GDAL_PAM_ENABLED", "NO");
  CPLSetConfigOption("GDAL_DISABLE_READDIR_ON_OPEN", "EMPTY_DIR");
  std::unique_ptr<GDALDataset> const source(
      GDALDataset::Open(path.c_str(), GDAL_OF_RASTER | GDAL_OF_READONLY));
  if (source == nullptr) return no_table({});
  Row row;
  row.number = 1;
  row.cells = {std::to_string(source->GetRasterXSize()), std::to_string(source->GetRasterYSize())};
  for (char const *item : kItems) {
    char const *value = source->GetMetadataItem(item);
    std::string text(value == nullptr ? "" : trimmed(value));
    row.cells.push_back(text.size() > kMostText ? std::string() : std::move(text));
  }
  sink.begin({});
  sink.row(std::move(row));
  return Done{};
}

}  // namespace wza::gis
