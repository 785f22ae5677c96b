// SPDX-License-Identifier: Apache-2.0
#include "gis/map/map_drawing.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace wza::gis {
namespace {

constexpr double kBorderTolerance = 0.6;  // units that a simplified border may be off
constexpr double kSwatch = 34, kLegendLine = 30, kLegendTop = 26;
constexpr double kBarHeight = 44;  // of the scale bar with its words

std::string number(double value) {
  return fmt::format("{:.1f}", value);
}

std::string path_of(MultiPolygon const &area, MapFrame const &frame) {
  std::string path;
  for (auto const &polygon : area) {
    for (auto const &ring : polygon) {
      char command = 'M';
      for (auto p : simplified(ring, frame.latitude(kBorderTolerance))) {
        path += fmt::format("{}{:.1f} {:.1f}", command, frame.x(p), frame.y(p));
        command = 'L';
      }
      path += 'Z';
    }
  }
  return path;
}

/// 1 234 567 with blanks that do not break the line.
std::string spaced(double value) {
  auto digits = fmt::format("{:.0f}", value);
  for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3)
    digits.insert(static_cast<std::size_t>(at), "\u202f");
  return digits;
}

double item_width(MapDrawing::LegendItem const &item, double text) {
  return kSwatch + 6 + text_width(item.label, text) + 14;
}

std::vector<std::vector<std::size_t>> lines_of(std::vector<MapDrawing::LegendItem> const &items,
                                               MapMedium const &medium) {
  std::vector<std::vector<std::size_t>> lines;
  double left = 0;
  for (std::size_t i = 0; i < items.size(); ++i) {
    double const width = item_width(items[i], medium.text);
    if (lines.empty() || left + width > medium.width - 2 * MapFrame::kMargin) {
      lines.emplace_back();
      left = 0;
    }
    lines.back().push_back(i);
    left += width;
  }
  return lines;
}

}  // namespace

MapDrawing::MapDrawing(Box const &box, MapWords const &words, std::vector<LegendItem> legend,
                       bool linked)
    : m_words(words),
      m_frame(box, words.medium),
      m_legend(std::move(legend)),
      m_rows(lines_of(m_legend, words.medium)) {
  double const height = m_frame.height() + kLegendTop +
                        kLegendLine * static_cast<double>(m_rows.size()) +
                        (words.medium.on_paper ? kBarHeight : 8);
  // As an image it is one thing with a name; with links in it, a group of them.
  std::string const view = fmt::format("0 0 {:.0f} {:.0f}", m_frame.width(), height);
  std::string const role = linked ? "group" : "img";
  auto const title = m_words.id + "-title", description = m_words.id + "-desc";
  auto const mm = [](double units) { return fmt::format("{:.2f}mm", units / kUnitsPerMillimetre); };
  if (words.medium.on_paper) {
    m_svg.open("svg", {{"xmlns", "http://www.w3.org/2000/svg"},
                       {"viewBox", view},
                       {"width", mm(std::round(m_frame.width()))},
                       {"height", mm(std::round(height))},
                       {"role", role},
                       {"aria-labelledby", title},
                       {"aria-describedby", description},
                       {"font-family", "sans-serif"}});
  } else {
    m_svg.open("svg", {{"xmlns", "http://www.w3.org/2000/svg"},
                       {"viewBox", view},
                       {"role", role},
                       {"aria-labelledby", title},
                       {"aria-describedby", description},
                       {"font-family", "sans-serif"}});
  }
  m_svg.element("title", {{"id", title}}, m_words.title);
  m_svg.element("desc", {{"id", description}}, m_words.description);
}

std::string MapDrawing::pattern_of(MapWords const &words, std::size_t number) {
  return fmt::format("url(#{}-class-{})", words.id, number);
}

void MapDrawing::define(std::vector<MapPattern> const &patterns) {
  m_svg.open("defs");
  for (std::size_t i = 0; i < patterns.size(); ++i) {
    auto const &pattern = patterns[i];
    auto const size = fmt::format("{}", pattern.dotted        ? 10.0
                                        : pattern.spacing > 0 ? pattern.spacing
                                                              : 8.0);
    m_svg.open("pattern", {{"id", fmt::format("{}-class-{}", m_words.id, i)},
                           {"width", size},
                           {"height", size},
                           {"patternUnits", "userSpaceOnUse"},
                           {"patternTransform", pattern.dotted ? "rotate(0)" : "rotate(45)"}});
    m_svg.empty("rect", {{"width", size}, {"height", size}, {"fill", std::string(pattern.fill)}});
    if (pattern.dotted) {
      m_svg.empty("circle",
                  {{"cx", "5"}, {"cy", "5"}, {"r", "1.5"}, {"fill", std::string(pattern.line)}});
    } else if (pattern.spacing > 0) {
      m_svg.empty("line", {{"x1", "0"},
                           {"y1", "0"},
                           {"x2", "0"},
                           {"y2", size},
                           {"stroke", std::string(pattern.line)},
                           {"stroke-width", "1.5"}});
    }
    m_svg.close();
  }
  m_svg.close();
}

