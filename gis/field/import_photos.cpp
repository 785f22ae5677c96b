// SPDX-License-Identifier: Apache-2.0
#include "gis/field/import_photos.h"

#include "db/base/digest.h"
#include "db/base/file.h"
#include "db/base/harmless.h"
#include "db/sqlite/transaction.h"
#include "db/store/facilities.h"
#include "db/store/photos.h"
#include "db/store/runs.h"
#include "gis/field/photo_match.h"
#include "gis/field/track.h"
#include "gis/geo/frames.h"
#include "gis/geo/geodesic.h"
#include "gis/io/jpeg.h"
#include "gis/io/photo.h"
#include "gis/io/photo_files.h"
#include "gis/io/read_layer.h"

#include <fmt/format.h>

#include <filesystem>
#include <utility>

namespace wza::gis {
namespace {

namespace fs = std::filesystem;

/// A photo that is farther than this from the facility that its name names deserves a second look.
constexpr double kFarAway = 500;
/// A photo that says to have been farther than this from the track may have a wrong clock.
constexpr double kOffTrack = 100;
/// How many photos a note names.
constexpr std::size_t kMostNamed = 10;

/// Photos that a note tells of, by name.
class Named {
 public:
  void add(std::string name) {
    if (++m_count <= kMostNamed) m_names.push_back(std::move(name));
  }
  /// `words` with the number and the names filled in; nothing where there are none.
  void tell(std::vector<Text> &notes, Text const &words) const {
    if (m_count == 0) return;
    bool const all = m_count == m_names.size();
    auto const filled = [&](std::string const &text, char const *separator) {
      return fmt::format(fmt::runtime(text), m_count,
                         fmt::format("{}{}", fmt::join(m_names, separator), all ? "" : " …"));
    };
    notes.push_back({filled(words.zh, "、"), filled(words.en, ", ")});
  }

 private:
  std::size_t m_count = 0;
  std::vector<std::string> m_names;
};

struct ReadPhoto {
  Photo photo;
  std::string content;
};

class PhotoReader {
 public:
  PhotoReader(Tracker &tracker, PhotoOptions const &options, std::vector<Track> tracks)
      : m_matcher(FacilityStore(tracker).all()),
        m_datum(options.datum.value_or(Frame::wgs84)),
        m_options(options),
        m_tracks(std::move(tracks)) {}

  Result<ReadPhoto> read(std::string const &path) {
    auto const facts = read_photo(path, m_options.utc_offset);
    if (!facts) return facts.problem();
    auto const bytes = bytes_of_file(path);
    auto content = bytes ? without_metadata(*bytes, facts->orientation) : std::nullopt;
    if (!content) {
      return Problem{ProblemCode::unreadable,
                     path,
                     "",
                     std::nullopt,
                     {"照片没有存完整。", "The photo is not whole."},
                     {"请从手机或相机重新复制。", "Copy it from the phone or camera again."}};
    }
    Camera const camera = camera_of(*facts, harmless(fs::path(path).filename().string()));
    auto const subject = m_matcher.match(fs::path(path).stem().string(),
                                         fs::path(path).parent_path().filename().string(),
                                         camera.at, facts->accuracy);
    if (!subject) {
      Problem problem = subject.problem();
      problem.where = path;
      return problem;
    }
    ReadPhoto out{{}, *std::move(content)};
    out.photo = {sha256(*bytes),     harmless(fs::path(path).filename().string()),
                 subject->facility,  subject->component,
                 subject->matched,   facts->taken_at,
                 camera.raw,         subject->distance,
                 facts->width,       facts->height,
                 facts->orientation, camera.from};
    return out;
  }

  void add_notes(std::vector<Text> &notes) const {
    m_nowhere.tell(
        notes,
        {"{} 张照片在轨迹上找不到位置（没有拍摄时间、前后轨迹点相隔太久，或几条轨迹不一致）："
         "{}。",
         "{} photos are nowhere on the tracks (no time, track points too far apart in time, "
         "or tracks that disagree): {}."});
    m_off_track.tell(
        notes,
        {"{} 张照片自带的位置离轨迹超过 100 米，时钟或 --utc-offset 可能不对：{}。",
         "{} photos have a position of their own more than 100 m off the track; their clock or "
         "--utc-offset may be wrong: {}."});
  }

