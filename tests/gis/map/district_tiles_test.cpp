// SPDX-License-Identifier: Apache-2.0
// Vector tiles of our own encoding: the examples of the specification, and tiles decoded by GDAL's
// MVT driver and held against the districts they were made of.
#include "gis/map/district_tiles.h"

#include "db/base/error.h"
#include "db/sqlite/database.h"
#include "gis/io/gdal.h"
#include "gis/map/clip_ring.h"
#include "gis/map/mbtiles.h"
#include "gis/map/mvt.h"
#include "gis/map/shared_borders.h"
#include "tests/gis/geo/drawn_towns.h"
#include "tests/support/temp_tracker.h"

#include <gtest/gtest.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>
#include <memory>
#include <numbers>
#include <set>

namespace wza::gis {
namespace {

using Commands = std::vector<std::uint32_t>;

// MVT 2.1, section 4.3.5, "Example Polygon" and "Example Multi Polygon".
TEST(Mvt, CommandsAreThoseOfTheSpecification) {
  EXPECT_EQ(area_commands({{{{3, 6}, {8, 12}, {20, 34}}}}),
            (Commands{9, 6, 12, 18, 10, 12, 24, 44, 15}));
  EXPECT_EQ(area_commands({{{{0, 0}, {10, 0}, {10, 10}, {0, 10}}},
                           {{{11, 11}, {20, 11}, {20, 20}, {11, 20}},
                            {{13, 13}, {13, 17}, {17, 17}, {17, 13}}}}),
            (Commands{9, 0,  0,  26, 20, 0, 0, 20, 19, 0, 15, 9, 22, 2, 26, 18, 0,
                      0, 18, 17, 0,  15, 9, 4, 13, 26, 0, 8,  8, 0,  0, 7,  15}));
}

TEST(Mvt, DirectionComesFromTheRingsRoleAndNothingWithoutAreaIsWritten) {
  TileRing const outer{{0, 0}, {10, 0}, {10, 10}, {0, 10}};
  TileRing const backwards(outer.rbegin(), outer.rend());
  TileRing const flat{{0, 0}, {5, 5}, {10, 10}};
  EXPECT_EQ(area_commands({{backwards, {{2, 2}, {4, 2}, {4, 4}}}}).at(3), 26U);
  EXPECT_EQ(area_commands({{backwards}}), area_commands({{outer}}));
  EXPECT_EQ(area_commands({{flat, outer}}), Commands{}) << "a hole does not become an area";
  EXPECT_EQ(area_commands({{outer, flat}}), area_commands({{outer}}));
}

TEST(ClipRing, AnEdgeIsCutInTheSamePlaceFromBothSides) {
  std::mt19937 random(5);
  std::uniform_int_distribution<std::int32_t> at(-3000, 3000);
  for (int i = 0; i < 2000; ++i) {
    TilePoint const a{at(random), at(random)}, b{at(random), at(random)};
    auto const cut_of = [&](TilePoint third) {
      auto cut = clipped({{a, b, third}}, Axis::x, -1000, 1000);
      std::set<TilePoint> points;
      for (auto const &ring : cut)
        points.insert(ring.begin(), ring.end());
      return points;
    };
    if ((a.x < -1000) == (b.x < -1000) || a.x > 1000 || b.x > 1000) continue;
    // The neighbours on both sides of the edge: they share two vertices at least, its cut and end.
    auto const left = cut_of({a.x - (b.y - a.y), a.y + (b.x - a.x)});
    auto const right = cut_of({a.x + (b.y - a.y), a.y - (b.x - a.x)});
    std::vector<TilePoint> shared;
    std::ranges::set_intersection(left, right, std::back_inserter(shared));
    EXPECT_GE(shared.size(), 2U) << a.x << ' ' << a.y << ' ' << b.x << ' ' << b.y;
  }
}

TEST(ClipRing, WhatFallsApartIsTwoRingsAndACutHoleIsABay) {
  TileRing const comb{{0, 0}, {10, 0}, {10, 10}, {8, 10}, {8, 4}, {2, 4}, {2, 10}, {0, 10}};
  auto const teeth = clipped({comb}, Axis::y, 6, 20);
  ASSERT_EQ(teeth.size(), 2U);
  EXPECT_EQ(doubled_area(teeth[0]) + doubled_area(teeth[1]), 2 * 2 * (2 * 4));
  TileRing const outer{{0, 0}, {10, 0}, {10, 10}, {0, 10}}, hole{{4, 4}, {4, 6}, {6, 6}, {6, 4}};
  auto const bay = clipped({outer, hole}, Axis::x, -5, 5);
  ASSERT_EQ(bay.size(), 1U);
  EXPECT_EQ(doubled_area(bay[0]), 2 * (50 - 2));
  auto const whole = polygons_of(clipped({outer, hole}, Axis::x, -5, 7));
  ASSERT_EQ(whole.size(), 1U);
  EXPECT_EQ(whole[0].size(), 2U);
  EXPECT_TRUE(clipped({outer, hole}, Axis::x, 20, 30).empty());
}

TEST(SharedBorders, NeighboursHaveTheSameLineAndAHoleIsTheTownInIt) {
  DrawnTowns const drawn;
  std::vector<MultiPolygon const *> areas;
  for (auto const &town : drawn.towns)
    areas.push_back(&town.area);
  SharedBorders const borders(areas);
  std::vector<int> used(borders.lines().size());
  for (auto const &area : borders.areas()) {
    for (auto const &polygon : area) {
      for (auto const &ring : polygon) {
        for (auto const &part : ring)
          ++used[part.line];
      }
    }
  }
  EXPECT_EQ(std::ranges::count(used, 2), 24 + 1) << "inner sides of 4 x 4 cells, and the hole";
  EXPECT_EQ(static_cast<std::size_t>(std::ranges::count(used, 1)), used.size() - 25);
  auto const &hole = borders.areas().front().front().at(1);
  auto const &town = borders.areas().back().front().front();
  ASSERT_EQ(hole.size(), 1U);
  EXPECT_EQ(hole.front().line, town.front().line);
}

TEST(SharedBorders, ACoarserLineHasNoVertexThatAFinerOneLacks) {
  std::vector<WorldPoint> points;
  for (int i = 0; i <= 100; ++i)
    points.push_back({i / 100.0, std::sin(i * 0.7) / 50 + std::sin(i * 0.05) / 5});
  auto const weights = simplification_weights({{0, 101}}, points);
  EXPECT_TRUE(std::isinf(weights.front()) && std::isinf(weights.back()));
  // Every vertex left out lies within the tolerance of the line that stays.
  for (double const tolerance : {0.001, 0.01, 0.05}) {
    std::size_t kept = 0, last = 0;
    for (std::size_t i = 1; i < points.size(); ++i) {
      if (weights[i] < tolerance) continue;
      ++kept;
      for (std::size_t k = last + 1; k < i; ++k) {
        double const t = (points[k].x - points[last].x) / (points[i].x - points[last].x);
        double const y = points[last].y + t * (points[i].y - points[last].y);
        double const slope = (points[i].y - points[last].y) / (points[i].x - points[last].x);
        EXPECT_LE(std::abs(points[k].y - y) / std::hypot(1, slope), tolerance * 1.0001);
      }
      last = i;
    }
    EXPECT_LT(kept, points.size()) << tolerance;
  }
}

/// Towns with wavy sides, so that there is something to simplify; one reaches into several tiles.
std::vector<DistrictArea> wavy_towns() {
  auto towns = DrawnTowns().towns;
  auto const on_the_way = [](Point a, Point b, int i) {
    bool const backwards = b < a;
    if (backwards) std::swap(a, b);
    double const t = (backwards ? 20 - i : i) / 20.0;
    double const off = std::sin(t * 40) * 20000 * std::sin(t * std::numbers::pi);
    return Point{static_cast<std::int32_t>(std::lround(a.lon + t * (b.lon - a.lon) + off)),
                 static_cast<std::int32_t>(std::lround(a.lat + t * (b.lat - a.lat) - off))};
  };
  for (auto &town : towns) {
    for (auto &ring : town.area.front()) {
      Ring wavy;
      for (std::size_t i = 0; i < ring.size(); ++i) {
        for (int step = 0; step < 20; ++step)
          wavy.push_back(on_the_way(ring[i], ring[(i + 1) % ring.size()], step));
      }
      ring = std::move(wavy);
    }
    town.district.name = "镇" + town.district.code.value;
  }
  return towns;
}

/// The towns as a file, opened by GDAL at one zoom.
class DistrictTiles : public testing::Test {
 protected:
  DistrictTiles() {
    init_gdal();
    write_mbtiles(m_towns, {"镇", "虚构", "自绘 2024-01", 10}, m_path);
  }
  std::unique_ptr<GDALDataset> open(int zoom) {
    auto const level = fmt::format("ZOOM_LEVEL={}", zoom);
    char const *const options[] = {level.c_str(), nullptr};
    return std::unique_ptr<GDALDataset>(
        GDALDataset::Open(m_path.c_str(), GDAL_OF_VECTOR, nullptr, options));
  }
  static OGRPoint mercator(Point p) {
    auto const world = to_world(p);
    constexpr double kHalf = 6378137 * std::numbers::pi;
    return {(2 * world.x - 1) * kHalf, (1 - 2 * world.y) * kHalf};
  }

