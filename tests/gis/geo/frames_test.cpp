// SPDX-License-Identifier: Apache-2.0
#include "gis/geo/frames.h"

#include "gis/geo/geodesic.h"
#include "gis/io/read_layer.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <type_traits>

namespace wza::gis {
namespace {

using Wgs = Degrees<Frame::wgs84>;

static_assert(!std::is_convertible_v<Degrees<Frame::gcj02>, Degrees<Frame::wgs84>>);
static_assert(!std::is_assignable_v<Point &, Position<Frame::gcj02>>);

double metres(double lon1, double lat1, double lon2, double lat2) {
  return distance(*Point::of({lon1, lat1}), *Point::of({lon2, lat2}));
}

TEST(Frames, ShiftOfGcj02MatchesWhatWasMeasuredInFiveCities) {
  // Metres from WGS-84 to GCJ-02 in Guilin, Yulin, Ziyang, Beilin, Fogang, as public converters
  // give.
  struct City {
    double lon, lat, shift;
  };
  for (auto const city :
       {City{110.29, 25.274, 558}, City{110.15, 22.63, 554}, City{104.63, 30.13, 392},
        City{108.94, 34.25, 463}, City{113.53, 23.88, 616}}) {
    auto const there = to_gcj02(Wgs{city.lon, city.lat});
    EXPECT_NEAR(metres(city.lon, city.lat, there.lon, there.lat), city.shift, 15) << city.lon;
  }
}

TEST(Frames, RoundTripsStayBelowABillionthOfADegree) {
  std::mt19937 random(7);
  std::uniform_real_distribution<double> lon(100, 120);
  std::uniform_real_distribution<double> lat(23, 40);
  for (int i = 0; i < 20000; ++i) {
    Wgs const at{lon(random), lat(random)};
    auto const by_gcj = to_wgs84(to_gcj02(at));
    auto const by_bd = to_wgs84(to_bd09(at));
    ASSERT_NEAR(by_gcj.lon, at.lon, 1e-9);
    ASSERT_NEAR(by_gcj.lat, at.lat, 1e-9);
    ASSERT_NEAR(by_bd.lon, at.lon, 1e-9);
    ASSERT_NEAR(by_bd.lat, at.lat, 1e-9);
  }
}

TEST(Frames, NothingIsShiftedOutsideTheArea) {
  for (auto const at : {Wgs{126.98, 37.57}, Wgs{106.9, 47.9}, Wgs{89.64, 27.47}, Wgs{105.85, 21.03},
                        Wgs{121.56, 25.04}, Wgs{131.9, 43.12}, Wgs{76.93, 43.24}, Wgs{85.32, 27.71},
                        Wgs{125.75, 39.02}, Wgs{102.6, 17.97}, Wgs{127.68, 26.21}, Wgs{2.35, 48.85},
                        Wgs{-0.13, 51.5}}) {
    EXPECT_EQ(to_gcj02(at).lon, at.lon);
    EXPECT_EQ(to_bd09(at).lat, at.lat);
    EXPECT_EQ(to_wgs84(Degrees<Frame::bd09>{at.lon, at.lat}).lon, at.lon);
  }
  EXPECT_NE(to_gcj02(Wgs{116.39, 39.91}).lon, 116.39);
}

TEST(Frames, HongKongAndMacauAreShiftedAsTheMapServicesDoWithoutAJumpAtTheirBorder) {
  // Kowloon, Hong Kong Island, Macau, Coloane, and Shenzhen and Zhuhai on the other side.
  for (auto const at : {Wgs{114.17, 22.32}, Wgs{114.16, 22.25}, Wgs{113.55, 22.20},
                        Wgs{113.56, 22.12}, Wgs{114.11, 22.54}, Wgs{113.54, 22.22}}) {
    auto const there = to_gcj02(at);
    EXPECT_NEAR(metres(at.lon, at.lat, there.lon, there.lat), 600, 60) << at.lon;
    EXPECT_NEAR(to_wgs84(there).lon, at.lon, 1e-9);
  }
  Wgs const taipei{121.56, 25.04};
  EXPECT_EQ(to_gcj02(taipei).lon, taipei.lon);
}

TEST(Frames, RoundTripsStayBelowABillionthOfADegreeAllOverTheShiftedArea) {
  int shifted = 0;
  for (double lon = 73; lon < 136; lon += 0.37) {
    for (double lat = 16; lat < 54; lat += 0.31) {
      Wgs const at{lon, lat};
      bool const inside = is_shifted_area(at);
      // Within a shift of the outline a shifted and an unshifted place may be shown as one.
      bool on_outline = false;
      for (double dx : {-0.01, 0.01}) {
        for (double dy : {-0.01, 0.01})
          on_outline |= is_shifted_area({lon + dx, lat + dy}) != inside;
      }
      if (on_outline) continue;
      shifted += inside ? 1 : 0;
      auto const gcj = to_gcj02(at);
      ASSERT_NEAR(to_wgs84(gcj).lon, lon, 1e-9);
      ASSERT_NEAR(to_wgs84(gcj).lat, lat, 1e-9);
      auto const bd = to_bd09(gcj);
      ASSERT_NEAR(to_gcj02(bd).lon, gcj.lon, 1e-9);
      ASSERT_NEAR(to_gcj02(bd).lat, gcj.lat, 1e-9);
    }
  }
  EXPECT_GT(shifted, 5000);
}

TEST(Frames, BordersOfRealCountiesAreShiftedAndComeBack) {
  auto const *path = std::getenv("WZA_TEST_COUNTIES");
  if (path == nullptr) GTEST_SKIP() << "WZA_TEST_COUNTIES names no file of districts";
  auto const table = read_layer(path, {.layer = {}, .repair_areas = false});
  ASSERT_TRUE(table);
  std::size_t points = 0;
  double worst = 0;
  auto const check = [&](RawPoint raw) {
    Wgs const at{raw.lon, raw.lat};
    if (at.lon > 119.2 && at.lon < 122.2 && at.lat > 21.8 && at.lat < 25.7) return;  // Taiwan
    ++points;
    ASSERT_TRUE(is_shifted_area(at)) << at.lon << ' ' << at.lat;
    auto const by_gcj = to_wgs84(to_gcj02(at)), by_bd = to_wgs84(to_bd09(at));
    for (double const off :
         {by_gcj.lon - at.lon, by_gcj.lat - at.lat, by_bd.lon - at.lon, by_bd.lat - at.lat})
      worst = std::max(worst, std::abs(off));
  };
  for (auto const &row : table->rows) {
    for (auto const &part : std::get<RawArea>(*row.geometry)) {
      for (auto const &ring : part)
        std::for_each(ring.begin(), ring.end(), check);
    }
  }
  std::printf("%zu vertices, worst round trip %.1e degree\n", points, worst);
  EXPECT_GT(points, 1000U);
  EXPECT_LT(worst, 1e-9);
}

TEST(Frames, TheOperatorMayForbidToConvertBack) {
  EXPECT_TRUE(may_convert(Frame::gcj02));
  forbid_inverse_shift(true);
  EXPECT_FALSE(may_convert(Frame::gcj02));
  EXPECT_FALSE(may_convert(Frame::bd09));
  EXPECT_TRUE(may_convert(Frame::wgs84));
  EXPECT_TRUE(may_convert(Frame::cgcs2000));
  forbid_inverse_shift(false);
}

TEST(Frames, MetresOfAZoneReachDegrees) {
  auto const at = to_cgcs2000(RawPair{38452132.061938, 2642077.251972, Frame::cgcs2000});
  EXPECT_NEAR(at.lon, 113.53, 1e-9);
  EXPECT_NEAR(at.lat, 23.88, 1e-9);
}

TEST(Frames, EveryFrameReachesTheTrackersOwn) {
  auto const gcj = to_gcj02(Wgs{113.53, 23.88});
  auto const back = to_cgcs2000(RawPair{gcj.lon, gcj.lat, Frame::gcj02});
  EXPECT_NEAR(back.lon, 113.53, 1e-9);
  EXPECT_EQ(to_cgcs2000(RawPair{113.53, 23.88, Frame::wgs84}).lon, 113.53);
}

TEST(Point, PlacesOffTheEarthAreNoPositions) {
  EXPECT_FALSE(Point::of({181, 0}));
  EXPECT_FALSE(Point::of({0, 91}));
  EXPECT_FALSE(Point::of({std::nan(""), 0}));
  EXPECT_EQ(Point::of({-180, -90})->lon, -1800000000);
}

TEST(Geodesic, KnownDistances) {
  // One degree of the meridian at the equator and of the equator itself, GRS80.
  EXPECT_NEAR(metres(110, 0, 110, 1), 110574.389, 0.01);
  EXPECT_NEAR(metres(110, 0, 111, 0), 111319.491, 0.01);
  EXPECT_EQ(metres(110, 20, 110, 20), 0);
  EXPECT_NEAR(metres(0, 0, 179.9, 0.1), 20000000, 100000);
}

}  // namespace
}  // namespace wza::gis
