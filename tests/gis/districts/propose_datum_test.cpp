// SPDX-License-Identifier: Apache-2.0
// Proposals of a datum: right where the evidence is there, silent where it is not.
#include "gis/districts/propose_datum.h"

#include "gis/districts/load.h"
#include "gis/geo/frames.h"
#include "gis/io/read_layer.h"
#include "tests/gis/geo/drawn_towns.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <random>

namespace wza::gis {
namespace {

/// A place as a map of `frame` shows it.
RawPoint shown_in(Frame frame, Point at) {
  Degrees<Frame::wgs84> const wgs{at.degrees().lon, at.degrees().lat};
  if (frame == Frame::gcj02) {
    auto const gcj = to_gcj02(wgs);
    return {gcj.lon, gcj.lat};
  }
  if (frame == Frame::bd09) {
    auto const bd = to_bd09(wgs);
    return {bd.lon, bd.lat};
  }
  return {wgs.lon, wgs.lat};
}

/// An area as another office would have drawn it: vertices up to 250 m off, every third left out.
RawArea redrawn(MultiPolygon const &area, Frame frame, std::mt19937 &random) {
  std::uniform_int_distribution<std::int32_t> off(-20000, 20000);
  RawArea out;
  for (auto const &polygon : area) {
    auto &part = out.emplace_back();
    for (auto const &ring : polygon) {
      auto &line = part.emplace_back();
      for (std::size_t i = 0; i < ring.size(); ++i) {
        if (ring.size() > 6 && i % 3 == 2) continue;
        line.push_back(shown_in(frame, {ring[i].lon + off(random), ring[i].lat + off(random)}));
      }
    }
  }
  return out;
}

constexpr std::array kFrames{Frame::cgcs2000, Frame::gcj02, Frame::bd09};

TEST(ProposeDatum, OutlinesTellTheDatumAlthoughTheyAreDrawnAnew) {
  DrawnTowns const drawn;
  DistrictIndex const index(drawn.towns);
  std::mt19937 random(31);
  for (auto const frame : kFrames) {
    std::vector<RawArea> areas;
    for (auto const &town : drawn.towns)
      areas.push_back(redrawn(town.area, frame, random));
    auto const proposal = propose_by_outlines(areas, index);
    ASSERT_TRUE(proposal);
    EXPECT_EQ(proposal->frame, frame) << proposal->words().en;
  }
  EXPECT_FALSE(propose_by_outlines({}, index));
}

TEST(ProposeDatum, OutlinesOfRealPrefecturesTellTheDatum) {
  auto const *path = std::getenv("WZA_TEST_COUNTIES");
  if (path == nullptr) GTEST_SKIP() << "WZA_TEST_COUNTIES names no file of districts";
  auto const table = read_layer(path, {.layer = {}, .repair_areas = false});
  ASSERT_TRUE(table);
  auto rows = read_districts(*table, {}, std::nullopt);
  ASSERT_TRUE(rows);
  std::vector<DistrictArea> counties;
  for (auto &entry : rows->entries)
    counties.push_back(std::move(entry.area));
  DistrictIndex const index(counties);
  std::mt19937 random(37);
  int trials = 0, right = 0;
  for (auto const *prefecture : {"4503", "4509", "5120", "6101", "4418"}) {
    for (auto const frame : kFrames) {
      std::vector<RawArea> areas;
      for (auto const &county : counties) {
        if (county.district.code.value.starts_with(prefecture))
          areas.push_back(redrawn(county.area, frame, random));
      }
      auto const proposal = propose_by_outlines(areas, index);
      ASSERT_TRUE(proposal) << prefecture;
      ++trials;
      right += proposal->frame == frame ? 1 : 0;
      std::printf("%s %s: %s\n", prefecture, key(frame).data(), proposal->words().en.c_str());
    }
  }
  EXPECT_EQ(right, trials);
}

TEST(ProposeDatum, DeclaredDistrictsTellTheDatumOfManyPointsAndNotOfFew) {
  DrawnTowns const drawn;
  DistrictIndex const index(drawn.towns);
  std::mt19937 random(41);
  std::uniform_int_distribution<std::int32_t> lon(1135000000, 1139000000),
      lat(238000000, 242000000);
  for (auto const frame : kFrames) {
    std::vector<DeclaredPoint> points;
    while (points.size() < 4000) {
      Point const at{lon(random), lat(random)};
      if (auto const found = index.locate(at))
        points.emplace_back(shown_in(frame, at), index[*found].code);
    }
    auto const proposal = propose_by_districts(points, index);
    ASSERT_TRUE(proposal);
    EXPECT_EQ(proposal->frame, frame) << proposal->words().en;
    auto const few = propose_by_districts(std::span(points).first(10), index);
    EXPECT_TRUE(!few || !few->frame) << "ten points are no evidence";
  }
  EXPECT_FALSE(propose_by_districts({}, index));
}

TEST(ProposeDatum, AFewPairsDecide) {
  for (auto const frame : kFrames) {
    std::vector<std::pair<RawPoint, Point>> pairs;
    for (std::int32_t i = 0; i < 3; ++i) {
      Point const at{1135300000 + 10000 * i, 238800000 - 7000 * i};
      pairs.emplace_back(shown_in(frame, {at.lon + 900 * i, at.lat - 1300}), at);  // 15 m of noise
    }
    auto const proposal = propose_by_pairs(pairs);
    ASSERT_TRUE(proposal);
    EXPECT_EQ(proposal->frame, frame);
    EXPECT_EQ(proposal->compared, 3);
  }
}

TEST(ProposeDatum, TheWordsHoldTheNumbersAndNoPlace) {
  std::vector<std::pair<RawPoint, Point>> const pairs{{{113.5, 23.8}, {1135000000, 238000000}}};
  auto const words = propose_by_pairs(pairs)->words();
  EXPECT_NE(words.zh.find("1 对"), std::string::npos) << words.zh;
  EXPECT_NE(words.en.find("CGCS2000"), std::string::npos);
  EXPECT_EQ(words.en.find("113"), std::string::npos);
}

}  // namespace
}  // namespace wza::gis
