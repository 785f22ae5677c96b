// SPDX-License-Identifier: Apache-2.0
// The grid against the edges themselves, on shapes made to be hard for it.
#include "gis/geo/area_grid.h"

#include "tests/gis/geo/drawn_towns.h"

#include <gtest/gtest.h>

#include <random>

namespace wza::gis {
namespace {

using Answer = std::vector<std::pair<std::size_t, Side>>;

Answer by_grid(AreaGrid const &grid, Point p) {
  Answer out;
  grid.visit(p, [&](std::size_t area, Side side) { return out.emplace_back(area, side), true; });
  return out;
}

Answer by_edges(std::vector<MultiPolygon> const &areas, Point p) {
  Answer out;
  for (std::size_t i = 0; i < areas.size(); ++i) {
    if (auto const side = locate(areas[i], p); side != Side::outside) out.emplace_back(i, side);
  }
  return out;
}

/// Random points, all vertices and their neighbours.
void expect_agreement(std::vector<MultiPolygon> const &areas, int points) {
  std::vector<MultiPolygon const *> pointers;
  std::vector<Point> asked;
  std::optional<Box> box;
  for (auto const &area : areas) {
    pointers.push_back(&area);
    for_each_edge(area, [&](Point a, Point) {
      for (std::int32_t dx = -1; dx <= 1; ++dx) {
        for (std::int32_t dy = -1; dy <= 1; ++dy)
          asked.push_back({a.lon + dx, a.lat + dy});
      }
      if (!box) box = Box{a, a};
      box->min = {std::min(box->min.lon, a.lon), std::min(box->min.lat, a.lat)};
      box->max = {std::max(box->max.lon, a.lon), std::max(box->max.lat, a.lat)};
    });
  }
  std::mt19937 random(11);
  std::uniform_int_distribution<std::int32_t> lon(box->min.lon, box->max.lon);
  std::uniform_int_distribution<std::int32_t> lat(box->min.lat, box->max.lat);
  for (int i = 0; i < points; ++i)
    asked.push_back({lon(random), lat(random)});
  AreaGrid const grid(pointers);
  for (auto const p : asked)
    ASSERT_EQ(by_grid(grid, p), by_edges(areas, p)) << p.lon << ' ' << p.lat;
}

TEST(AreaGrid, AnswersAsTheEdgesOfDrawnTowns) {
  std::vector<MultiPolygon> areas;
  for (auto const &town : DrawnTowns().towns)
    areas.push_back(town.area);
  expect_agreement(areas, 20000);
}

TEST(AreaGrid, AnswersAsTheEdgesOfStarsOnASmallLattice) {
  // Few positions, many edges: vertices, edges and corners of cells fall together all the time.
  std::mt19937 random(13);
  for (int side : {3, 20, 150, 5000}) {
    std::uniform_int_distribution<std::int32_t> at(-side, side);
    std::vector<MultiPolygon> areas;
    for (int i = 0; i < 6; ++i) {
      Ring ring;
      for (int k = 0; k < 40; ++k)
        ring.push_back({at(random), at(random)});
      areas.push_back({{ring}});
    }
    expect_agreement(areas, 5000);
  }
}

TEST(AreaGrid, AnswersAsTheEdgesOfAreasAsWideAsTheEarth) {
  Ring const sliver{{-1800000000, -900000000}, {1800000000, 899999999}, {1800000000, 900000000}};
  Ring const band{{-1800000000, -10}, {1800000000, 10}, {1800000000, 11}, {-1800000000, 300000000}};
  std::vector<MultiPolygon> const areas{{{sliver}}, {{band}}};
  std::vector<MultiPolygon const *> const pointers{&areas[0], &areas[1]};
  AreaGrid const grid(pointers);
  std::mt19937 random(17);
  std::uniform_int_distribution<std::int32_t> lon(-1800000000, 1800000000);
  for (int i = 0; i < 5000; ++i) {
    // On the diagonal, where both slivers are thinnest.
    Point const p{lon(random), 0};
    Point const near{p.lon, p.lon / 2 + static_cast<std::int32_t>(random() % 5) - 2};
    ASSERT_EQ(by_grid(grid, p), by_edges(areas, p)) << p.lon;
    ASSERT_EQ(by_grid(grid, near), by_edges(areas, near)) << near.lon;
  }
}

TEST(AreaGrid, AreasWithinAreasAllAnswerInTheirOrder) {
  auto const square = [](std::int32_t low, std::int32_t high) {
    return MultiPolygon{{{{low, low}, {high, low}, {high, high}, {low, high}}}};
  };
  expect_agreement({square(400, 600), square(0, 1000), {}, square(300, 700), square(400, 600)},
                   2000);
}

TEST(AreaGrid, AnEmptyOneHoldsNothing) {
  MultiPolygon const none;
  std::vector<MultiPolygon const *> const one{&none};
  EXPECT_TRUE(by_grid(AreaGrid(one), {0, 0}).empty());
  EXPECT_TRUE(AreaGrid().with_border_within({0, 0}, 1e6).empty());
}

}  // namespace
}  // namespace wza::gis
