// SPDX-License-Identifier: Apache-2.0
#include "gis/io/formats.h"

#include "db/base/file.h"
#include "db/base/text.h"

#include <gdal_frmts.h>
#include <ogrsf_frmts.h>

#include <array>
#include <filesystem>

namespace wza::gis {
namespace {

constexpr std::string_view kShape = ".shx;.dbf;.prj;.cpg";
constexpr std::string_view kMapInfo = ".dat;.map;.id;.ind";
constexpr std::array kFormats{
    Format{".csv", true, {}, nullptr},
    Format{".tsv", true, {}, nullptr},
    Format{".txt", true, {}, nullptr},
    Format{".xlsx", true, {}, RegisterOGRXLSX},
    Format{".xlsm", true, {}, RegisterOGRXLSX},
    Format{".xls", true, {}, RegisterOGRXLS},
    Format{".ods", true, {}, RegisterOGRODS},
    Format{".geojson", false, {}, RegisterOGRGeoJSON},
    Format{".json", false, {}, RegisterOGRGeoJSON},
    Format{".geojsonl", false, {}, RegisterOGRGeoJSONSeq},
    Format{".geojsons", false, {}, RegisterOGRGeoJSONSeq},
    Format{".gpkg", false, {}, RegisterOGRGeoPackage},
    Format{".shp", false, kShape, RegisterOGRShape},
    Format{".zip", false, {}, RegisterOGRShape},
    Format{".tab", false, kMapInfo, RegisterOGRTAB},
    Format{".mif", false, ".mid", RegisterOGRTAB},
    Format{".gml", false, {}, RegisterOGRGML},
    Format{".kml", false, {}, RegisterOGRLIBKML},
    Format{".kmz", false, {}, RegisterOGRLIBKML},
    Format{".gpx", false, {}, RegisterOGRGPX},
    Format{".fgb", false, {}, RegisterOGRFlatGeobuf},
    Format{".jpg", false, {}, GDALRegister_JPEG, true},
    Format{".jpeg", false, {}, GDALRegister_JPEG, true},
};

}  // namespace

std::span<Format const> readable_formats() {
  return kFormats;
}

Format const *format_of(std::string_view path) {
  auto const ending = ending_of(path);
  for (auto const &format : kFormats) {
    if (format.ending == ending) return &format;
  }
  return nullptr;
}

std::string readable_names(std::string_view separator) {
  std::string out;
  for (std::string_view name : {"CSV", "XLSX", "XLS", "ODS", "GeoJSON", "GPKG", "SHP", "ZIP (SHP)",
                                "TAB", "MIF", "GML", "KML", "KMZ", "GPX", "FGB"}) {
    if (!out.empty()) out += separator;
    out += name;
  }
  return out;
}

}  // namespace wza::gis
