// SPDX-License-Identifier: Apache-2.0
#include "gis/map/numbered_map.h"

#include "tests/gis/geo/drawn_towns.h"

#include <gtest/gtest.h>

#include <regex>
#include <set>

namespace wza::gis {
namespace {

struct NumberedMapTest : testing::Test {
  NumberedMapTest() {
    words.id = "p";
    words.title = "位置图";
    words.description = "虚构的地图";
    words.medium.on_paper = true;
    words.medium.width = 650;
    words.medium.most_height = 400;
    words.medium.text = 12;
    auto const towns = DrawnTowns().towns;
    for (std::size_t i = 0; i < 6; ++i) {
      auto const &name = towns[i].district.code.value;
      (i == 0 ? own : around).push_back({name, towns[i].area, std::nullopt, {}, name, {}});
    }
    middle = *inner_point(own.front().area);
  }
  NumberedMap map(std::vector<NumberedPlace> const &places) {
    return numbered_map(own, around, places, words, {"场所", "相邻", "误差"});
  }
  /// Number, left, top, right of each disc but that of the legend, which stands below the map.
  struct Disc {
    int number;
    double left, top, right;
  };
  static std::vector<Disc> discs(std::string const &svg) {
    static std::regex const disc(
        "<rect x=\"([0-9.-]+)\" y=\"([0-9.-]+)\" width=\"([0-9.]+)\" height=\"15.0\"[^>]*/>"
        "<text[^>]*>([0-9]+)</text>");
    std::vector<Disc> out;
    for (std::sregex_iterator at(svg.begin(), svg.end(), disc), end; at != end; ++at) {
      double const left = std::stod((*at)[1]);
      out.push_back({std::stoi((*at)[4]), left, std::stod((*at)[2]), left + std::stod((*at)[3])});
    }
    if (!out.empty()) out.pop_back();
    return out;
  }
  MapWords words;
  std::vector<MapDistrict> own, around;
  Point middle;
};

TEST_F(NumberedMapTest, EveryNumberStandsByItselfEvenWherePlacesShareAPosition) {
  std::vector<NumberedPlace> places;
  for (std::size_t i = 1; i <= 30; ++i)
    places.push_back({i, middle, std::nullopt});
  auto const found = discs(map(places).svg);
  ASSERT_EQ(found.size(), places.size());
  std::set<int> numbers;
  for (std::size_t i = 0; i < found.size(); ++i) {
    numbers.insert(found[i].number);
    for (std::size_t k = 0; k < i; ++k) {
      bool const apart = found[i].right <= found[k].left + 0.2 ||
                         found[k].right <= found[i].left + 0.2 ||
                         std::abs(found[i].top - found[k].top) >= 14.8;
      EXPECT_TRUE(apart) << found[i].number << " covers " << found[k].number;
    }
  }
  EXPECT_EQ(numbers.size(), 30U);
}

TEST_F(NumberedMapTest, ADiscThatWasMovedIsTiedToItsPlace) {
  EXPECT_EQ(map({{1, middle, {}}}).svg.find("<line "), std::string::npos);
  auto const both = map({{1, middle, {}}, {2, middle, {}}}).svg;
  EXPECT_NE(both.find("<line "), std::string::npos);
}

TEST_F(NumberedMapTest, AccuracyIsDrawnWhereItIsLargerThanTheDisc) {
  EXPECT_EQ(map({{1, middle, 5.0}}).svg.find("stroke-dasharray"), std::string::npos);
  auto const rough = map({{1, middle, 3000.0}}).svg;
  EXPECT_NE(rough.find("stroke-dasharray"), std::string::npos);
  EXPECT_NE(rough.find(">误差<"), std::string::npos) << "in the legend";
}

TEST_F(NumberedMapTest, ItHasScaleNorthNamesAndWordsForScreenReaders) {
  auto const drawn = map({{1, middle, {}}});
  for (std::string const part : {"role=\"img\"", "aria-labelledby=\"p-title\"", "虚构的地图",
                                 " km · 1:", ">N<", "mm\"", "相邻"})
    EXPECT_NE(drawn.svg.find(part), std::string::npos) << part;
  EXPECT_NE(drawn.svg.find(">" + own.front().name + "</text>"), std::string::npos);
  EXPECT_GT(drawn.denominator, 0);
}

TEST_F(NumberedMapTest, WithoutDistrictsThePlacesAreShownAlone) {
  auto const alone = numbered_map({}, {}, {{7, middle, {}}}, words, {"场所", "相邻", "误差"});
  ASSERT_EQ(discs(alone.svg).size(), 1U);
  EXPECT_EQ(discs(alone.svg)[0].number, 7);
  EXPECT_EQ(alone.svg.find("相邻"), std::string::npos);
}

TEST_F(NumberedMapTest, WithoutPlacesThereIsNoMap) {
  EXPECT_EQ(map({}).svg, "");
}

}  // namespace
}  // namespace wza::gis
