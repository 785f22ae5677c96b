// SPDX-License-Identifier: Apache-2.0
// Vector tiles z0 to 8 of districts into MBTiles, against GDAL's MVT driver on the same areas. The
// districts are the first layer of the file $WZA_BENCH_COUNTIES (columns code and name), else a
// sheet of wavy cells of our own. CPU time of the whole process: GDAL's driver has threads.
#include "gis/io/gdal.h"
#include "gis/map/mbtiles.h"
#include "tests/bench/reports.h"

#include <fmt/format.h>
#include <ogrsf_frmts.h>
#include <unistd.h>

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <memory>
#include <string>

namespace wza::bench {
namespace {

using namespace wza::gis;
namespace fs = std::filesystem;

double cpu_seconds() {
  return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

MultiPolygon area_of_ogr(OGRGeometry const &shape) {
  MultiPolygon area;
  std::unique_ptr<OGRGeometry> const parts(OGRGeometryFactory::forceToMultiPolygon(shape.clone()));
  for (auto const *part : *parts->toMultiPolygon()) {
    auto &polygon = area.emplace_back();
    for (auto const *line : *part) {
      auto &ring = polygon.emplace_back();
      for (auto const &p : *line)
        ring.push_back(*Point::of({p.getX(), p.getY()}));
      ring.pop_back();
    }
  }
  return area;
}

std::unique_ptr<OGRMultiPolygon> ogr_of(MultiPolygon const &area) {
  auto out = std::make_unique<OGRMultiPolygon>();
  for (auto const &polygon : area) {
    OGRPolygon part;
    for (auto const &ring : polygon) {
      OGRLinearRing line;
      for (auto const p : ring)
        line.addPoint(p.degrees().lon, p.degrees().lat);
      line.closeRings();
      part.addRing(&line);
    }
    out->addGeometry(&part);
  }
  return out;
}

std::vector<DistrictArea> read_districts_of(char const *path) {
  std::vector<DistrictArea> out;
  std::unique_ptr<GDALDataset> const source(GDALDataset::Open(path, GDAL_OF_VECTOR));
  if (!source) std::fprintf(stderr, "cannot open %s\n", path), std::exit(1);
  for (auto const &feature : source->GetLayer(0)) {
    auto &area = out.emplace_back();
    area.district.code = DistrictCode(feature->GetFieldAsString("code"));
    area.district.name = feature->GetFieldAsString("name");
    area.district.level = DistrictLevel::county;
    area.area = area_of_ogr(*feature->GetGeometryRef());
  }
  return out;
}

std::vector<DistrictArea> wavy_sheet() {
  constexpr int kSide = 50, kSteps = 30;
  auto const at = [](double x, double y) {
    return Point{static_cast<std::int32_t>((90 + 0.5 * x + 0.03 * std::sin(9 * y)) * 1e7),
                 static_cast<std::int32_t>((20 + 0.5 * y + 0.03 * std::sin(9 * x)) * 1e7)};
  };
  std::vector<DistrictArea> out;
  for (int i = 0; i < kSide * kSide; ++i) {
    Ring ring;
    for (int step = 0; step < 4 * kSteps; ++step) {
      int const side = step / kSteps, along = step % kSteps;
      // Whole steps of the sheet, so that neighbours have equal vertices.
      int const x = (i % kSide) * kSteps + (side == 0   ? along
                                            : side == 1 ? kSteps
                                            : side == 2 ? kSteps - along
                                                        : 0);
      int const y = (i / kSide) * kSteps + (side == 0   ? 0
                                            : side == 1 ? along
                                            : side == 2 ? kSteps
                                                        : kSteps - along);
      ring.push_back(at(static_cast<double>(x) / kSteps, static_cast<double>(y) / kSteps));
    }
    auto &area = out.emplace_back();
    area.district.code = DistrictCode(std::to_string(100000 + i));
    area.district.name = "县";
    area.district.level = DistrictLevel::county;
    area.area = {{ring}};
  }
  return out;
}

void write_with_gdal(std::vector<DistrictArea> const &districts, std::string const &path) {
  char const *const options[] = {"MINZOOM=0", "MAXZOOM=8", nullptr};
  std::unique_ptr<GDALDataset> const target(
      GetGDALDriverManager()->GetDriverByName("MBTILES")->Create(path.c_str(), 0, 0, 0, GDT_Unknown,
                                                                 const_cast<char **>(options)));
  OGRSpatialReference wgs84;
  wgs84.importFromEPSG(4326);
  wgs84.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
  auto *layer = target->CreateLayer("county", &wgs84, wkbMultiPolygon, nullptr);
  OGRFieldDefn code("code", OFTString), name("name", OFTString);
  layer->CreateField(&code);
  layer->CreateField(&name);
  for (auto const &district : districts) {
    OGRFeature feature(layer->GetLayerDefn());
    feature.SetField(0, district.district.code.value.c_str());
    feature.SetField(1, district.district.name.c_str());
    feature.SetGeometryDirectly(ogr_of(district.area).release());
    if (layer->CreateFeature(&feature) != OGRERR_NONE) std::exit(1);
  }
}

template <class F>
double measured(char const *who, fs::path const &file, F &&write) {
  double least = 1e9;
  for (int run = 0; run < 3; ++run) {
    fs::remove(file);
    double const begin = cpu_seconds();
    write();
    least = std::min(least, cpu_seconds() - begin);
  }
  std::printf("%-22s %8.3f s CPU  %6.2f MB\n", who, least,
              static_cast<double>(fs::file_size(file)) / 1e6);
  return least;
}

}  // namespace

void report_tiles() {
  init_gdal();
  char const *const path = std::getenv("WZA_BENCH_COUNTIES");
  auto const districts = path != nullptr ? read_districts_of(path) : wavy_sheet();
  std::size_t vertices = 0;
  for (auto const &district : districts) {
    for (auto const &polygon : district.area) {
      for (auto const &ring : polygon)
        vertices += ring.size();
    }
  }
  std::printf("%zu districts, %zu vertices, z0 to 8; least of three runs; bar: 1 s\n",
              districts.size(), vertices);
  fs::path const folder = fs::temp_directory_path() / fmt::format("wza-tiles-{}", getpid());
  fs::create_directory(folder);
  auto const ours = (folder / "ours.mbtiles").string(), theirs = (folder / "gdal.mbtiles").string();
  double const own = measured("ours", ours, [&] { write_mbtiles(districts, {}, ours); });
  double const gdal =
      measured("GDAL's MVT driver", theirs, [&] { write_with_gdal(districts, theirs); });
  std::printf("%.1f times as fast\n", gdal / own);
  fs::remove_all(folder);
}

}  // namespace wza::bench
