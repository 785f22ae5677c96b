// SPDX-License-Identifier: Apache-2.0
// What all maps of ours have in common: name and description, patterns, areas, labels that do not
// cover each other, a legend; on paper a scale bar, the scale and a north arrow. SVG, without
// scripts.
#pragma once

#include "gis/map/map_frame.h"
#include "gis/map/map_labels.h"
#include "gis/map/svg_writer.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace wza::gis {

/// The words round a map, in the page's language.
struct MapWords {
  std::string id = "map";   ///< unique in the page; the start of all ids in the SVG
  std::string title;        ///< "各乡镇改造完成率"
  std::string description;  ///< what it shows, with the source and date of the boundaries
  std::string legend;       ///< "完成率"
  std::string no_data;      ///< "无数据"
  MapMedium medium;
};

/// A way to fill areas that is told by its lines as well as by its colour.
struct MapPattern {
  std::string_view fill, line;
  double spacing = 0;   ///< of the hatching; 0: none
  bool dotted = false;  ///< dots in place of lines: no data
};

inline constexpr MapPattern kNothingKnown{"#eeeeee", "#595959", 0, true};

class MapDrawing {
 public:
  /// One line of the legend: what is drawn at the left, in a box of 34 x 22 units, and its words.
  struct LegendItem {
    std::string label;
    std::function<void(SvgWriter &, double left, double top)> draw;
  };

  /// `linked`: areas lead somewhere, so that the map is a group and not one image.
  MapDrawing(Box const &box, MapWords const &words, std::vector<LegendItem> legend, bool linked);

  MapFrame const &frame() const { return m_frame; }
  SvgWriter &svg() { return m_svg; }

  void define(std::vector<MapPattern> const &patterns);
  /// "url(#…)" of a pattern that was defined.
  std::string pattern(std::size_t number) const { return pattern_of(m_words, number); }
  static std::string pattern_of(MapWords const &words, std::size_t number);

  void area(MultiPolygon const &area, std::string const &fill, std::string const &sentence);
  /// Labels above all that was drawn before; how many found no room.
  std::size_t labels(std::vector<MapLabel> const &labels);
  /// A text with a white rim, so that it can be read on every pattern.
  void text(double x, double y, std::string_view anchor, std::string_view text);
  /// Legend and, on paper, scale and north; then the whole SVG.
  std::string finish();

 private:
  void scale_bar(double top);
  void north_arrow(double x, double top);

  MapWords m_words;
  MapFrame m_frame;
  std::vector<LegendItem> m_legend;
  std::vector<std::vector<std::size_t>> m_rows;  ///< the legend's items by line
  SvgWriter m_svg;
};

/// A legend's box filled so.
std::function<void(SvgWriter &, double, double)> swatch_of(std::string fill);

/// The label of an area: at an inner point, weighed by the size of its largest part as drawn.
/// Without lines where the area is empty.
MapLabel area_label(MapFrame const &frame, MultiPolygon const &area,
                    std::vector<std::string> lines);

}  // namespace wza::gis