 private:
  struct Camera {
    std::optional<RawPosition> raw;
    std::optional<CameraSource> from;
    std::optional<Point> at;
  };

  /// Its own position, else that of the track.
  Camera camera_of(PhotoFacts const &facts, std::string const &name) {
    auto const on_track = facts.taken_at && !m_tracks.empty()
                              ? place_at(m_tracks, *facts.taken_at, m_options.gap)
                              : std::nullopt;
    auto const track_point = on_track ? Point::of(to_cgcs2000(*on_track)) : std::nullopt;
    Camera out;
    if (facts.lon) {
      out.raw = RawPosition{*facts.lon, *facts.lat, std::string(key(m_datum)), std::nullopt,
                            facts.accuracy};
      out.from = CameraSource::exif;
      if (may_convert(m_datum))
        out.at = Point::of(to_cgcs2000(RawPair{*facts.lon, *facts.lat, m_datum}));
      if (out.at && track_point && distance(*out.at, *track_point) > kOffTrack)
        m_off_track.add(name);
    } else if (track_point) {
      out.raw = RawPosition{on_track->lon, on_track->lat, std::string(key(Frame::wgs84)),
                            std::nullopt, std::nullopt};
      out.from = CameraSource::track;
      out.at = track_point;
    } else if (!m_tracks.empty()) {
      m_nowhere.add(name);
    }
    return out;
  }

  PhotoMatcher m_matcher;
  Frame m_datum;
  PhotoOptions const &m_options;
  std::vector<Track> m_tracks;
  Named m_nowhere, m_off_track;
};

/// All tracks, with a note of what was left out of them.
Result<std::vector<Track>> tracks_of(std::vector<std::string> const &paths,
                                     std::vector<Text> &notes) {
  std::vector<Track> out;
  for (std::string const &path : paths) {
    auto track = Track::read(path);
    if (!track) return std::move(track).problem();
    if (track->without_time() > 0) {
      notes.push_back(
          {fmt::format("{}：{} 个轨迹点没有时间，没有使用。", path, track->without_time()),
           fmt::format("{}: {} track points have no time and were left out.", path,
                       track->without_time())});
    }
    out.push_back(*std::move(track));
  }
  return out;
}

Text far_away(Photo const &photo) {
  return {fmt::format("{}：拍摄位置离设施 {} 有 {:.0f} 米，请核对编号。", photo.name,
                      photo.facility.value, *photo.distance),
          fmt::format("{}: taken {:.0f} m from facility {}; check the number.", photo.name,
                      *photo.distance, photo.facility.value)};
}

}  // namespace

Result<ImportReport> import_photos(Tracker &tracker, std::string const &path,
                                   PhotoOptions const &options) {
  std::error_code error;
  if (!fs::is_directory(path, error)) {
    if (auto const checked = check_file(path); !checked) return checked.problem();
  }
  ImportReport report;
  auto tracks = tracks_of(options.tracks, report.notes);
  if (!tracks) return std::move(tracks).problem();
  PhotoReader reader(tracker, options, *std::move(tracks));
  Transaction transaction(tracker.db());
  RunStore runs(tracker);
  report.run =
      runs.begin(RunKind::import, fmt::format("photos {}", fs::path(path).filename().string()),
                 options.actor)
          .id;
  PhotoStore store(tracker);
  auto files = photos_in(path);
  report.rows = static_cast<int>(files.photos.size() + files.refused.size());
  report.refused = std::move(files.refused);
  for (std::size_t done = 0; std::string const &file : files.photos) {
    if (options.progress) options.progress(++done, files.photos.size());
    auto read = reader.read(file);
    if (!read) {
      report.refused.push_back(std::move(read).problem());
      continue;
    }
    report.count(store.put(read->photo, read->content, report.run));
    if (read->photo.distance.value_or(0) > kFarAway) report.notes.push_back(far_away(read->photo));
  }
  reader.add_notes(report.notes);
  finish_run(runs, report);
  if (!options.dry_run) transaction.commit();
  return report;
}

}  // namespace wza::gis
