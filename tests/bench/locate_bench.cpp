// SPDX-License-Identifier: Apache-2.0
// The district of a point, against GEOS with prepared areas behind an STR tree (the way of PostGIS
// and of most programs). Districts: a sheet of 20 by 20 wavy cells of our own making. A hundred
// thousand random points in their box.
#include "gis/districts/locate.h"

#include <benchmark/benchmark.h>
#include <geos_c.h>

#include <cmath>
#include <random>
#include <vector>

namespace {

using namespace wza;
using namespace wza::gis;

/// A wavy outline with `steps` vertices a side, so that the areas are no mere boxes.
MultiPolygon cell(int column, int row, int steps) {
  auto const at = [&](double x, double y) {
    double const wave = 0.002;
    return Point{static_cast<std::int32_t>((110 + 0.1 * x + wave * std::sin(40 * y)) * 1e7),
                 static_cast<std::int32_t>((24 + 0.1 * y + wave * std::sin(40 * x)) * 1e7)};
  };
  Ring ring;
  for (int side = 0; side < 4; ++side) {
    for (int i = 0; i < steps; ++i) {
      double const t = static_cast<double>(i) / steps;
      double const x = side == 0 ? t : side == 1 ? 1 : side == 2 ? 1 - t : 0;
      double const y = side == 0 ? 0 : side == 1 ? t : side == 2 ? 1 : 1 - t;
      ring.push_back(at(column + x, row + y));
    }
  }
  return {{ring}};
}

std::vector<DistrictArea> const &districts() {
  static std::vector<DistrictArea> const all = [] {
    std::vector<DistrictArea> made;
    for (int row = 0; row < 20; ++row) {
      for (int column = 0; column < 20; ++column) {
        DistrictArea area;
        area.district.code = DistrictCode(std::to_string(990000 + 20 * row + column));
        area.area = cell(column, row, 30);
        made.push_back(std::move(area));
      }
    }
    return made;
  }();
  return all;
}

std::vector<Point> const &points() {
  static std::vector<Point> const all = [] {
    std::mt19937 random(7);
    std::uniform_real_distribution<double> lon(110, 112), lat(24, 26);
    std::vector<Point> made;
    for (int i = 0; i < 100'000; ++i) {
      made.push_back({static_cast<std::int32_t>(lon(random) * 1e7),
                      static_cast<std::int32_t>(lat(random) * 1e7)});
    }
    return made;
  }();
  return all;
}

void ours(benchmark::State &state) {
  DistrictIndex const index(districts());
  for (auto _ : state) {
    std::size_t found = 0;
    for (Point const p : points())
      found += index.locate(p).has_value();
    benchmark::DoNotOptimize(found);
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(points().size() * state.iterations()));
}

/// The districts as GEOS wants them; freed with the process.
struct Geos {
  GEOSContextHandle_t handle = GEOS_init_r();
  GEOSSTRtree *tree = GEOSSTRtree_create_r(handle, 10);
  std::vector<GEOSPreparedGeometry const *> prepared;

  Geos() {
    prepared.reserve(districts().size());  // the tree keeps pointers to its elements
    for (DistrictArea const &district : districts()) {
      Ring ring = district.area[0][0];
      ring.push_back(ring.front());
      auto *line = GEOSCoordSeq_create_r(handle, static_cast<unsigned>(ring.size()), 2);
      for (unsigned i = 0; i < ring.size(); ++i) {
        GEOSCoordSeq_setXY_r(handle, line, i, ring[i].lon / 1e7, ring[i].lat / 1e7);
      }
      auto *area =
          GEOSGeom_createPolygon_r(handle, GEOSGeom_createLinearRing_r(handle, line), nullptr, 0);
      prepared.push_back(GEOSPrepare_r(handle, area));
      GEOSSTRtree_insert_r(handle, tree, area, &prepared.back());
    }
  }
};

void geos(benchmark::State &state) {
  static Geos const geos;
  struct Query {
    GEOSGeometry *point;
    bool found;
  };
  for (auto _ : state) {
    std::size_t found = 0;
    for (Point const p : points()) {
      Query query{GEOSGeom_createPointFromXY_r(geos.handle, p.lon / 1e7, p.lat / 1e7), false};
      GEOSSTRtree_query_r(
          geos.handle, geos.tree, query.point,
          [](void *item, void *data) {
            auto *asked = static_cast<Query *>(data);
            auto const *area = *static_cast<GEOSPreparedGeometry const **>(item);
            if (!asked->found) {
              asked->found = GEOSPreparedContains_r(geos.handle, area, asked->point) == 1;
            }
          },
          &query);
      found += query.found;
      GEOSGeom_destroy_r(geos.handle, query.point);
    }
    benchmark::DoNotOptimize(found);
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(points().size() * state.iterations()));
}

BENCHMARK(ours)->Name("locate/ours")->Unit(benchmark::kMillisecond);
BENCHMARK(geos)->Name("locate/GEOS, prepared, STR tree")->Unit(benchmark::kMillisecond);

}  // namespace
