// SPDX-License-Identifier: Apache-2.0
// Positions that know their datum. Kept as 1e-7 degree in 32 bits (1.1 cm at the equator), so that
// every geometric predicate on them can be exact; computed with as double degrees. A position of
// one frame does not convert to another by itself: gis/geo/frames.h does it, on request.
#pragma once

#include "db/base/enum_names.h"

#include <cmath>
#include <compare>
#include <cstdint>
#include <optional>

namespace wza::gis {

/// The datums that Chinese positions come in.
enum class Frame : std::uint8_t { wgs84, cgcs2000, gcj02, bd09 };

}  // namespace wza::gis

namespace wza {
template <>
struct Names<gis::Frame> {
  static constexpr std::array kAll{
      Name{gis::Frame::wgs84, "wgs84", "WGS-84（卫星定位原始坐标）",
           "WGS 84 (raw satellite position)"},
      Name{gis::Frame::cgcs2000, "cgcs2000", "CGCS2000（天地图、规划图）",
           "CGCS2000 (Tianditu, planning maps)"},
      Name{gis::Frame::gcj02, "gcj02", "GCJ-02（高德、腾讯地图）", "GCJ-02 (AMap, Tencent maps)"},
      Name{gis::Frame::bd09, "bd09", "BD-09（百度地图）", "BD-09 (Baidu maps)"},
  };
};
static_assert(covers(gis::Frame::bd09));
}  // namespace wza

namespace wza::gis {

/// Degrees, east and north positive, in frame F.
template <Frame F>
struct Degrees {
  double lon = 0, lat = 0;
};

/// A position in frame F, in units of 1e-7 degree.
template <Frame F>
struct Position {
  std::int32_t lon = 0, lat = 0;
  auto operator<=>(Position const &) const = default;

  static constexpr double kPerDegree = 1e7;

  Degrees<F> degrees() const { return {lon / kPerDegree, lat / kPerDegree}; }

  /// The nearest kept position; nothing where `at` is no place on Earth.
  static std::optional<Position> of(Degrees<F> at) {
    if (!(at.lon >= -180 && at.lon <= 180 && at.lat >= -90 && at.lat <= 90)) return std::nullopt;
    return Position{static_cast<std::int32_t>(std::llround(at.lon * kPerDegree)),
                    static_cast<std::int32_t>(std::llround(at.lat * kPerDegree))};
  }
};

/// What the tracker keeps: CGCS2000, EPSG:4490.
using Point = Position<Frame::cgcs2000>;

/// A pair as it came, with the datum that somebody declared for it.
struct RawPair {
  double lon = 0, lat = 0;
  Frame frame{};
};

}  // namespace wza::gis
