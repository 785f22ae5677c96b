// SPDX-License-Identifier: Apache-2.0
#include "gis/io/photo.h"

#include "gis/io/jpeg.h"
#include "tests/support/photo_bytes.h"
#include "tests/support/temp_tracker.h"

#include <gtest/gtest.h>

#include <fstream>

namespace wza::gis {
namespace {

struct PhotoTest : testing::Test {
  std::string file(std::string const &name, std::string const &bytes) {
    std::string const path = (dir.path() / name).string();
    std::ofstream(path, std::ios::binary) << bytes;
    return path;
  }
  TempDir dir;
};

TEST_F(PhotoTest, TellsWhenWhereAndHowLarge) {
  test::PhotoTags tags;
  tags.lon = 123.270452;
  tags.lat = 29.036727;
  tags.accuracy = 4.5;
  tags.orientation = 6;
  auto const facts = read_photo(file("a.jpg", test::photo_bytes(tags)));
  ASSERT_TRUE(facts) << facts.problem().in(Lang::en);
  EXPECT_EQ(facts->taken_at->iso(), "2026-03-01T01:30:00.000Z");
  EXPECT_NEAR(facts->lon.value(), tags.lon, 1e-8);
  EXPECT_NEAR(facts->lat.value(), tags.lat, 1e-8);
  EXPECT_NEAR(facts->accuracy.value(), 4.5, 1e-6);
  EXPECT_EQ(facts->width, 8);
  EXPECT_EQ(facts->height, 6);
  EXPECT_EQ(facts->orientation, 6);
}

TEST_F(PhotoTest, WhatTheFileDoesNotTellIsUnknown) {
  test::PhotoTags tags;
  tags.time = "0000:00:00 00:00:00";
  auto const facts = read_photo(file("a.jpeg", test::photo_bytes(tags)));
  ASSERT_TRUE(facts);
  EXPECT_FALSE(facts->taken_at);
  EXPECT_FALSE(facts->lon);
  EXPECT_FALSE(facts->accuracy);
}

TEST_F(PhotoTest, WhatIsNoPhotoIsRefused) {
  EXPECT_FALSE(read_photo(file("a.jpg", "GIF89a but its name says otherwise")));
  EXPECT_FALSE(read_photo(file("b.jpg", "")));
  EXPECT_FALSE(read_photo((dir.path() / "absent.jpg").string()));
}

TEST(ExifTime, TakesTheOffsetElseBeijing) {
  EXPECT_EQ(exif_time("2026:03:01 09:30:00", "+00:00")->iso(), "2026-03-01T09:30:00.000Z");
  EXPECT_EQ(exif_time("2026:03:01 00:30:00", "-03:30")->iso(), "2026-03-01T04:00:00.000Z");
  EXPECT_EQ(exif_time("2026:03:01 09:30:00", "")->iso(), "2026-03-01T01:30:00.000Z");
  EXPECT_FALSE(exif_time("2026-03-01 09:30:00", ""));
  EXPECT_FALSE(exif_time("2026:13:01 09:30:00", ""));
}

TEST(ExifDegrees, CountsMinutesAndSeconds) {
  EXPECT_NEAR(exif_degrees("(29) (30) (36)", "N").value(), 29.51, 1e-12);
  EXPECT_NEAR(exif_degrees("(29) (30) (36)", "W").value(), -29.51, 1e-12);
  EXPECT_NEAR(exif_degrees("(29.51)", "E").value(), 29.51, 1e-12);
  EXPECT_FALSE(exif_degrees("29 30 36", "N"));
  EXPECT_FALSE(exif_degrees("(29) (30) (36)", ""));
  EXPECT_FALSE(exif_degrees("(nan) (0) (0)", "N"));
}

TEST_F(PhotoTest, WithoutMetadataThePictureStandsAndNothingElse) {
  test::PhotoTags tags;
  tags.lon = 123.27;
  tags.lat = 29.03;
  tags.orientation = 8;
  std::string const bytes = test::photo_bytes(tags);
  auto const clean = without_metadata(bytes + "a second picture behind the end", 8);
  ASSERT_TRUE(clean);
  for (char const *trace : {"phone", "comment", "2026:03", "second"})
    EXPECT_EQ(clean->find(trace), std::string::npos) << trace;
  EXPECT_NE(clean->find("JFIF"), std::string::npos);
  std::size_t const tables = bytes.find("\xFF\xDB");
  EXPECT_EQ(clean->substr(clean->find("\xFF\xDB")), bytes.substr(tables));
  auto const facts = read_photo(file("clean.jpg", *clean));
  ASSERT_TRUE(facts);
  EXPECT_EQ(facts->orientation, 8);
  EXPECT_FALSE(facts->lon);
  EXPECT_FALSE(facts->taken_at);
  EXPECT_EQ(without_metadata(*clean, 8), clean);
}

TEST(WithoutMetadata, RefusesWhatIsNotWhole) {
  std::string const bytes = test::photo_bytes({});
  for (std::size_t length = 0; length < bytes.size(); ++length)
    EXPECT_FALSE(without_metadata(std::string_view(bytes).substr(0, length), 1)) << length;
  EXPECT_TRUE(without_metadata(bytes, 1));
}

TEST(WithoutMetadata, OfDamagedBytesMakesAWholePhotoOrNothing) {
  std::string const bytes = test::photo_bytes({});
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    for (int const value : {0, 1, 2, 0x7F, 0xD8, 0xD9, 0xDA, 0xE1, 0xFE, 0xFF}) {
      std::string damaged = bytes;
      damaged[at] = static_cast<char>(value);
      auto const clean = without_metadata(damaged, 6);
      if (!clean) continue;
      EXPECT_LE(clean->size(), bytes.size() + 36) << at;
      EXPECT_TRUE(clean->starts_with("\xFF\xD8") && clean->ends_with("\xFF\xD9")) << at;
    }
  }
}

}  // namespace
}  // namespace wza::gis
