// SPDX-License-Identifier: Apache-2.0
#include "gis/geo/frames.h"

#include "gis/geo/gauss_kruger.h"

#include <array>
#include <atomic>
#include <cmath>
#include <cstddef>
#include <numbers>

namespace wza::gis {
namespace {

constexpr double kPi = std::numbers::pi;
constexpr double kKrassowskyAxis = 6378245.0;             // Krassowsky 1940, metres
constexpr double kEccentricity = 0.00669342162296594323;  // squared
constexpr double kBaidu = kPi * 3000 / 180;

struct Corner {
  double lon, lat;
};

// Drawn by hand in half degrees along the outside of the area that the services shift.
constexpr std::array kShifted{
    Corner{73.0, 39.0},  Corner{74.5, 37.0},  Corner{75.5, 36.0},  Corner{77.5, 35.0},
    Corner{78.0, 32.5},  Corner{78.5, 31.0},  Corner{80.5, 30.0},  Corner{82.0, 29.8},
    Corner{84.0, 28.5},  Corner{86.0, 27.7},  Corner{88.0, 27.5},  Corner{88.9, 27.0},
    Corner{89.5, 27.8},  Corner{91.0, 27.7},  Corner{91.5, 26.5},  Corner{94.0, 26.5},
    Corner{97.0, 27.2},  Corner{98.0, 27.2},  Corner{98.2, 25.7},  Corner{97.3, 24.8},
    Corner{97.3, 23.6},  Corner{98.5, 23.6},  Corner{98.6, 22.0},  Corner{100.0, 21.2},
    Corner{101.0, 21.0}, Corner{102.2, 21.0}, Corner{102.2, 22.1}, Corner{103.8, 22.2},
    Corner{105.5, 22.8}, Corner{106.3, 22.5}, Corner{106.5, 21.7}, Corner{108.0, 21.2},
    Corner{108.0, 17.8}, Corner{111.0, 15.5}, Corner{113.5, 15.5}, Corner{118.0, 20.0},
    Corner{118.3, 23.8}, Corner{120.6, 26.0}, Corner{124.5, 28.0}, Corner{124.5, 32.0},
    Corner{123.0, 37.5}, Corner{123.9, 39.2}, Corner{125.0, 40.3}, Corner{126.0, 40.7},
    Corner{126.5, 41.2}, Corner{128.5, 41.2}, Corner{129.0, 41.8}, Corner{130.0, 41.8},
    Corner{131.0, 42.3}, Corner{131.7, 43.3}, Corner{131.6, 44.6}, Corner{133.4, 44.6},
    Corner{135.5, 48.6}, Corner{131.0, 48.6}, Corner{130.5, 50.0}, Corner{126.8, 53.2},
    Corner{123.0, 53.9}, Corner{120.0, 53.6}, Corner{119.2, 50.6}, Corner{116.0, 50.4},
    Corner{115.2, 48.4}, Corner{115.2, 47.4}, Corner{118.0, 47.6}, Corner{118.5, 46.9},
    Corner{117.0, 46.8}, Corner{115.5, 46.0}, Corner{113.0, 45.4}, Corner{111.2, 45.4},
    Corner{111.2, 44.0}, Corner{109.5, 42.8}, Corner{107.2, 42.7}, Corner{105.0, 42.0},
    Corner{100.5, 43.0}, Corner{96.3, 43.3},  Corner{95.8, 44.7},  Corner{91.5, 45.5},
    Corner{91.2, 47.2},  Corner{88.0, 49.3},  Corner{86.5, 49.4},  Corner{85.0, 48.0},
    Corner{84.8, 47.4},  Corner{82.5, 47.4},  Corner{81.8, 45.6},  Corner{79.6, 45.2},
    Corner{80.0, 43.0},  Corner{79.6, 42.3},  Corner{76.0, 40.8},  Corner{73.4, 40.2}};

struct Shift {
  double lon, lat;
};

/// The offset that GCJ-02 adds, in degrees, at a WGS-84 position.
Shift gcj_shift(double lon, double lat) {
  double const x = lon - 105;
  double const y = lat - 35;
  double const root = std::sqrt(std::abs(x));
  double const wave = (20 * std::sin(6 * x * kPi) + 20 * std::sin(2 * x * kPi)) * 2 / 3;
  double const north = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * root + wave +
                       (20 * std::sin(y * kPi) + 40 * std::sin(y / 3 * kPi)) * 2 / 3 +
                       (160 * std::sin(y / 12 * kPi) + 320 * std::sin(y * kPi / 30)) * 2 / 3;
  double const east = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * root + wave +
                      (20 * std::sin(x * kPi) + 40 * std::sin(x / 3 * kPi)) * 2 / 3 +
                      (150 * std::sin(x / 12 * kPi) + 300 * std::sin(x / 30 * kPi)) * 2 / 3;
  double const phi = lat / 180 * kPi;
  double const sine = std::sin(phi);
  double const magic = 1 - kEccentricity * sine * sine;
  double const meridian = kKrassowskyAxis * (1 - kEccentricity) / (magic * std::sqrt(magic));
  double const parallel = kKrassowskyAxis / std::sqrt(magic) * std::cos(phi);
  return {east * 180 / (parallel * kPi), north * 180 / (meridian * kPi)};
}

Corner baidu(double lon, double lat) {
  double const z = std::hypot(lon, lat) + 0.00002 * std::sin(lat * kBaidu);
  double const theta = std::atan2(lat, lon) + 0.000003 * std::cos(lon * kBaidu);
  return {z * std::cos(theta) + 0.0065, z * std::sin(theta) + 0.006};
}

// Five steps reach 6e-14 degree for GCJ-02, four reach 9e-11 for BD-09.
constexpr int kSteps = 8;

std::atomic<bool> inverse_forbidden = false;

}  // namespace

bool is_shifted_area(Degrees<Frame::wgs84> at) {
  bool inside = false;
  for (std::size_t i = 0, j = kShifted.size() - 1; i < kShifted.size(); j = i++) {
    auto const &a = kShifted[i];
    auto const &b = kShifted[j];
    if ((a.lat > at.lat) == (b.lat > at.lat)) continue;
    if (at.lon < (b.lon - a.lon) * (at.lat - a.lat) / (b.lat - a.lat) + a.lon) inside = !inside;
  }
  return inside;
}

Degrees<Frame::gcj02> to_gcj02(Degrees<Frame::wgs84> at) {
  if (!is_shifted_area(at)) return {at.lon, at.lat};
  auto const shift = gcj_shift(at.lon, at.lat);
  return {at.lon + shift.lon, at.lat + shift.lat};
}

Degrees<Frame::wgs84> to_wgs84(Degrees<Frame::gcj02> at) {
  Degrees<Frame::wgs84> guess{at.lon, at.lat};
  for (int step = 0; step < kSteps; ++step) {
    auto const shift = gcj_shift(guess.lon, guess.lat);
    guess = {at.lon - shift.lon, at.lat - shift.lat};
  }
  // Judged by where the position really is, so that it is the exact inverse of to_gcj02.
  return is_shifted_area(guess) ? guess : Degrees<Frame::wgs84>{at.lon, at.lat};
}

Degrees<Frame::bd09> to_bd09(Degrees<Frame::gcj02> at) {
  auto const shifted = baidu(at.lon, at.lat);
  return {shifted.lon, shifted.lat};
}

Degrees<Frame::gcj02> to_gcj02(Degrees<Frame::bd09> at) {
  Degrees<Frame::gcj02> guess{at.lon - 0.0065, at.lat - 0.006};
  for (int step = 0; step < kSteps; ++step) {
    auto const shifted = baidu(guess.lon, guess.lat);
    guess = {guess.lon - (shifted.lon - at.lon), guess.lat - (shifted.lat - at.lat)};
  }
  return guess;
}

Degrees<Frame::bd09> to_bd09(Degrees<Frame::wgs84> at) {
  // Outside the shifted area Baidu's maps are plain WGS-84 as well.
  if (!is_shifted_area(at)) return {at.lon, at.lat};
  return to_bd09(to_gcj02(at));
}

Degrees<Frame::wgs84> to_wgs84(Degrees<Frame::bd09> at) {
  auto const inside = to_wgs84(to_gcj02(at));
  return is_shifted_area(inside) ? inside : Degrees<Frame::wgs84>{at.lon, at.lat};
}

bool may_convert(Frame from) {
  return !inverse_forbidden || from == Frame::wgs84 || from == Frame::cgcs2000;
}

void forbid_inverse_shift(bool forbidden) {
  inverse_forbidden = forbidden;
}

Degrees<Frame::cgcs2000> to_cgcs2000(RawPair const &pair) {
  switch (pair.frame) {
    case Frame::cgcs2000:
      if (auto const placed = from_zone_metres({pair.lon, pair.lat})) return *placed;
      [[fallthrough]];
    case Frame::wgs84:
      return {pair.lon, pair.lat};
    case Frame::gcj02:
      return to_cgcs2000(to_wgs84(Degrees<Frame::gcj02>{pair.lon, pair.lat}));
    case Frame::bd09:
      return to_cgcs2000(to_wgs84(Degrees<Frame::bd09>{pair.lon, pair.lat}));
  }
  return {pair.lon, pair.lat};
}

}  // namespace wza::gis
