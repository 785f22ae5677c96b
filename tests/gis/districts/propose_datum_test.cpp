// SPDX-License-Identifier: Apache-2.0
// Proposals of a datum: right where the evidence is there, silent where it is not.
#include "gis/districts/propose_datum.h"

#include "gis/districts/load.h"
#include "gis/geo/frames.h"
#include "gis/io/read_layer.h"
#include "tests/gis/geo/drawn_towns.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
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

/// The districts of $WZA_TEST_COUNTIES; none where it names no file.
std::vector<DistrictArea> real_counties() {
  std::vector<DistrictArea> counties;
  auto const *path = std::getenv("WZA_TEST_COUNTIES");
  if (path == nullptr) return counties;
  auto const table = read_layer(path, {.layer = {}, .repair_areas = false});
  auto rows = table ? read_districts(*table, {}, std::nullopt) : table.problem();
  EXPECT_TRUE(rows);
  if (!rows) return counties;
  for (auto &entry : rows->entries)
    counties.push_back(std::move(entry.area));
  return counties;
}

constexpr double kMetre = 90;  // units of 1e-7 degree

/// Keeps what is farther than `most` units from the line between the ends (Douglas-Peucker).
void simplify(Ring const &ring, std::size_t from, std::size_t to, double most, Ring &out) {
  double farthest = 0;
  std::size_t at = from;
  double const dx = ring[to].lon - ring[from].lon, dy = ring[to].lat - ring[from].lat;
  double const length = std::max(std::hypot(dx, dy), 1.0);
  for (std::size_t i = from + 1; i < to; ++i) {
    double const off =
        std::abs(dx * (ring[i].lat - ring[from].lat) - dy * (ring[i].lon - ring[from].lon)) /
        length;
    if (off > farthest) {
      farthest = off;
      at = i;
    }
  }
  if (farthest > most) {
    simplify(ring, from, at, most, out);
    simplify(ring, at, to, most, out);
  } else {
    out.push_back(ring[from]);
  }
}

/// An area as a map service would give it that did not copy ours: simplified to 200 m, drawn up to
/// `amplitude` metres beside it in waves of some kilometres (official outlines and OpenStreetMap's
/// lie 150 to 270 m apart), shown in its datum and cut to 1/1024 degree as published layers are.
RawArea as_published(MultiPolygon const &area, Frame frame, double amplitude,
                     std::mt19937 &random) {
  std::uniform_real_distribution<double> phase(0, 6.283), wave(2e-6, 8e-6);
  std::array<double, 8> p{}, k{};
  for (std::size_t i = 0; i < p.size(); ++i) {
    p[i] = phase(random);
    k[i] = wave(random);
  }
  auto const beside = [&](Point at, std::size_t i) {
    double const a = std::sin(k[i] * at.lon + p[i]) + std::sin(k[i + 1] * at.lat + p[i + 1]);
    return static_cast<std::int32_t>(amplitude * kMetre * a / 1.6);
  };
  auto const cut = [](double degrees) { return std::round(degrees * 1024) / 1024; };
  RawArea out;
  for (auto const &polygon : area) {
    auto &part = out.emplace_back();
    for (auto const &ring : polygon) {
      Ring line;
      simplify(ring, 0, ring.size() - 1, 200 * kMetre, line);
      line.push_back(ring.back());
      auto &drawn = part.emplace_back();
      for (auto const at : line) {
        auto const shown = shown_in(frame, {at.lon + beside(at, 0), at.lat + beside(at, 4)});
        drawn.push_back({cut(shown.lon), cut(shown.lat)});
      }
    }
  }
  return out;
}

