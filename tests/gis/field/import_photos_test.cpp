// SPDX-License-Identifier: Apache-2.0
#include "gis/field/import_photos.h"

#include "db/sqlite/transaction.h"
#include "db/store/facilities.h"
#include "db/store/photos.h"
#include "gis/field/photo_match.h"
#include "gis/geo/gpkg_blob.h"
#include "tests/support/photo_bytes.h"
#include "tests/support/sample_tracker.h"
#include "tests/support/temp_tracker.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace wza::gis {
namespace {

Facility facility(std::string const &id, double lon, double lat) {
  Facility out;
  out.id = FacilityId(id);
  out.geom = to_blob(*Point::of({lon, lat}));
  return out;
}

std::optional<Point> at(double lon, double lat) {
  return Point::of({lon, lat});
}

TEST(PhotoMatcher, TakesTheLongestNumberThatTheNameBeginsWith) {
  PhotoMatcher const matcher({facility("A-1", 120, 30), facility("A-12", 120.1, 30)});
  struct Case {
    std::string name, folder, facility, component;
  };
  for (Case const &c : std::vector<Case>{{"A-1_坡道_2", "", "A-1", "坡道"},
                                         {"A-12", "", "A-12", ""},
                                         {"A-12 大门", "A-1", "A-12", "大门"},
                                         {"A-1(3)", "", "A-1", ""},
                                         {"IMG_0001", "A-12", "A-12", ""},
                                         {"盲道2", "A-12", "A-12", "盲道"}}) {
    auto const subject = matcher.match(c.name, c.folder, {}, {});
    ASSERT_TRUE(subject) << c.name;
    EXPECT_EQ(subject->facility.value, c.facility) << c.name;
    EXPECT_EQ(subject->component.value_or(""), c.component) << c.name;
    EXPECT_EQ(subject->matched, PhotoMatch::name);
  }
  EXPECT_FALSE(matcher.match("A-123", "", {}, {}));
  EXPECT_FALSE(matcher.match("IMG_0001", "DCIM", {}, {}));
}

TEST(PhotoMatcher, ByPositionOnlyWhereItIsPlain) {
  // 0.0001 degree of latitude are 11 m.
  PhotoMatcher const matcher({facility("A", 120, 30), facility("B", 120, 30.0008)});
  auto const near = matcher.match("IMG_1", "", at(120, 30.0001), {});
  ASSERT_TRUE(near);
  EXPECT_EQ(near->facility.value, "A");
  EXPECT_EQ(near->matched, PhotoMatch::position);
  EXPECT_NEAR(near->distance.value(), 11.1, 0.1);
  auto const between = matcher.match("IMG_1", "", at(120, 30.00038), {});
  ASSERT_FALSE(between);
  EXPECT_NE(between.problem().reason.en.find("A (42 m) and B (47 m)"), std::string::npos)
      << between.problem().reason.en;
  EXPECT_FALSE(matcher.match("IMG_1", "", at(120, 29.9990), {}));
  EXPECT_TRUE(matcher.match("IMG_1", "", at(120, 29.9990), 40)) << "its accuracy is as bad";
}

struct ImportPhotos : testing::Test {
  ImportPhotos() {
    fill_sample(*tracker);
    std::filesystem::create_directories(dir.path() / "三月" / "F-001");
  }
  void file(std::string const &name, test::PhotoTags const &tags) {
    std::ofstream(dir.path() / "三月" / name, std::ios::binary) << test::photo_bytes(tags);
  }
  ImportReport import(PhotoOptions const &options = {}) {
    auto report = import_photos(*tracker, (dir.path() / "三月").string(), options);
    EXPECT_TRUE(report) << report.problem().in(Lang::en);
    return *std::move(report);
  }
  TempTracker tracker;
  TempDir dir;
};

TEST_F(ImportPhotos, KeepsThePictureAndWhatIsKnownOfItAndRefusesTheRest) {
  test::PhotoTags ramp;
  ramp.time = "2026:03:02 10:00:00";
  file("F-001/坡道_1.jpg", ramp);
  file("F-001_坡道_2.jpg", {});
  file("IMG_1.jpg", {.time = "2026:04:01 09:00:00"});
  std::ofstream(dir.path() / "三月" / "notes.txt") << "no photo";
  ImportReport const report = import();
  EXPECT_EQ(report.rows, 3);
  EXPECT_EQ(report.stored, 2);
  ASSERT_EQ(report.refused.size(), 1U);
  EXPECT_NE(report.refused[0].where.find("IMG_1.jpg"), std::string::npos);

  auto const photos = PhotoStore(*tracker).of_facility(FacilityId("F-001"));
  ASSERT_EQ(photos.size(), 2U);
  EXPECT_EQ(photos[0].name, "F-001_坡道_2.jpg") << "by time";
  EXPECT_EQ(photos[1].component, "坡道");
  std::string const content = PhotoStore(*tracker).content(photos[0].sha256);
  EXPECT_TRUE(content.starts_with("\xFF\xD8"));
  EXPECT_EQ(content.find("phone"), std::string::npos);

  EXPECT_EQ(import().unchanged, 2) << "the same photos again change nothing";
}

TEST_F(ImportPhotos, LinksLeadNowhereAndAreSaidSo) {
  std::ofstream(dir.path() / "F-001_outside.jpg", std::ios::binary) << test::photo_bytes({});
  std::filesystem::create_directory(dir.path() / "outside");
  std::ofstream(dir.path() / "outside" / "F-001_x.jpg", std::ios::binary) << test::photo_bytes({});
  std::filesystem::create_symlink("../F-001_outside.jpg", dir.path() / "三月" / "F-001_link.jpg");
  std::filesystem::create_directory_symlink("../outside", dir.path() / "三月" / "more");
  ImportReport const report = import();
  EXPECT_EQ(report.rows, 2);
  EXPECT_EQ(report.stored, 0);
  ASSERT_EQ(report.refused.size(), 2U);
  EXPECT_NE(report.refused[0].reason.en.find("link"), std::string::npos);
}

TEST_F(ImportPhotos, ANameThatSteersATerminalIsKeptWithoutThat) {
  file("F-001_\x1B[2J\xE2\x80\xAEgpj.jpg", {});
  EXPECT_EQ(import().stored, 1);
  auto const photos = PhotoStore(*tracker).of_facility(FacilityId("F-001"));
  ASSERT_EQ(photos.size(), 1U);
  EXPECT_EQ(photos[0].name, "F-001_\xEF\xBF\xBD[2J\xEF\xBF\xBDgpj.jpg");
}

TEST_F(ImportPhotos, APhotoFarFromItsFacilityIsKeptAndSaidSo) {
  file("F-001_坡道.jpg", {.lon = 100, .lat = 30});
  ImportReport const report = import();
  EXPECT_EQ(report.stored, 1);
  ASSERT_EQ(report.notes.size(), 1U);
  EXPECT_NE(report.notes[0].en.find("F-001"), std::string::npos);
}

/// From F-001, where the walk begins at 09:30 in Beijing, a kilometre to the north in ten minutes,
/// a point a minute.
std::string gpx() {
  std::string points;
  for (int minute = 0; minute <= 10; ++minute) {
    points += "<trkpt lon=\"113.5\" lat=\"" + std::to_string(23.9 + 0.0009 * minute) +
              "\"><time>2026-03-01T01:" + std::to_string(30 + minute) + ":00Z</time></trkpt>";
  }
  return R"(<gpx version="1.1" creator="t" xmlns="http://www.topografix.com/GPX/1/1"><trk><trkseg>)" +
         points + "</trkseg></trk></gpx>";
}

TEST_F(ImportPhotos, ATrackTellsWhereAPhotoWithoutAPositionWasTaken) {
  Transaction transaction(tracker->db());
  // The other places of the sample lie on the same spot.
  tracker->db().execute("DELETE FROM inspections; DELETE FROM facilities WHERE id <> 'F-001'");
  transaction.commit();
  auto const path = (dir.path() / "walk.gpx").string();
  std::ofstream(path) << gpx();
  file("IMG_1.jpg", {.time = "2026:03:01 09:30:15", .offset = ""});
  file("IMG_2.jpg", {.time = "2026:03:01 10:30:15", .offset = ""});
  file("F-001_坡道.jpg", {.time = "2026:03:01 09:35:00", .lon = 113.5, .lat = 23.9});
  PhotoOptions options;
  options.tracks = {path};
  ImportReport const report = import(options);
  EXPECT_EQ(report.stored, 2);
  ASSERT_EQ(report.refused.size(), 1U);
  EXPECT_NE(report.refused[0].where.find("IMG_2.jpg"), std::string::npos);
  ASSERT_EQ(report.notes.size(), 2U);
  EXPECT_NE(report.notes[0].en.find("1 photos are nowhere"), std::string::npos);
  EXPECT_NE(report.notes[0].en.find("IMG_2.jpg"), std::string::npos);
  EXPECT_NE(report.notes[1].en.find("F-001_坡道.jpg"), std::string::npos) << "450 m off the track";

  auto photos = PhotoStore(*tracker).of_facility(FacilityId("F-001"));
  ASSERT_EQ(photos.size(), 2U);
  EXPECT_EQ(photos[0].name, "IMG_1.jpg");
  EXPECT_EQ(photos[0].matched, PhotoMatch::position);
  EXPECT_EQ(photos[0].camera_from, CameraSource::track);
  EXPECT_NEAR(photos[0].camera->lat, 23.900225, 1e-7);
  EXPECT_NEAR(*photos[0].distance, 24.9, 0.1);
  EXPECT_EQ(photos[1].camera_from, CameraSource::exif);
  EXPECT_EQ(import(options).unchanged, 2);

  // By a clock in UTC+9 the second one was taken at 01:30:15 UTC.
  options.utc_offset = std::chrono::hours(9);
  EXPECT_EQ(import(options).stored, 1);
}

TEST_F(ImportPhotos, APositionFromATrackIsNotForgottenWithoutIt) {
  auto const path = (dir.path() / "walk.gpx").string();
  std::ofstream(path) << gpx();
  file("F-001_坡道.jpg", {.time = "2026:03:01 09:31:00"});
  EXPECT_EQ(import().stored, 1);
  PhotoOptions options;
  options.tracks = {path};
  EXPECT_EQ(import(options).updated, 1);
  EXPECT_EQ(import().unchanged, 1);
  options.tracks = {(dir.path() / "absent.gpx").string()};
  EXPECT_FALSE(import_photos(*tracker, (dir.path() / "三月").string(), options));
}

}  // namespace
}  // namespace wza::gis
