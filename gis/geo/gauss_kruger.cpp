// SPDX-License-Identifier: Apache-2.0
#include "gis/geo/gauss_kruger.h"

#include "gis/geo/cgcs2000.h"

#include <array>
#include <cmath>
#include <cstddef>
#include <numbers>

namespace wza::gis {
namespace {

constexpr double kN = kFlattening / (2 - kFlattening);
constexpr double kN2 = kN * kN, kN3 = kN2 * kN, kN4 = kN3 * kN;
constexpr double kRadius = kAxis / (1 + kN) * (1 + kN2 / 4 + kN4 / 64);
constexpr double kRadian = std::numbers::pi / 180;
constexpr double kFalseEasting = 500000;
constexpr double kZone = 1e6;

using Series = std::array<double, 4>;
constexpr Series kForward{kN / 2 - 2 * kN2 / 3 + 5 * kN3 / 16 + 41 * kN4 / 180,
                          13 * kN2 / 48 - 3 * kN3 / 5 + 557 * kN4 / 1440,
                          61 * kN3 / 240 - 103 * kN4 / 140, 49561 * kN4 / 161280};
constexpr Series kInverse{kN / 2 - 2 * kN2 / 3 + 37 * kN3 / 96 - kN4 / 360,
                          kN2 / 48 + kN3 / 15 - 437 * kN4 / 1440, 17 * kN3 / 480 - 37 * kN4 / 840,
                          4397 * kN4 / 161280};
constexpr Series kLatitude{2 * kN - 2 * kN2 / 3 - 2 * kN3 + 116 * kN4 / 45,
                           7 * kN2 / 3 - 8 * kN3 / 5 - 227 * kN4 / 45,
                           56 * kN3 / 15 - 136 * kN4 / 35, 4279 * kN4 / 630};

struct Plane {
  double north, east;
};

/// What the series adds at a place of the transverse Mercator plane.
Plane sum(Series const &series, Plane at) {
  Plane out{0, 0};
  for (std::size_t i = 0; i < series.size(); ++i) {
    double const k = 2 * static_cast<double>(i + 1);
    out.north += series[i] * std::sin(k * at.north) * std::cosh(k * at.east);
    out.east += series[i] * std::cos(k * at.north) * std::sinh(k * at.east);
  }
  return out;
}

std::optional<int> meridian_of_zone(int zone) {
  if (zone >= 25 && zone <= 45) return 3 * zone;
  if (zone >= 13 && zone <= 23) return 6 * zone - 3;
  return std::nullopt;
}

}  // namespace

GridMetres to_gauss_kruger(Degrees<Frame::cgcs2000> at, int meridian) {
  double const sine = std::sin(at.lat * kRadian);
  double const lon = (at.lon - meridian) * kRadian;
  double const e = 2 * std::sqrt(kN) / (1 + kN);
  double const t = std::sinh(std::atanh(sine) - e * std::atanh(e * sine));
  Plane const sphere{std::atan2(t, std::cos(lon)), std::atanh(std::sin(lon) / std::hypot(1.0, t))};
  auto const bend = sum(kForward, sphere);
  return {kFalseEasting + kRadius * (sphere.east + bend.east),
          kRadius * (sphere.north + bend.north)};
}

Degrees<Frame::cgcs2000> from_gauss_kruger(GridMetres at, int meridian) {
  Plane const plane{at.north / kRadius, (at.east - kFalseEasting) / kRadius};
  auto const bend = sum(kInverse, plane);
  Plane const sphere{plane.north - bend.north, plane.east - bend.east};
  double const conformal = std::asin(std::sin(sphere.north) / std::cosh(sphere.east));
  double lat = conformal;
  for (std::size_t i = 0; i < kLatitude.size(); ++i)
    lat += kLatitude[i] * std::sin(2 * static_cast<double>(i + 1) * conformal);
  double const lon = std::atan2(std::sinh(sphere.east), std::cos(sphere.north));
  return {meridian + lon / kRadian, lat / kRadian};
}

std::optional<GridMetres> as_zone_metres(double a, double b, std::optional<int> meridian) {
  for (auto const &[east, north] : {GridMetres{a, b}, GridMetres{b, a}}) {
    // From the equator to 63 degrees; an easting with zone number is larger, one without smaller.
    if (!(north > 0 && north < 7e6)) continue;
    if (from_zone_metres({east, north})) return GridMetres{east, north};
    if (meridian && *meridian % 3 == 0 && meridian_of_zone(*meridian / 3) == meridian && east > 0 &&
        east < kZone && north > kZone) {
      return GridMetres{*meridian / 3 * kZone + east, north};
    }
  }
  return std::nullopt;
}

std::optional<Degrees<Frame::cgcs2000>> from_zone_metres(GridMetres at) {
  if (!(at.east >= kZone && at.east < 100 * kZone)) return std::nullopt;
  auto const meridian = meridian_of_zone(static_cast<int>(at.east / kZone));
  if (!meridian) return std::nullopt;
  return from_gauss_kruger({std::fmod(at.east, kZone), at.north}, *meridian);
}

}  // namespace wza::gis