void MapDrawing::area(MultiPolygon const &area, std::string const &fill,
                      std::string const &sentence) {
  m_svg.open("path", {{"d", path_of(area, m_frame)},
                      {"fill", fill},
                      {"fill-rule", "evenodd"},
                      {"stroke", "#333333"},
                      {"stroke-width", m_words.medium.on_paper ? "1" : "1.5"},
                      {"stroke-linejoin", "round"}});
  m_svg.element("title", {}, sentence);
  m_svg.close();
}

void MapDrawing::text(double x, double y, std::string_view anchor, std::string_view text) {
  m_svg.element("text",
                {{"x", number(x)},
                 {"y", number(y)},
                 {"text-anchor", std::string(anchor)},
                 {"font-size", fmt::format("{}", m_words.medium.text)},
                 {"fill", "#000000"},
                 {"stroke", "#ffffff"},
                 {"stroke-width", "3"},
                 {"paint-order", "stroke"},
                 {"aria-hidden", "true"}},
                text);
}

std::size_t MapDrawing::labels(std::vector<MapLabel> const &labels) {
  double const size = m_words.medium.text;
  auto const placed =
      place_labels(labels, size, {0, 0, m_frame.width(), m_frame.height() + kLegendTop / 2});
  m_svg.open("g", {{"pointer-events", "none"}});
  for (auto const &label : placed) {
    auto const &lines = labels[label.label].lines;
    double const middle = (label.box.left + label.box.right) / 2;
    double const height =
        (label.box.bottom - label.box.top) / static_cast<double>(lines.size() - label.first_line);
    for (std::size_t i = label.first_line; i < lines.size(); ++i) {
      double const top = label.box.top + height * static_cast<double>(i - label.first_line);
      text(middle, top + height / 2 + size * 0.36, "middle", lines[i]);
    }
  }
  m_svg.close();
  return labels.size() - placed.size();
}

/// The longest of 1, 2, 5, 10 … km that takes at most a quarter of the width.
void MapDrawing::scale_bar(double top) {
  double kilometres = 0.01, length = 0;
  for (double decade = 0.01; decade < 1e5; decade *= 10) {
    for (double const step : {1.0, 2.0, 5.0}) {
      double const units = step * decade * 1000 * m_frame.units_per_metre();
      if (units > m_frame.width() / 4) break;
      kilometres = step * decade;
      length = units;
    }
  }
  double const right = m_frame.width() - MapFrame::kMargin, left = right - length;
  m_svg.empty("path", {{"d", fmt::format("M{0:.1f} {1:.1f}v6H{2:.1f}v-6", left, top + 20, right)},
                       {"fill", "none"},
                       {"stroke", "#000000"},
                       {"stroke-width", "1.5"}});
  auto const words = fmt::format("{} km · 1:{}", kilometres, spaced(m_frame.denominator()));
  text(right, top + 16, "end", words);
  north_arrow(std::min(left, right - text_width(words, m_words.medium.text)) - 24, top);
}

/// Beside the scale bar, where it covers nothing; north is up all over the map.
void MapDrawing::north_arrow(double x, double top) {
  m_svg.empty("path", {{"d", fmt::format("M{:.1f} {:.1f}l7 22l-7 -5l-7 5Z", x, top + 6)},
                       {"fill", "#000000"}});
  text(x - 11, top + 22, "end", "N");
}

std::string MapDrawing::finish() {
  double const top = m_frame.height();
  m_svg.open("g", {{"aria-hidden", "true"}});
  text(MapFrame::kMargin, top + 16, "start", m_words.legend);
  for (std::size_t line = 0; line < m_rows.size(); ++line) {
    double left = MapFrame::kMargin;
    double const high = top + kLegendTop + kLegendLine * static_cast<double>(line);
    for (std::size_t const i : m_rows[line]) {
      m_legend[i].draw(m_svg, left, high);
      text(left + kSwatch + 6, high + 11 + m_words.medium.text * 0.36, "start", m_legend[i].label);
      left += item_width(m_legend[i], m_words.medium.text);
    }
  }
  m_svg.close();
  if (m_words.medium.on_paper)
    scale_bar(top + kLegendTop + kLegendLine * static_cast<double>(m_rows.size()));
  m_svg.close();
  return m_svg.take();
}

std::function<void(SvgWriter &, double, double)> swatch_of(std::string fill) {
  return [fill = std::move(fill)](SvgWriter &svg, double left, double top) {
    svg.empty("rect", {{"x", number(left)},
                       {"y", number(top)},
                       {"width", "34"},
                       {"height", "22"},
                       {"fill", fill},
                       {"stroke", "#333333"}});
  };
}

MapLabel area_label(MapFrame const &frame, MultiPolygon const &area,
                    std::vector<std::string> lines) {
  auto const at = inner_point(area);
  if (!at) return {};
  double weight = 0;
  for (auto const &polygon : area)
    weight = std::max(weight, area_of(polygon));
  return {frame.x(*at), frame.y(*at), std::move(lines), weight};
}

}  // namespace wza::gis
