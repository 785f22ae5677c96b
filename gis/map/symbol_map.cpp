// SPDX-License-Identifier: Apache-2.0
#include "gis/map/symbol_map.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

namespace wza::gis {
namespace {

constexpr double kPointRadius = 4.5;
/// Half of a label's two lines and a gap, in heights of its letters.
constexpr double kUnderDisc = 1.45;

/// The outline of a shape round (x, y) that a circle of `radius` holds.
std::string shape_path(std::string_view shape, double x, double y, double radius) {
  auto const corners = [&](int count, double turn, double inner) {
    std::string path;
    int const points = inner > 0 ? 2 * count : count;
    for (int i = 0; i < points; ++i) {
      double const r = inner > 0 && i % 2 == 1 ? radius * inner : radius;
      double const angle = turn + 2 * std::numbers::pi * i / points;
      path += fmt::format("{}{:.1f} {:.1f}", i == 0 ? 'M' : 'L', x + r * std::sin(angle),
                          y - r * std::cos(angle));
    }
    return path + "Z";
  };
  constexpr double kEighth = std::numbers::pi / 4;
  if (shape == "triangle") return corners(3, 0, 0);
  if (shape == "diamond") return corners(4, 0, 0);
  if (shape == "square") return corners(4, kEighth, 0);
  if (shape == "star") return corners(5, 0, 0.42);
  if (shape == "cross") return corners(4, 0, 0.3);
  return fmt::format(
      "M{0:.1f} {1:.1f}a{2:.1f} {2:.1f} 0 1 0 {3:.1f} 0a{2:.1f} {2:.1f} 0 1 0 "
      "-{3:.1f} 0Z",
      x - radius, y, radius, 2 * radius);
}

void draw_shape(SvgWriter &svg, MapPointKind const &kind, double x, double y) {
  svg.empty("path", {{"d", shape_path(kind.shape, x, y, kPointRadius)},
                     {"fill", kind.colour},
                     {"stroke", "#222222"},
                     {"stroke-width", "0.7"}});
}

void draw_disc(SvgWriter &svg, double x, double y, double radius) {
  svg.empty("circle", {{"cx", fmt::format("{:.1f}", x)},
                       {"cy", fmt::format("{:.1f}", y)},
                       {"r", fmt::format("{:.1f}", radius)},
                       {"fill", "#9ecae1"},
                       {"stroke", "#08306b"},
                       {"stroke-width", "1.2"}});
}

std::vector<MapDrawing::LegendItem> legend_of(std::vector<MapPointKind> const &kinds) {
  std::vector<MapDrawing::LegendItem> legend;
  for (auto const &kind : kinds) {
    legend.push_back({kind.label, [kind](SvgWriter &svg, double left, double top) {
                        draw_shape(svg, kind, left + 24, top + 11);
                      }});
  }
  return legend;
}

void widen(std::optional<Box> &box, Point p) {
  if (!box) box = Box{p, p};
  box->min = {std::min(box->min.lon, p.lon), std::min(box->min.lat, p.lat)};
  box->max = {std::max(box->max.lon, p.lon), std::max(box->max.lat, p.lat)};
}

/// Radii of discs: the largest count gets the largest disc.
class Discs {
 public:
  explicit Discs(std::vector<MapCount> const &counts) {
    for (auto const &one : counts)
      m_most = std::max(m_most, one.count.value_or(0));
  }
  double radius(std::int64_t count) const {
    constexpr double kLargest = 15;  // half of what the legend has room for
    return kLargest * std::sqrt(static_cast<double>(count) / static_cast<double>(m_most));
  }
  /// The largest of 1, 2, 5, 10 … that is shown, and what is about a quarter of it.
  std::vector<std::int64_t> examples() const {
    std::int64_t large = 1;
    for (std::int64_t decade = 1; decade <= m_most; decade *= 10) {
      for (std::int64_t const step : {1, 2, 5}) {
        if (step * decade <= m_most) large = step * decade;
      }
    }
    if (large < 4) return {large};
    return {std::max<std::int64_t>(1, large / 4), large};
  }

 private:
  std::int64_t m_most = 1;
};

std::vector<MapDrawing::LegendItem> legend_of(Discs const &discs, bool hidden,
                                              MapWords const &words) {
  std::vector<MapDrawing::LegendItem> legend;
  for (auto const count : discs.examples()) {
    legend.push_back({fmt::format("{}", count),
                      [radius = discs.radius(count)](SvgWriter &svg, double left, double top) {
                        draw_disc(svg, left + 17, top + 11, radius);
                      }});
  }
  if (hidden) legend.push_back({"* " + words.no_data, swatch_of(MapDrawing::pattern_of(words, 0))});
  return legend;
}

}  // namespace

std::string point_map(std::vector<MapDistrict> const &districts, std::vector<MapPoint> points,
                      std::vector<MapPointKind> const &kinds, MapWords const &words) {
  auto box = box_of(districts);
  for (auto const &point : points)
    widen(box, point.at);
  if (!box) return {};
  MapDrawing map(*box, words, legend_of(kinds), false);
  std::vector<MapLabel> labels;
  for (auto const &district : districts) {
    if (!box_of(district.area)) continue;
    map.area(district.area, "#ffffff", district.sentence);
    labels.push_back(area_label(map.frame(), district.area, {district.name}));
  }
  std::stable_sort(points.begin(), points.end(), [&](MapPoint const &a, MapPoint const &b) {
    return kinds[a.kind].over < kinds[b.kind].over;
  });
  map.svg().open("g", {{"aria-hidden", "true"}});
  for (auto const &point : points)
    draw_shape(map.svg(), kinds[point.kind], map.frame().x(point.at), map.frame().y(point.at));
  map.svg().close();
  map.labels(labels);
  return map.finish();
}

std::string count_map(std::vector<MapCount> const &counts, MapWords const &words) {
  std::vector<MapDistrict> districts;
  for (auto const &one : counts)
    districts.push_back(one.district);
  auto const box = box_of(districts);
  if (!box) return {};
  Discs const discs(counts);
  bool const hidden =
      std::any_of(counts.begin(), counts.end(), [](auto const &one) { return !one.count; });
  MapDrawing map(*box, words, legend_of(discs, hidden, words), false);
  map.define({kNothingKnown});
  std::vector<MapLabel> labels;
  for (auto const &[district, count] : counts) {
    if (!box_of(district.area)) continue;
    map.area(district.area, count ? "#ffffff" : map.pattern(0), district.sentence);
    auto &label = labels.emplace_back(area_label(
        map.frame(), district.area, {district.name, count ? fmt::format("{}", *count) : "*"}));
    // Under its disc, whose size would not be seen through the words.
    if (count && *count > 0) label.y += discs.radius(*count) + kUnderDisc * words.medium.text;
  }
  for (auto const &[district, count] : counts) {
    auto const label = area_label(map.frame(), district.area, {});
    if (count && *count > 0 && box_of(district.area))
      draw_disc(map.svg(), label.x, label.y, discs.radius(*count));
  }
  map.labels(labels);
  return map.finish();
}

}  // namespace wza::gis