  TempDir m_dir;
  std::string m_path = (m_dir.path() / "o.mbtiles").string();
  std::vector<DistrictArea> m_towns = wavy_towns();
};

TEST_F(DistrictTiles, GdalFindsEachPointInTheTownItLiesIn) {
  GdalMessages messages;
  std::mt19937 random(3);
  std::uniform_int_distribution<std::int32_t> lon(1135100000, 1138900000),
      lat(238100000, 241900000);
  for (int const zoom : {6, 8, 10}) {
    auto const tiles = open(zoom);
    ASSERT_TRUE(tiles) << messages.last();
    auto *layer = tiles->GetLayerByName("township");
    ASSERT_TRUE(layer);
    std::vector<std::unique_ptr<OGRFeature>> features;
    for (auto const &feature : *layer) {
      EXPECT_TRUE(feature->GetGeometryRef()->IsValid()) << feature->GetFieldAsString("code");
      features.emplace_back(feature->Clone());
    }
    // Half a unit of rounding and the tolerance of simplification, in 1e-7 degrees.
    double const unit = 3.6e9 / std::ldexp(4096, zoom);
    auto const near = static_cast<std::int32_t>(unit * (zoom == 10 ? 2.5 : 5.5));
    int compared = 0;
    for (int i = 0; i < 400; ++i) {
      Point const p{lon(random), lat(random)};
      std::set<std::string> expected, found;
      for (auto const &town : m_towns) {
        for (int dx : {-1, 0, 1}) {
          for (int dy : {-1, 0, 1}) {
            Point const beside{p.lon + dx * near, p.lat + dy * near};
            if (locate(town.area, beside) != Side::outside)
              expected.insert(town.district.code.value);
          }
        }
      }
      if (expected.size() != 1) continue;  // too near to a border to tell at this zoom
      auto const at = mercator(p);
      for (auto const &feature : features) {
        if (feature->GetGeometryRef()->Contains(&at))
          found.insert(feature->GetFieldAsString("code"));
      }
      EXPECT_EQ(found, expected) << "zoom " << zoom;
      ++compared;
    }
    EXPECT_GT(compared, 200);
  }
  EXPECT_EQ(messages.last(), "");
}

TEST_F(DistrictTiles, NoGapAndNoOverlapOpensBetweenNeighbours) {
  for (int const zoom : {4, 5, 6, 7, 8, 9, 10}) {
    auto const tiles = open(zoom);
    auto *layer = tiles->GetLayerByName("township");
    ASSERT_TRUE(layer);
    double sum = 0;
    std::unique_ptr<OGRGeometryCollection> const all = std::make_unique<OGRMultiPolygon>();
    for (auto const &feature : *layer) {
      auto const *area = feature->GetGeometryRef();
      if (wkbFlatten(area->getGeometryType()) == wkbPolygon) {
        sum += area->toPolygon()->get_Area();
        all->addGeometry(area);
      } else {
        sum += area->toMultiPolygon()->get_Area();
        for (auto const *part : *area->toMultiPolygon())
          all->addGeometry(part);
      }
    }
    std::unique_ptr<OGRGeometry> const merged(all->UnionCascaded());
    ASSERT_TRUE(merged);
    // Tiles may stay parts of their own: GDAL cuts them at a line that each computes for itself.
    std::unique_ptr<OGRGeometry> const sheet(
        OGRGeometryFactory::forceToMultiPolygon(merged->clone()));
    for (auto const *part : *sheet->toMultiPolygon())
      EXPECT_EQ(part->getNumInteriorRings(), 0) << "no gap at zoom " << zoom;
    EXPECT_NEAR(sheet->toMultiPolygon()->get_Area() / sum, 1, 1e-9) << "no overlap at " << zoom;
    if (zoom < 9) {
      EXPECT_EQ(sheet->toMultiPolygon()->getNumGeometries(), 1) << "one sheet";
    }
  }
}

TEST_F(DistrictTiles, TheFileSaysWhatItHolds) {
  Database db = Database::open_read(m_path);
  auto const value = [&](char const *name) {
    Statement row = db.prepare("SELECT value FROM metadata WHERE name = ?1").bind(name);
    return row.step() ? row.get<std::string>(0) : std::string();
  };
  EXPECT_EQ(value("format"), "pbf");
  EXPECT_EQ(value("attribution"), "自绘 2024-01");
  EXPECT_EQ(value("bounds"), "113.4982775,23.7981741,113.9018259,24.2017225");
  EXPECT_NE(value("json").find(R"("vector_layers":[{"id":"township")"), std::string::npos);
  Statement zooms = db.prepare(
      "SELECT count(DISTINCT zoom_level), min(hex(substr(tile_data, 1, 3))), "
      "(SELECT application_id FROM pragma_application_id) FROM tiles");
  ASSERT_TRUE(zooms.step());
  EXPECT_EQ(zooms.get<int>(0), 11);
  EXPECT_EQ(zooms.get<std::string>(1), "1F8B08");
  EXPECT_EQ(zooms.get<int>(2), 0x4d504258);
  // South-west tile of zoom 1 is row 0 in TMS; the towns lie in the north-east.
  Statement row = db.prepare("SELECT tile_column, tile_row FROM tiles WHERE zoom_level = 1");
  ASSERT_TRUE(row.step());
  EXPECT_EQ(row.get<int>(0), 1);
  EXPECT_EQ(row.get<int>(1), 1);
  EXPECT_FALSE(row.step());
}

TEST_F(DistrictTiles, TheSameDistrictsGiveTheSameBytes) {
  auto const again = (m_dir.path() / "again.mbtiles").string();
  write_mbtiles(m_towns, {"镇", "虚构", "自绘 2024-01", 10}, again);
  auto const bytes = [](std::string const &path) {
    std::ifstream file(path, std::ios::binary);
    return std::string{std::istreambuf_iterator<char>(file), {}};
  };
  EXPECT_EQ(bytes(m_path), bytes(again));
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(m_dir.path()), {}), 2)
      << "no journal is left";
}

TEST_F(DistrictTiles, AFolderThatIsNotThereEndsInAnErrorOfTheFile) {
  try {
    write_mbtiles(m_towns, {}, (m_dir.path() / "no" / "o.mbtiles").string());
    FAIL();
  } catch (Error const &error) {
    EXPECT_EQ(error.exit_code(), ExitCode::refused);
  }
}

TEST(DistrictTilesOf, NothingAndTheEndsOfTheWorldDoNoHarm) {
  int tiles = 0;
  district_tiles({}, 3, [&](Tile &&) { ++tiles; });
  EXPECT_EQ(tiles, 0);
  DistrictArea world;
  world.district.code = DistrictCode("990101");
  world.area = {{{{-1800000000, -900000000},
                  {1800000000, -900000000},
                  {1800000000, 900000000},
                  {-1800000000, 900000000}}}};
  district_tiles({world}, 2, [&](Tile &&tile) {
    EXPECT_LT(tile.x, 1U << tile.zoom);
    EXPECT_LT(tile.y, 1U << tile.zoom);
    ++tiles;
  });
  EXPECT_EQ(tiles, 1 + 4 + 16);
}

}  // namespace
}  // namespace wza::gis
