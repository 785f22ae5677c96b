// SPDX-License-Identifier: Apache-2.0
#include "gis/map/map_labels.h"

#include "gis/districts/load.h"
#include "gis/io/read_layer.h"
#include "gis/map/choropleth.h"
#include "gis/map/map_drawing.h"
#include "gis/map/symbol_map.h"

#include <gtest/gtest.h>

#include <random>
#include <regex>

namespace wza::gis {
namespace {

constexpr LabelBox kFrame{0, 0, 300, 300};

void expect_apart(std::vector<PlacedLabel> const &placed, LabelBox const &frame) {
  for (std::size_t i = 0; i < placed.size(); ++i) {
    auto const &box = placed[i].box;
    EXPECT_GE(box.left, frame.left);
    EXPECT_GE(box.top, frame.top);
    EXPECT_LE(box.right, frame.right);
    EXPECT_LE(box.bottom, frame.bottom);
    for (std::size_t j = 0; j < i; ++j)
      EXPECT_FALSE(box.meets(placed[j].box)) << placed[i].label << " and " << placed[j].label;
  }
}

TEST(MapLabels, NoTwoMeetAndNoneLeavesTheFrame) {
  std::mt19937 random(7);
  std::uniform_real_distribution<double> at(0, 300);
  std::vector<MapLabel> labels;
  for (int i = 0; i < 200; ++i)
    labels.push_back({at(random), at(random), {"云杉镇", "45%"}, at(random)});
  auto const placed = place_labels(labels, 12, kFrame);
  expect_apart(placed, kFrame);
  EXPECT_GT(placed.size(), 30U);
  EXPECT_LT(placed.size(), 200U);
}

TEST(MapLabels, TheWeightierStaysAndALighterOneGivesUpItsNameFirst) {
  std::vector<MapLabel> const labels{{150, 150, {"轻", "1%"}, 1}, {150, 150, {"重", "2%"}, 2}};
  auto const placed = place_labels(labels, 12, {140, 130, 165, 170});
  ASSERT_FALSE(placed.empty());
  EXPECT_EQ(placed.front().label, 1U);
  EXPECT_EQ(placed.front().first_line, 0U);
  for (auto const &other : placed)
    EXPECT_TRUE(other.label == 1 || other.first_line == 1) << "there is room for one whole label";
}

TEST(MapLabels, ATextIsNoWiderThanItIsThoughtToBe) {
  EXPECT_NEAR(text_width("云杉镇", 10), 30, 1e-9);
  EXPECT_NEAR(text_width("ab%", 10), 18.6, 1e-9);
}

/// The fictional county of the demo.
std::vector<DistrictArea> county() {
  auto const table = read_layer(WZA_TEST_DATA "/demo/districts.geojson", {});
  EXPECT_TRUE(table);
  auto rows = read_districts(*table, {}, std::nullopt);
  EXPECT_TRUE(rows);
  std::vector<DistrictArea> areas;
  for (auto &entry : rows->entries)
    areas.push_back(std::move(entry.area));
  return areas_to_draw(std::move(areas));
}

std::vector<MapDistrict> shown(std::vector<DistrictArea> const &areas) {
  std::vector<MapDistrict> out;
  for (auto const &area : areas)
    out.push_back({area.district.name, area.area, 0.5, "50%", area.district.name, {}});
  return out;
}

/// The boxes of the texts that an SVG has above its legend, as they are drawn.
std::vector<LabelBox> boxes_of(std::string const &svg, double size, double height) {
  std::vector<LabelBox> out;
  static std::regex const text(
      R"re(<text x="([0-9.]+)" y="([0-9.]+)" text-anchor="middle"[^>]*>([^<]*)</text>)re");
  for (std::sregex_iterator at(svg.begin(), svg.end(), text), end; at != end; ++at) {
    double const x = std::stod((*at)[1]), y = std::stod((*at)[2]);
    double const half = text_width((*at)[3].str(), size) / 2;
    if (y < height) out.push_back({x - half, y - size * 0.8, x + half, y + size * 0.2});
  }
  return out;
}

TEST(MapLabels, OnTheFictionalCountyNoNameCoversAnother) {
  auto const districts = shown(county());
  auto const box = *box_of(districts);
  for (char const *name : {"A4", "A3"}) {
    MapWords words;
    auto const paper = paper_for(name, box);
    words.medium = paper.medium;
    auto const boxes = boxes_of(choropleth(districts, words), paper.medium.text,
                                MapFrame(box, paper.medium).height());
    ASSERT_GE(boxes.size(), 2 * districts.size()) << "all names and numbers stand";
    for (std::size_t i = 0; i < boxes.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j)
        EXPECT_FALSE(boxes[i].meets(boxes[j])) << name << ": " << i << " and " << j;
    }
  }
}

TEST(MapFrame, PaperHasARoundScaleAndIsTurnedAsTheAreaLies) {
  auto const at = [](double lon, double lat) { return *Point::of({lon, lat}); };
  Box const wide{at(113, 24), at(114, 24.3)}, high{at(113, 24), at(113.2, 25)};
  EXPECT_TRUE(paper_for("A4", wide).landscape);
  EXPECT_FALSE(paper_for("A4", high).landscape);
  auto const a4 = paper_for("A4", wide), a3 = paper_for("A3", wide);
  EXPECT_NEAR(MapFrame(wide, a4.medium).denominator(), 400'000, 1e-3);
  EXPECT_LT(MapFrame(wide, a3.medium).denominator(), 399'000);
  // 1 km is 2.5 mm on 1:400 000.
  EXPECT_NEAR(MapFrame(wide, a4.medium).units_per_metre() * 1000 / kUnitsPerMillimetre, 2.5, 1e-6);
}

TEST(SymbolMap, KindsHaveShapesAndTheWorstLiesOnTop) {
  auto const at = *Point::of({113.5, 24.1});
  std::vector<MapPointKind> const kinds{{"轻微", "#111111", "circle", 0},
                                        {"严重", "#222222", "triangle", 1}};
  auto const svg = point_map({}, {{at, 1}, {at, 0}}, kinds, {});
  auto const last = [&](std::string const &colour) {
    auto const end = svg.find("</g>");  // of the points; the legend follows
    return svg.rfind("fill=\"" + colour, end);
  };
  EXPECT_GT(last("#222222"), last("#111111"));
  EXPECT_NE(svg.find(">轻微<"), std::string::npos);
}

TEST(SymbolMap, AHiddenCountIsAStarInAPatternAndNoDisc) {
  auto const districts = shown(county());
  std::vector<MapCount> counts;
  for (auto const &district : districts)
    counts.push_back({district, std::nullopt});
  counts.front().count = 137;
  MapWords words;
  words.no_data = "隐去";
  auto const svg = count_map(counts, words);
  EXPECT_NE(svg.find(">137<"), std::string::npos);
  EXPECT_NE(svg.find(">* 隐去<"), std::string::npos);
  EXPECT_NE(svg.find("fill=\"url(#map-class-0)\""), std::string::npos);
  auto const discs =
      std::regex("<circle cx=\"[0-9.]+\" cy=\"[0-9.]+\" r=\"[0-9.]+\" fill=\"#9ecae1\"");
  EXPECT_EQ(std::distance(std::sregex_iterator(svg.begin(), svg.end(), discs), {}), 3)
      << "one district and two in the legend";
}

TEST(SymbolMap, NoNameAndNoNumberCoversADisc) {
  auto const districts = shown(county());
  std::vector<MapCount> counts;
  for (auto const &district : districts)
    counts.push_back({district, 40 + static_cast<std::int64_t>(counts.size())});
  MapWords words;
  words.medium = paper_for("A4", *box_of(districts)).medium;
  auto const svg = count_map(counts, words);
  auto const boxes =
      boxes_of(svg, words.medium.text, MapFrame(*box_of(districts), words.medium).height());
  ASSERT_GE(boxes.size(), 2 * counts.size());
  static std::regex const disc(
      R"re(<circle cx="([0-9.]+)" cy="([0-9.]+)" r="([0-9.]+)" fill="#9ecae1")re");
  for (std::sregex_iterator at(svg.begin(), svg.end(), disc), end; at != end; ++at) {
    double const x = std::stod((*at)[1]), y = std::stod((*at)[2]), r = std::stod((*at)[3]);
    for (auto const &box : boxes)
      EXPECT_FALSE(box.meets({x - r, y - r, x + r, y + r})) << "disc at " << x << ", " << y;
  }
}

}  // namespace
}  // namespace wza::gis
