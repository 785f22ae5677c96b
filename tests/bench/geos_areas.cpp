// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/geos_areas.h"

#include <cmath>
#include <string>

namespace wza::bench {
namespace {

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

}  // namespace

std::vector<DistrictArea> const &drawn_districts() {
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

GEOSGeometry *GeosAreas::ring_of(Ring ring) const {
  ring.push_back(ring.front());
  auto *line = GEOSCoordSeq_create_r(m_handle, static_cast<unsigned>(ring.size()), 2);
  for (unsigned i = 0; i < ring.size(); ++i) {
    auto const [lon, lat] = ring[i].degrees();
    GEOSCoordSeq_setXY_r(m_handle, line, i, lon, lat);
  }
  return GEOSGeom_createLinearRing_r(m_handle, line);
}

GEOSGeometry *GeosAreas::area_of(MultiPolygon const &area) const {
  std::vector<GEOSGeometry *> parts;
  for (auto const &polygon : area) {
    std::vector<GEOSGeometry *> holes;
    for (std::size_t i = 1; i < polygon.size(); ++i)
      holes.push_back(ring_of(polygon[i]));
    parts.push_back(GEOSGeom_createPolygon_r(m_handle, ring_of(polygon.front()), holes.data(),
                                             static_cast<unsigned>(holes.size())));
  }
  return GEOSGeom_createCollection_r(m_handle, GEOS_MULTIPOLYGON, parts.data(),
                                     static_cast<unsigned>(parts.size()));
}

GeosAreas::GeosAreas(std::vector<DistrictArea> const &areas)
    : m_handle(GEOS_init_r()), m_tree(GEOSSTRtree_create_r(m_handle, 10)) {
  m_prepared.reserve(areas.size());  // the tree keeps pointers to its elements
  for (auto const &district : areas) {
    auto *area = area_of(district.area);
    m_prepared.push_back(GEOSPrepare_r(m_handle, area));
    GEOSSTRtree_insert_r(m_handle, m_tree, area, &m_prepared.back());
  }
}

std::optional<std::size_t> GeosAreas::locate(double lon, double lat) const {
  struct Query {
    GeosAreas const &geos;
    GEOSGeometry *point;
    std::optional<std::size_t> found;
  };
  Query query{*this, GEOSGeom_createPointFromXY_r(m_handle, lon, lat), {}};
  GEOSSTRtree_query_r(
      m_handle, m_tree, query.point,
      [](void *item, void *data) {
        auto &[geos, point, found] = *static_cast<Query *>(data);
        auto const *area = static_cast<GEOSPreparedGeometry const **>(item);
        if (!found && GEOSPreparedContains_r(geos.m_handle, *area, point) == 1)
          found = static_cast<std::size_t>(area - geos.m_prepared.data());
      },
      &query);
  GEOSGeom_destroy_r(m_handle, query.point);
  return query.found;
}

}  // namespace wza::bench
