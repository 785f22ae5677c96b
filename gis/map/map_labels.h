// SPDX-License-Identifier: Apache-2.0
// Which of the labels of a map can stand, so that none covers another. The weightier come first; a
// label that finds no room moves a little, then gives up its lines from the first on, then goes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace wza::gis {

struct LabelBox {
  double left = 0, top = 0, right = 0, bottom = 0;
  bool meets(LabelBox const &other) const {
    return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
  }
};

/// A label to be put round a place of the drawing.
struct MapLabel {
  double x = 0, y = 0;
  std::vector<std::string> lines;
  double weight = 0;  ///< of an area, how large it is drawn
};

struct PlacedLabel {
  std::size_t label = 0;       ///< its place in what was given
  std::size_t first_line = 0;  ///< lines before it were given up
  LabelBox box;
};

/// How wide a text is drawn, a little too wide rather than too narrow: Chinese characters one
/// letter's height, others 0.62 of it.
double text_width(std::string_view text, double size);

/// The labels that stand, in the order of their weight. All boxes lie in `frame`, none meets
/// another. Lines are 1.3 letters high.
std::vector<PlacedLabel> place_labels(std::vector<MapLabel> const &labels, double size,
                                      LabelBox const &frame);

}  // namespace wza::gis
