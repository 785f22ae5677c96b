// SPDX-License-Identifier: Apache-2.0
// Our own projection against PROJ's, zone by zone.
#include "gis/geo/gauss_kruger.h"

#include <gtest/gtest.h>
#include <ogr_spatialref.h>

#include <memory>
#include <random>

namespace wza::gis {
namespace {

using Cgcs = Degrees<Frame::cgcs2000>;

/// PROJ's easting and northing in a system of EPSG.
GridMetres by_proj(Cgcs at, int epsg) {
  OGRSpatialReference from, to;
  from.importFromEPSG(4490);
  to.importFromEPSG(epsg);
  from.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
  to.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
  std::unique_ptr<OGRCoordinateTransformation> const way(
      OGRCreateCoordinateTransformation(&from, &to));
  GridMetres out{at.lon, at.lat};
  EXPECT_TRUE(way && way->Transform(1, &out.east, &out.north));
  return out;
}

TEST(GaussKruger, AgreesWithProjInAllZones) {
  std::mt19937 random(29);
  std::uniform_real_distribution<double> off(-1.6, 1.6), lat(3, 54);
  for (int zone = 25; zone <= 45; ++zone) {
    for (int i = 0; i < 5; ++i) {
      Cgcs const at{3 * zone + off(random), lat(random)};
      auto const ours = to_gauss_kruger(at, 3 * zone);
      auto const bare = by_proj(at, 4534 + zone - 25);
      EXPECT_NEAR(ours.east, bare.east, 1e-5);
      EXPECT_NEAR(ours.north, bare.north, 1e-5);
      auto const prefixed = by_proj(at, 4513 + zone - 25);
      auto const back = from_zone_metres(prefixed);
      ASSERT_TRUE(back);
      EXPECT_NEAR(back->lon, at.lon, 1e-9);
      EXPECT_NEAR(back->lat, at.lat, 1e-9);
    }
  }
}

TEST(GaussKruger, TakesEitherOrderAndEitherWayToWriteTheZone) {
  Cgcs const at{113.53, 23.88};  // 3-degree zone 38, meridian 114
  auto const bare = to_gauss_kruger(at, 114);
  for (auto const &[a, b, meridian] :
       {std::tuple{38e6 + bare.east, bare.north, std::optional<int>()},
        std::tuple{bare.north, 38e6 + bare.east, std::optional<int>()},
        std::tuple{bare.north, bare.east, std::optional(114)},
        std::tuple{bare.east, bare.north, std::optional(114)}}) {
    auto const zoned = as_zone_metres(a, b, meridian);
    ASSERT_TRUE(zoned);
    EXPECT_NEAR(zoned->east, 38e6 + bare.east, 1e-6);
    EXPECT_NEAR(from_zone_metres(*zoned)->lon, at.lon, 1e-9);
  }
  auto const wide = to_gauss_kruger(at, 111);
  EXPECT_NEAR(from_zone_metres({19e6 + wide.east, wide.north})->lon, at.lon, 1e-9);
}

TEST(GaussKruger, WhatIsNoPlaceOfAZoneIsNone) {
  EXPECT_FALSE(as_zone_metres(500000, 2600000, std::nullopt)) << "the zone is not known";
  EXPECT_FALSE(as_zone_metres(500000, 2600000, 113)) << "no zone has this meridian";
  EXPECT_FALSE(as_zone_metres(113.5, 23.8, 114));
  EXPECT_FALSE(as_zone_metres(24500000, 2600000, std::nullopt)) << "no zone 24";
  EXPECT_FALSE(from_zone_metres({500000, 2600000}));
}

}  // namespace
}  // namespace wza::gis
