// SPDX-License-Identifier: Apache-2.0
#include "gis/map/choropleth.h"

#include "gis/map/svg_writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace wza::gis {
namespace {

constexpr double kWidth = 800;
constexpr double kMostHeight = 800;
constexpr double kMargin = 8;
constexpr double kLegendHeight = 64;
constexpr double kTolerance = 0.6;  // pixels that a simplified border may be off

/// One class of shares: from `low`; colour and hatching both tell it (the darker, the denser).
struct Class {
  double low;
  std::string_view label, fill, line;
  double spacing;  // of the hatching in pixels; 0: none
};
constexpr std::array kClasses{
    Class{0.0, "0–24 %", "#ffffff", "#08519c", 0},
    Class{0.25, "25–49 %", "#deebf7", "#08519c", 14},
    Class{0.50, "50–74 %", "#9ecae1", "#08306b", 9},
    Class{0.75, "75–99 %", "#6baed6", "#08306b", 6},
    Class{1.0, "≥ 100 %", "#4292c6", "#08306b", 4},
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

/// Degrees to pixels: plate carrée with the width of the middle parallel.
class Projection {
 public:
  explicit Projection(Box const &box) : m_box(box) {
    double const middle = (static_cast<double>(box.min.lat) + box.max.lat) / 2 / Point::kPerDegree;
    m_squeeze = std::max(0.1, std::cos(middle * std::numbers::pi / 180));
    double const wide = std::max(1.0, (static_cast<double>(box.max.lon) - box.min.lon) * m_squeeze);
    double const high = std::max(1.0, static_cast<double>(box.max.lat) - box.min.lat);
    m_scale = std::min((kWidth - 2 * kMargin) / wide, (kMostHeight - 2 * kMargin) / high);
    m_height = high * m_scale + 2 * kMargin;
    m_left = (kWidth - wide * m_scale) / 2;
  }
  double x(Point p) const {
    return m_left + (static_cast<double>(p.lon) - m_box.min.lon) * m_squeeze * m_scale;
  }
  double y(Point p) const {
    return kMargin + (static_cast<double>(m_box.max.lat) - p.lat) * m_scale;
  }
  double height() const { return m_height; }
  double pixels_per_metre() const {
    constexpr double kMetresPerDegree = 111'319.49;  // of latitude on the sphere of web maps
    return m_scale * Point::kPerDegree / kMetresPerDegree;
  }
  double units(double pixels) const { return pixels / m_scale; }

 private:
  Box m_box;
  double m_squeeze = 1, m_scale = 1, m_height = 0, m_left = 0;
};

std::string path_of(MultiPolygon const &area, Projection const &projection) {
  std::string path;
  for (auto const &polygon : area) {
    for (auto const &ring : polygon) {
      char command = 'M';
      for (auto p : simplified(ring, projection.units(kTolerance))) {
        path += fmt::format("{}{:.1f} {:.1f}", command, projection.x(p), projection.y(p));
        command = 'L';
      }
      path += 'Z';
    }
  }
  return path;
}

std::string pattern_id(MapWords const &words, std::size_t of_class) {
  return fmt::format("{}-class-{}", words.id, of_class);
}

void write_patterns(SvgWriter &svg, MapWords const &words) {
  svg.open("defs");
  for (std::size_t i = 0; i < kClasses.size(); ++i) {
    auto const &c = kClasses[i];
    auto const size = fmt::format("{}", c.spacing > 0 ? c.spacing : 8);
    svg.open("pattern", {{"id", pattern_id(words, i)},
                         {"width", size},
                         {"height", size},
                         {"patternUnits", "userSpaceOnUse"},
                         {"patternTransform", "rotate(45)"}});
    svg.empty("rect", {{"width", size}, {"height", size}, {"fill", std::string(c.fill)}});
    if (c.spacing > 0) {
      svg.empty("line", {{"x1", "0"},
                         {"y1", "0"},
                         {"x2", "0"},
                         {"y2", size},
                         {"stroke", std::string(c.line)},
                         {"stroke-width", "1.5"}});
    }
    svg.close();
  }
  svg.open("pattern", {{"id", pattern_id(words, kNoData)},
                       {"width", "10"},
                       {"height", "10"},
                       {"patternUnits", "userSpaceOnUse"}});
  svg.empty("rect", {{"width", "10"}, {"height", "10"}, {"fill", "#eeeeee"}});
  svg.empty("circle", {{"cx", "5"}, {"cy", "5"}, {"r", "1.5"}, {"fill", "#595959"}});
  svg.close();
  svg.close();
}

/// Text with a white rim, so that it can be read on every pattern.
void write_label(SvgWriter &svg, double x, double y, std::string_view anchor, int size,
                 std::string_view text) {
  svg.element("text",
              {{"x", fmt::format("{:.1f}", x)},
               {"y", fmt::format("{:.1f}", y)},
               {"text-anchor", std::string(anchor)},
               {"font-size", fmt::format("{}", size)},
               {"fill", "#000000"},
               {"stroke", "#ffffff"},
               {"stroke-width", "4"},
               {"paint-order", "stroke"},
               {"aria-hidden", "true"}},
              text);
}

void write_district(SvgWriter &svg, MapDistrict const &district, Projection const &projection,
                    MapWords const &words) {
  bool const linked = !district.href.empty();
  if (linked) svg.open("a", {{"href", district.href}, {"aria-label", district.sentence}});
  svg.open("path", {{"d", path_of(district.area, projection)},
                    {"fill", fmt::format("url(#{})", pattern_id(words, class_of(district.share)))},
                    {"fill-rule", "evenodd"},
                    {"stroke", "#333333"},
                    {"stroke-width", "1.5"},
                    {"stroke-linejoin", "round"}});
  svg.element("title", {}, district.sentence);
  svg.close();
  if (linked) svg.close();
}

/// Above all areas, so that no neighbour covers a name.
void write_names(SvgWriter &svg, std::vector<MapDistrict> const &districts,
                 Projection const &projection, MapWords const &words) {
  svg.open("g", {{"pointer-events", "none"}});
  for (auto const &district : districts) {
    auto const at = inner_point(district.area);
    if (!at) continue;
    write_label(svg, projection.x(*at), projection.y(*at) - 3, "middle", 15, district.name);
    write_label(svg, projection.x(*at), projection.y(*at) + 15, "middle", 15,
                district.share ? district.value : words.no_data);
  }
  svg.close();
}

/// The longest of 1, 2, 5, 10 … km that takes at most a quarter of the width.
void write_scale_bar(SvgWriter &svg, double top, Projection const &projection) {
  double kilometres = 0.01, length = 0;
  for (double decade = 0.01; decade < 1e5; decade *= 10) {
    for (double const step : {1.0, 2.0, 5.0}) {
      double const pixels = step * decade * 1000 * projection.pixels_per_metre();
      if (pixels > kWidth / 4) break;
      kilometres = step * decade;
      length = pixels;
    }
  }
  double const right = kWidth - kMargin, left = right - length;
  svg.empty("path", {{"d", fmt::format("M{0:.1f} {1:.1f}v6H{2:.1f}v-6", left, top + 12, right)},
                     {"fill", "none"},
                     {"stroke", "#000000"},
                     {"stroke-width", "1.5"}});
  write_label(svg, (left + right) / 2, top + 14, "middle", 13, fmt::format("{} km", kilometres));
}

void write_legend(SvgWriter &svg, double top, MapWords const &words) {
  svg.open("g", {{"aria-hidden", "true"}});
  write_label(svg, kMargin, top + 16, "start", 15, words.legend);
  constexpr double kStep = (kWidth - 2 * kMargin) / (kClasses.size() + 1);
  for (std::size_t i = 0; i <= kNoData; ++i) {
    double const x = kMargin + static_cast<double>(i) * kStep;
    svg.empty("rect", {{"x", fmt::format("{:.1f}", x)},
                       {"y", fmt::format("{:.1f}", top + 26)},
                       {"width", "34"},
                       {"height", "22"},
                       {"fill", fmt::format("url(#{})", pattern_id(words, i))},
                       {"stroke", "#333333"}});
    write_label(svg, x + 40, top + 43, "start", 15,
                i == kNoData ? words.no_data : std::string(kClasses[i].label));
  }
  svg.close();
}

}  // namespace

std::string choropleth(std::vector<MapDistrict> const &districts, MapWords const &words) {
  std::optional<Box> box;
  for (auto const &district : districts) {
    auto const own = box_of(district.area);
    if (!own) continue;
    if (!box) box = own;
    box->min = {std::min(box->min.lon, own->min.lon), std::min(box->min.lat, own->min.lat)};
    box->max = {std::max(box->max.lon, own->max.lon), std::max(box->max.lat, own->max.lat)};
  }
  if (!box) return {};
  Projection const projection(*box);
  bool const linked = std::any_of(districts.begin(), districts.end(),
                                  [](auto const &d) { return !d.href.empty(); });
  double const height = projection.height() + kLegendHeight;
  SvgWriter svg;
  // As an image it is one thing with a name; with links in it, a group of them.
  svg.open("svg", {{"xmlns", "http://www.w3.org/2000/svg"},
                   {"viewBox", fmt::format("0 0 {:.0f} {:.0f}", kWidth, height)},
                   {"role", linked ? "group" : "img"},
                   {"aria-labelledby", words.id + "-title"},
                   {"aria-describedby", words.id + "-desc"},
                   {"font-family", "sans-serif"}});
  svg.element("title", {{"id", words.id + "-title"}}, words.title);
  svg.element("desc", {{"id", words.id + "-desc"}}, words.description);
  write_patterns(svg, words);
  for (auto const &district : districts) {
    if (box_of(district.area)) write_district(svg, district, projection, words);
  }
  write_names(svg, districts, projection, words);
  write_legend(svg, projection.height(), words);
  if (words.scale_bar) write_scale_bar(svg, projection.height(), projection);
  svg.close();
  return svg.take();
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
