// SPDX-License-Identifier: Apache-2.0
#include "gis/map/choropleth.h"

#include <algorithm>
#include <array>
#include <utility>

namespace wza::gis {
namespace {

/// One class of shares: from `low`; colour and hatching both tell it (the darker, the denser).
struct Class {
  double low;
  std::string_view label;
  MapPattern pattern;
};
constexpr std::array kClasses{
    Class{0.0, "0–24 %", {"#ffffff", "#08519c", 0}},
    Class{0.25, "25–49 %", {"#deebf7", "#08519c", 14}},
    Class{0.50, "50–74 %", {"#9ecae1", "#08306b", 9}},
    Class{0.75, "75–99 %", {"#6baed6", "#08306b", 6}},
    Class{1.0, "≥ 100 %", {"#4292c6", "#08306b", 4}},
};
constexpr std::size_t kNoData = kClasses.size();

std::size_t class_of(std::optional<double> share) {
  if (!share) return kNoData;
  std::size_t found = 0;
  for (std::size_t i = 0; i < kClasses.size(); ++i) {
    if (*share >= kClasses[i].low) found = i;
  }
  return found;
}

std::vector<MapPattern> patterns() {
  std::vector<MapPattern> out;
  for (auto const &c : kClasses)
    out.push_back(c.pattern);
  out.push_back(kNothingKnown);
  return out;
}

std::vector<MapDrawing::LegendItem> legend(MapWords const &words) {
  std::vector<MapDrawing::LegendItem> out;
  for (std::size_t i = 0; i <= kNoData; ++i) {
    out.push_back({i == kNoData ? words.no_data : std::string(kClasses[i].label),
                   swatch_of(MapDrawing::pattern_of(words, i))});
  }
  return out;
}

void draw(MapDrawing &map, MapDistrict const &district) {
  bool const linked = !district.href.empty();
  if (linked) map.svg().open("a", {{"href", district.href}, {"aria-label", district.sentence}});
  map.area(district.area, map.pattern(class_of(district.share)), district.sentence);
  if (linked) map.svg().close();
}

}  // namespace

std::optional<Box> box_of(std::vector<MapDistrict> const &districts) {
  std::optional<Box> box;
  for (auto const &district : districts) {
    auto const own = box_of(district.area);
    if (!own) continue;
    if (!box) box = own;
    box->min = {std::min(box->min.lon, own->min.lon), std::min(box->min.lat, own->min.lat)};
    box->max = {std::max(box->max.lon, own->max.lon), std::max(box->max.lat, own->max.lat)};
  }
  return box;
}

std::string choropleth(std::vector<MapDistrict> const &districts, MapWords const &words) {
  auto const box = box_of(districts);
  if (!box) return {};
  bool const linked = std::any_of(districts.begin(), districts.end(),
                                  [](auto const &d) { return !d.href.empty(); });
  MapDrawing map(*box, words, legend(words), linked);
  map.define(patterns());
  std::vector<MapLabel> labels;
  for (auto const &district : districts) {
    if (!box_of(district.area)) continue;
    draw(map, district);
    std::vector<std::string> lines{district.name};
    if (district.share) lines.push_back(district.value);  // nothing known: the dots tell it
    labels.push_back(area_label(map.frame(), district.area, std::move(lines)));
  }
  map.labels(labels);
  return map.finish();
}

std::vector<DistrictArea> areas_to_draw(std::vector<DistrictArea> areas) {
  for (auto name = Names<DistrictLevel>::kAll.rbegin(); name != Names<DistrictLevel>::kAll.rend();
       ++name) {
    auto const of_level = [&](auto const &area) { return area.district.level == name->value; };
    if (std::count_if(areas.begin(), areas.end(), of_level) < 2) continue;
    std::erase_if(areas, [&](auto const &area) { return !of_level(area); });
    break;
  }
  std::sort(areas.begin(), areas.end(),
            [](auto const &a, auto const &b) { return a.district.code < b.district.code; });
  return areas;
}

}  // namespace wza::gis