TEST(ProposeDatum, OutlinesOfRealPrefecturesTellTheDatum) {
  auto const counties = real_counties();
  if (counties.empty()) GTEST_SKIP() << "WZA_TEST_COUNTIES names no file of districts";
  DistrictIndex const index(counties);
  std::mt19937 random(37);
  std::uniform_real_distribution<double> amplitude(250, 400);
  int trials = 0, right = 0;
  double nearest = 1e9, farthest = 0, narrowest = 1e9;
  for (int seed = 0; seed < 3; ++seed) {
    for (auto const *prefecture : {"4503", "4509", "5120", "6101", "4418"}) {
      for (std::size_t f = 0; f < kFrames.size(); ++f) {
        auto const metres = amplitude(random);
        std::vector<RawArea> areas;
        for (auto const &county : counties) {
          if (county.district.code.value.starts_with(prefecture))
            areas.push_back(as_published(county.area, kFrames[f], metres, random));
        }
        auto const proposal = propose_by_outlines(areas, index);
        ASSERT_TRUE(proposal) << prefecture;
        ++trials;
        right += proposal->frame == kFrames[f] ? 1 : 0;
        auto const misfit = proposal->fits[f].misfit;
        nearest = std::min(nearest, misfit);
        farthest = std::max(farthest, misfit);
        for (std::size_t other = 0; other < kFrames.size(); ++other) {
          if (other != f) narrowest = std::min(narrowest, proposal->fits[other].misfit / misfit);
        }
      }
    }
  }
  std::printf(
      "%d of %d right; the right datum is %.0f to %.0f m off, the next at least %.2f times "
      "that\n",
      right, trials, nearest, farthest, narrowest);
  EXPECT_EQ(right, trials);
  EXPECT_GT(farthest, 150) << "outlines that differ less than real ones prove nothing";
}

TEST(ProposeDatum, AWrongDatumPutsPointsOfRealDistrictsIntoOthers) {
  auto const counties = real_counties();
  if (counties.empty()) GTEST_SKIP() << "WZA_TEST_COUNTIES names no file of districts";
  DistrictIndex const index(counties);
  std::mt19937 random(43);
  // 秀峰区, 碑林区, 佛冈县: shares that were measured independently, with GCJ-02 read as WGS-84.
  for (auto const &[code, share] :
       {std::pair{"450302", 0.156}, {"610103", 0.135}, {"441821", 0.023}}) {
    auto const place = index.find(DistrictCode(code));
    ASSERT_TRUE(place);
    auto const county = std::find_if(counties.begin(), counties.end(), [&](auto const &one) {
      return one.district.code.value == code;
    });
    Point low{INT32_MAX, INT32_MAX}, high{INT32_MIN, INT32_MIN};
    for (auto const at : county->area.front().front()) {
      low = {std::min(low.lon, at.lon), std::min(low.lat, at.lat)};
      high = {std::max(high.lon, at.lon), std::max(high.lat, at.lat)};
    }
    std::uniform_int_distribution<std::int32_t> lon(low.lon, high.lon), lat(low.lat, high.lat);
    int points = 0, elsewhere = 0;
    while (points < 20000) {
      Point const at{lon(random), lat(random)};
      auto const truly = index.locate(at);
      if (!truly || truly->district != *place) continue;
      ++points;
      auto const shown = shown_in(Frame::gcj02, at);
      auto const found = index.locate(*Point::of({shown.lon, shown.lat}));
      elsewhere += !found || found->district != *place ? 1 : 0;
    }
    std::printf("%s: %.1f %%\n", code, 100.0 * elsewhere / points);
    EXPECT_NEAR(static_cast<double>(elsewhere) / points, share, 0.015) << code;
  }
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

TEST(ProposeDatum, PairsOfOtherPlacesTellNothing) {
  // Half a kilometre away under the best datum: these are not the same places.
  std::vector<std::pair<RawPoint, Point>> const pairs{{{113.5, 23.8}, {1135050000, 238000000}}};
  auto const proposal = propose_by_pairs(pairs);
  ASSERT_TRUE(proposal);
  EXPECT_FALSE(proposal->frame) << proposal->words().en;
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
