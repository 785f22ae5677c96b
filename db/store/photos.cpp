// SPDX-License-Identifier: Apache-2.0
#include "db/store/photos.h"

#include "db/store/runs.h"

#include <algorithm>
#include <span>

namespace wza {
namespace {

constexpr char const *kPhotoColumns =
    "sha256, name, facility, component, matched, taken_at, raw_lon, raw_lat, datum, accuracy, "
    "distance, width, height, orientation, position_source";

Photo read_photo(Statement const &row) {
  Photo photo{row.get<std::string>(0),
              row.get<std::string>(1),
              row.get<FacilityId>(2),
              row.get<std::optional<std::string>>(3),
              row.get<PhotoMatch>(4),
              row.get<std::optional<UtcTime>>(5),
              std::nullopt,
              row.get<std::optional<double>>(10),
              row.get<int>(11),
              row.get<int>(12),
              row.get<int>(13),
              row.get<std::optional<CameraSource>>(14)};
  if (auto const lon = row.get<std::optional<double>>(6)) {
    photo.camera = RawPosition{*lon, row.get<double>(7), row.get<std::string>(8), std::nullopt,
                               row.get<std::optional<double>>(9)};
  }
  return photo;
}

template <class T>
std::optional<T> of_camera(Photo const &photo, T RawPosition::*member) {
  return photo.camera ? std::optional<T>((*photo.camera).*member) : std::nullopt;
}

}  // namespace

StoreChange PhotoStore::put(Photo photo, std::string_view content, RunId run) {
  auto &db = m_tracker->db();
  auto known =
      db.prepare(std::string("SELECT ") + kPhotoColumns + " FROM photos WHERE sha256 = ?1");
  known.bind(photo.sha256);
  bool const is_known = known.step();
  if (is_known) {
    Photo before = read_photo(known);
    // Imported again without the track, it is still known where it was taken.
    if (!photo.camera && before.camera_from == CameraSource::track) {
      photo.camera = before.camera;
      photo.camera_from = before.camera_from;
      photo.distance = before.distance;
    }
    if (before == photo) return StoreChange::unchanged;
  }
  known.reset();
  db.prepare(
        "INSERT INTO photos(sha256, name, facility, component, matched, taken_at, raw_lon, "
        "raw_lat, datum, accuracy, distance, width, height, orientation, run, created_at, "
        "position_source) "
        "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17) "
        "ON CONFLICT(sha256) DO UPDATE SET name = ?2, facility = ?3, component = ?4, matched = ?5, "
        "taken_at = ?6, raw_lon = ?7, raw_lat = ?8, datum = ?9, accuracy = ?10, distance = ?11, "
        "width = ?12, height = ?13, orientation = ?14, run = ?15, position_source = ?17")
      .bind(photo.sha256, photo.name, photo.facility, photo.component, photo.matched,
            photo.taken_at, of_camera(photo, &RawPosition::lon),
            of_camera(photo, &RawPosition::lat), of_camera(photo, &RawPosition::datum),
            photo.camera ? photo.camera->accuracy : std::nullopt, photo.distance, photo.width,
            photo.height, photo.orientation, run, m_tracker->clock().now(), photo.camera_from)
      .run();
  db.prepare(
        "INSERT INTO photo_files(photo, content) SELECT id, ?2 FROM photos WHERE sha256 = ?1 "
        "ON CONFLICT(photo) DO NOTHING")
      .bind(photo.sha256, Blob{std::as_bytes(std::span(content.data(), content.size()))})
      .run();
  append_event(*m_tracker, {"",
                            run,
                            is_known ? "updated" : "stored",
                            "photos",
                            photo.sha256,
                            nullptr,
                            {{"facility", photo.facility.value}, {"name", photo.name}}});
  return is_known ? StoreChange::updated : StoreChange::stored;
}

std::vector<Photo> PhotoStore::of_facility(FacilityId const &facility) {
  auto row = m_tracker->db().prepare(std::string("SELECT ") + kPhotoColumns +
                                     " FROM photos WHERE facility = ?1 "
                                     "ORDER BY taken_at IS NULL, taken_at, name, sha256");
  row.bind(facility);
  std::vector<Photo> out;
  while (row.step())
    out.push_back(read_photo(row));
  return out;
}

std::string PhotoStore::content(std::string_view sha256) {
  auto row = m_tracker->db().prepare(
      "SELECT f.content FROM photo_files f JOIN photos p ON p.id = f.photo WHERE p.sha256 = ?1");
  row.bind(sha256);
  if (!row.step()) return {};
  auto const blob = row.blob(0);
  return {reinterpret_cast<char const *>(blob.data()), blob.size()};
}

}  // namespace wza
