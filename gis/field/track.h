// SPDX-License-Identifier: Apache-2.0
// Where somebody was at a time, by the tracks of GPS receivers (GPX 1.0 and 1.1, whose positions
// are WGS-84 and whose times are UTC).
#pragma once

#include "db/base/clock.h"
#include "db/base/error.h"
#include "gis/geo/point.h"

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace wza::gis {

struct TrackPoint {
  UtcTime at;
  Degrees<Frame::wgs84> place;
};

/// One file's track.
class Track {
 public:
  /// In any order of time.
  explicit Track(std::vector<TrackPoint> points);
  /// The track points of a GPX file; those without a time are counted and left out. A Problem where
  /// the file cannot be read or no point has a time.
  static Result<Track> read(std::string const &path);

  /// The place of a point of that time, else on the straight line between the points before and
  /// behind it, if they are at most `gap` apart.
  std::optional<Degrees<Frame::wgs84>> at(UtcTime time, std::chrono::seconds gap) const;

  std::size_t size() const { return m_points.size(); }
  std::size_t without_time() const { return m_without_time; }

 private:
  std::vector<TrackPoint> m_points;  ///< by time
  std::size_t m_without_time = 0;
};

/// "2026-03-01T01:30:00", "…Z" or "…+08:00"; without an offset it is UTC, as GPX has it.
std::optional<UtcTime> track_time(std::string_view text);

/// Where the tracks say one was. Nothing where none of them does, or where two that do are more
/// than 100 m apart: whose it was is not known.
std::optional<Degrees<Frame::wgs84>> place_at(std::vector<Track> const &tracks, UtcTime time,
                                              std::chrono::seconds gap);

}  // namespace wza::gis
