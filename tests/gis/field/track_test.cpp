// SPDX-License-Identifier: Apache-2.0
#include "gis/field/track.h"

#include "tests/support/temp_tracker.h"

#include <gtest/gtest.h>

#include <fstream>

namespace wza::gis {
namespace {

using namespace std::chrono_literals;

UtcTime time(char const *text) {
  return *UtcTime::parse(text);
}

/// One point a minute going north from 01:30, the last one ten minutes after the others.
Track walk() {
  return Track({{time("2026-03-01T01:31:00Z"), {113.5, 23.81}},
                {time("2026-03-01T01:30:00Z"), {113.5, 23.80}},
                {time("2026-03-01T01:32:00Z"), {113.6, 23.82}},
                {time("2026-03-01T01:42:00Z"), {113.6, 23.90}}});
}

TEST(Track, IsFollowedBetweenPointsThatAreNearInTime) {
  Track const track = walk();
  auto const half = track.at(time("2026-03-01T01:31:15Z"), 5min);
  ASSERT_TRUE(half);
  EXPECT_NEAR(half->lon, 113.525, 1e-9);
  EXPECT_NEAR(half->lat, 23.8125, 1e-9);
  EXPECT_NEAR(track.at(time("2026-03-01T01:30:00Z"), 5min)->lat, 23.80, 1e-9);
  EXPECT_NEAR(track.at(time("2026-03-01T01:42:00Z"), 5min)->lat, 23.90, 1e-9) << "a point itself";
}

TEST(Track, IsNotGuessedBeyondItsEndsOrInItsGaps) {
  Track const track = walk();
  EXPECT_FALSE(track.at(time("2026-03-01T01:29:59Z"), 5min));
  EXPECT_FALSE(track.at(time("2026-03-01T01:42:01Z"), 5min));
  EXPECT_FALSE(track.at(time("2026-03-01T01:33:00Z"), 5min)) << "ten minutes apart";
  EXPECT_TRUE(track.at(time("2026-03-01T01:33:00Z"), 10min));
}

TEST(Track, TwoThatDisagreePlaceNothing) {
  Track const near({{time("2026-03-01T01:30:00Z"), {113.5, 23.8005}}});
  Track const far({{time("2026-03-01T01:30:00Z"), {113.5, 23.81}}});
  auto const at = time("2026-03-01T01:30:00Z");
  EXPECT_TRUE(place_at({walk(), near}, at, 5min)) << "56 m apart";
  EXPECT_FALSE(place_at({walk(), far}, at, 5min)) << "a kilometre apart";
  EXPECT_FALSE(place_at({}, at, 5min));
}

TEST(TrackTime, IsUtcUnlessItSaysOtherwise) {
  EXPECT_EQ(track_time("2026-03-01T01:30:00")->iso(), "2026-03-01T01:30:00.000Z");
  EXPECT_EQ(track_time("2026-03-01T01:30:00Z")->iso(), "2026-03-01T01:30:00.000Z");
  EXPECT_EQ(track_time("2026-03-01T09:30:00+08:00")->iso(), "2026-03-01T01:30:00.000Z");
  EXPECT_FALSE(track_time("2026-03-01"));
  EXPECT_FALSE(track_time("2026-03-01T09:30:00 noon"));
}

struct TrackFile : testing::Test {
  Result<Track> read(std::string const &body) {
    auto const path = (dir.path() / "a.gpx").string();
    std::ofstream(path) << R"(<?xml version="1.0"?><gpx version="1.1" creator="test" )"
                        << R"(xmlns="http://www.topografix.com/GPX/1/1">)" << body << "</gpx>";
    return Track::read(path);
  }
  TempDir dir;
};

TEST_F(TrackFile, IsReadWithTheZoneOfItsTimes) {
  auto const track =
      read(R"(<wpt lat="1" lon="1"><time>2026-03-01T01:30:00Z</time></wpt><trk><trkseg>)"
           R"(<trkpt lat="23.8" lon="113.5"><time>2026-03-01T01:30:00Z</time></trkpt>)"
           R"(<trkpt lat="23.9" lon="113.5"/></trkseg><trkseg>)"
           R"(<trkpt lat="23.81" lon="113.5"><time>2026-03-01T09:31:00+08:00</time></trkpt>)"
           R"(</trkseg></trk>)");
  ASSERT_TRUE(track) << track.problem().in(Lang::en);
  EXPECT_EQ(track->size(), 2U);
  EXPECT_EQ(track->without_time(), 1U);
  EXPECT_NEAR(track->at(time("2026-03-01T01:30:30Z"), 5min)->lat, 23.805, 1e-9);
}

TEST_F(TrackFile, WithoutTimesOrTracksIsRefused) {
  auto const timeless = read(R"(<trk><trkseg><trkpt lat="23.8" lon="113.5"/></trkseg></trk>)");
  ASSERT_FALSE(timeless);
  EXPECT_EQ(timeless.problem().code, ProblemCode::missing_value);
  auto const waypoints = read(R"(<wpt lat="23.8" lon="113.5"><name>F-001</name></wpt>)");
  ASSERT_FALSE(waypoints);
  EXPECT_NE(waypoints.problem().reason.en.find("track points"), std::string::npos);
  EXPECT_FALSE(Track::read((dir.path() / "absent.gpx").string()));
}

}  // namespace
}  // namespace wza::gis
