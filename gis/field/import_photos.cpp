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
#include "gis/geo/frames.h"
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

struct ReadPhoto {
  Photo photo;
  std::string content;
};

class PhotoReader {
 public:
  PhotoReader(Tracker &tracker, ImportOptions const &options)
      : m_matcher(FacilityStore(tracker).all()), m_datum(options.datum.value_or(Frame::wgs84)) {}

  Result<ReadPhoto> read(std::string const &path) const {
    auto const facts = read_photo(path);
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
    auto const subject = m_matcher.match(fs::path(path).stem().string(),
                                         fs::path(path).parent_path().filename().string(),
                                         camera_of(*facts), facts->accuracy);
    if (!subject) {
      Problem problem = subject.problem();
      problem.where = path;
      return problem;
    }
    ReadPhoto out{{}, *std::move(content)};
    out.photo = {sha256(*bytes),    harmless(fs::path(path).filename().string()),
                 subject->facility, subject->component,
                 subject->matched,  facts->taken_at,
                 std::nullopt,      subject->distance,
                 facts->width,      facts->height,
                 facts->orientation};
    if (facts->lon) {
      out.photo.camera = RawPosition{*facts->lon, *facts->lat, std::string(key(m_datum)),
                                     std::nullopt, facts->accuracy};
    }
    return out;
  }

 private:
  std::optional<Point> camera_of(PhotoFacts const &facts) const {
    if (!facts.lon || !may_convert(m_datum)) return std::nullopt;
    return Point::of(to_cgcs2000(RawPair{*facts.lon, *facts.lat, m_datum}));
  }

  PhotoMatcher m_matcher;
  Frame m_datum;
};

Text far_away(Photo const &photo) {
  return {fmt::format("{}：拍摄位置离设施 {} 有 {:.0f} 米，请核对编号。", photo.name,
                      photo.facility.value, *photo.distance),
          fmt::format("{}: taken {:.0f} m from facility {}; check the number.", photo.name,
                      *photo.distance, photo.facility.value)};
}

}  // namespace

Result<ImportReport> import_photos(Tracker &tracker, std::string const &path,
                                   ImportOptions const &options) {
  std::error_code error;
  if (!fs::is_directory(path, error)) {
    if (auto const checked = check_file(path); !checked) return checked.problem();
  }
  PhotoReader const reader(tracker, options);
  ImportReport report;
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
  finish_run(runs, report);
  if (!options.dry_run) transaction.commit();
  return report;
}

}  // namespace wza::gis
