// SPDX-License-Identifier: Apache-2.0
#include "gis/geo/polygon.h"

#include "tests/gis/geo/drawn_towns.h"

#include <gtest/gtest.h>

namespace wza::gis {
namespace {

MultiPolygon square(std::int32_t low, std::int32_t high) {
  return {{{{low, low}, {high, low}, {high, high}, {low, high}}}};
}

TEST(Polygon, VerticesAndEdgesAreBorder) {
  auto const area = square(0, 10);
  EXPECT_EQ(locate(area, {0, 0}), Side::border);
  EXPECT_EQ(locate(area, {10, 5}), Side::border);
  EXPECT_EQ(locate(area, {5, 5}), Side::inside);
  EXPECT_EQ(locate(area, {11, 10}), Side::outside);
  EXPECT_EQ(locate(area, {-1, 0}), Side::outside);
}

TEST(Polygon, SlantedEdgesAreExactAcrossTheWholeEarth) {
  // A sliver between opposite corners: doubles cannot tell the sides apart here.
  MultiPolygon const area{
      {{{-1800000000, -900000000}, {1800000000, 899999999}, {1800000000, 900000000}}}};
  EXPECT_EQ(locate(area, {1799999998, 899999998}), Side::border);
  EXPECT_EQ(locate(area, {0, 1}), Side::outside);
  EXPECT_EQ(locate(area, {0, -2}), Side::outside);
}

TEST(Polygon, HolesAreOutside) {
  auto area = square(0, 100);
  area[0].push_back({{40, 40}, {60, 40}, {60, 60}, {40, 60}});
  EXPECT_EQ(locate(area, {50, 50}), Side::outside);
  EXPECT_EQ(locate(area, {40, 50}), Side::border);
  EXPECT_EQ(locate(area, {39, 50}), Side::inside);
}

TEST(Polygon, TheInnerPointLiesInside) {
  for (auto const &town : DrawnTowns().towns) {
    auto const point = inner_point(town.area);
    ASSERT_TRUE(point);
    EXPECT_EQ(locate(town.area, *point), Side::inside);
  }
  // A horseshoe, whose centroid lies outside.
  MultiPolygon const shoe{
      {{{0, 0}, {300, 0}, {300, 300}, {200, 300}, {200, 100}, {100, 100}, {100, 300}, {0, 300}}}};
  EXPECT_EQ(locate(shoe, *inner_point(shoe)), Side::inside);
  EXPECT_FALSE(inner_point({}));
}

TEST(Polygon, SimplifyingKeepsCornersAndDropsWiggles) {
  Ring const ring{{0, 0}, {50, 1}, {100, 0}, {100, 100}, {50, 99}, {0, 100}};
  EXPECT_EQ(simplified(ring, 5), (Ring{{0, 0}, {100, 0}, {100, 100}, {0, 100}}));
  EXPECT_EQ(simplified(ring, 0.5), ring);
}

TEST(Polygon, AreasAreRightToAPerMille) {
  // One degree square at the equator: 12,364 km² on the authalic sphere.
  EXPECT_NEAR(area_of(square(0, 10000000)[0]) / 1e6, 12364, 15);
}

}  // namespace
}  // namespace wza::gis
