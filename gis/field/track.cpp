// SPDX-License-Identifier: Apache-2.0
#include "gis/field/track.h"

#include "gis/geo/frames.h"
#include "gis/geo/geodesic.h"
#include "gis/io/photo.h"
#include "gis/io/read_layer.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace wza::gis {
namespace {

/// Two receivers of one team are not farther apart.
constexpr double kTogether = 100;

/// What GDAL's driver calls the points of tracks.
constexpr char const *kLayer = "track_points";

Problem no_track(std::string const &path) {
  return {ProblemCode::missing_value,
          path,
          "",
          std::nullopt,
          {"文件里没有带时间的轨迹点。", "The file has no track points with a time."},
          {"请从手机或接收机导出带时间的 GPX 轨迹；航线和航点不能用来定位照片。",
           "Export a GPX track with times; routes and waypoints cannot place photos."}};
}

}  // namespace

std::optional<UtcTime> track_time(std::string_view text) {
  constexpr std::size_t kSeconds = std::string_view("2026-03-01T01:30:00").size();
  if (text.size() < kSeconds) return std::nullopt;
  auto time = UtcTime::parse(fmt::format("{}Z", text.substr(0, kSeconds)));
  auto const zone = text.substr(kSeconds);
  if (!time || zone.empty() || zone == "Z") return time;
  auto const offset = utc_offset(zone);
  if (!offset) return std::nullopt;
  return UtcTime{time->value - *offset};
}

Track::Track(std::vector<TrackPoint> points) : m_points(std::move(points)) {
  std::ranges::stable_sort(m_points, {}, &TrackPoint::at);
}

Result<Track> Track::read(std::string const &path) {
  ReadOptions options;
  options.layer = kLayer;
  auto const table = read_layer(path, options);
  if (!table) {
    // No rows: a file of routes or waypoints.
    return table.problem().code == ProblemCode::missing_value ? no_track(path) : table.problem();
  }
  auto const column = std::ranges::find(table->columns, "time", &Column::name);
  if (column == table->columns.end()) return no_track(path);
  auto const place = static_cast<std::size_t>(column - table->columns.begin());
  std::vector<TrackPoint> points;
  for (Row const &row : table->rows) {
    auto const *at = row.geometry ? std::get_if<RawPoint>(&*row.geometry) : nullptr;
    auto const time = track_time(row.cells[place]);
    if (at != nullptr && time) points.push_back({*time, {at->lon, at->lat}});
  }
  if (points.empty()) return no_track(path);
  Track track(std::move(points));
  track.m_without_time = table->rows.size() - track.size();
  return track;
}

std::optional<Degrees<Frame::wgs84>> Track::at(UtcTime time, std::chrono::seconds gap) const {
  auto const behind = std::ranges::lower_bound(m_points, time, {}, &TrackPoint::at);
  if (behind == m_points.end()) return std::nullopt;
  if (behind->at == time) return behind->place;
  if (behind == m_points.begin()) return std::nullopt;
  auto const before = behind - 1;
  auto const between = behind->at.value - before->at.value;
  if (between > gap) return std::nullopt;
  double const share = static_cast<double>((time.value - before->at.value).count()) /
                       static_cast<double>(between.count());
  auto const &a = before->place, &b = behind->place;
  return Degrees<Frame::wgs84>{a.lon + share * (b.lon - a.lon), a.lat + share * (b.lat - a.lat)};
}

std::optional<Degrees<Frame::wgs84>> place_at(std::vector<Track> const &tracks, UtcTime time,
                                              std::chrono::seconds gap) {
  std::optional<Degrees<Frame::wgs84>> found;
  for (Track const &track : tracks) {
    auto const place = track.at(time, gap);
    if (!place) continue;
    if (!found) {
      found = place;
      continue;
    }
    auto const a = Point::of(to_cgcs2000(*found)), b = Point::of(to_cgcs2000(*place));
    if (!a || !b || distance(*a, *b) > kTogether) return std::nullopt;
  }
  return found;
}

}  // namespace wza::gis
