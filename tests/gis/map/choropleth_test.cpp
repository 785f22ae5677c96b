// SPDX-License-Identifier: Apache-2.0
#include "gis/map/choropleth.h"

#include "gis/map/svg_writer.h"
#include "tests/gis/geo/drawn_towns.h"

#include <gtest/gtest.h>

#include <fstream>

namespace wza::gis {
namespace {

MapWords words() {
  return {"m", "各镇完成率 <测试>", "虚构的地图", "完成率", "无数据", {}};
}

std::vector<MapDistrict> towns() {
  std::vector<MapDistrict> out;
  double share = 0;
  for (auto const &town : DrawnTowns().towns) {
    out.push_back({town.district.code.value,
                   town.area,
                   share,
                   fmt::format("{:.0f} %", share * 100),
                   town.district.code.value + "：完成",
                   {}});
    share += 0.08;
  }
  out.back().share.reset();
  return out;
}

int count(std::string const &text, std::string_view what) {
  int n = 0;
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + 1))
    ++n;
  return n;
}

TEST(Choropleth, EveryDistrictHasAPatternANumberAndASentence) {
  auto const districts = towns();
  auto const svg = choropleth(districts, words());
  EXPECT_EQ(count(svg, "<path "), static_cast<int>(districts.size()));
  EXPECT_EQ(count(svg, "fill=\"url(#m-class-"), static_cast<int>(districts.size()) + 6)
      << "and six in the legend";
  EXPECT_NE(svg.find(">16 %<"), std::string::npos);
  EXPECT_NE(svg.find(">无数据<"), std::string::npos);
  EXPECT_EQ(count(svg, "：完成</title>"), static_cast<int>(districts.size()));
}

TEST(Choropleth, ItIsNamedAndDescribedAndEscaped) {
  auto const svg = choropleth(towns(), words());
  EXPECT_NE(svg.find("role=\"img\" aria-labelledby=\"m-title\""), std::string::npos);
  EXPECT_NE(svg.find("<title id=\"m-title\">各镇完成率 &lt;测试&gt;</title>"), std::string::npos);
  EXPECT_NE(svg.find("<desc id=\"m-desc\">虚构的地图</desc>"), std::string::npos);
}

TEST(Choropleth, LinksMakeItAGroupOfNamedLinks) {
  auto districts = towns();
  districts[0].href = "/districts/1?a=1&b=\"2\"";
  auto const svg = choropleth(districts, words());
  EXPECT_NE(svg.find("role=\"group\""), std::string::npos);
  EXPECT_NE(svg.find("<a href=\"/districts/1?a=1&amp;b=&quot;2&quot;\" aria-label="),
            std::string::npos);
}

TEST(Choropleth, WithoutAreasThereIsNoMap) {
  EXPECT_EQ(choropleth({}, words()), "");
}

TEST(Choropleth, TheNarrowestLevelIsDrawn) {
  auto areas = DrawnTowns().towns;
  auto const towns = areas.size();
  DistrictArea county;
  county.district.code = DistrictCode("990101");
  county.district.level = DistrictLevel::county;
  county.area = areas.front().area;
  areas.push_back(county);
  EXPECT_EQ(areas_to_draw(areas).size(), towns);
  EXPECT_EQ(areas_to_draw({county}).size(), 1U);
}

TEST(SvgWriter, ControlCharactersNeverGetOut) {
  SvgWriter svg;
  svg.element("text", {{"a", "\x01\"<"}}, std::string_view("a\0b&", 4));
  EXPECT_EQ(svg.take(), "<text a=\"&quot;&lt;\">ab&amp;</text>");
}

}  // namespace
}  // namespace wza::gis
