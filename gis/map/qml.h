// SPDX-License-Identifier: Apache-2.0
// Styles as QGIS keeps them (QML, since QGIS 3.0): a layer drawn by the classes of one column.
// Points differ in shape as well as in colour.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace wza::gis {

enum class Drawn : std::uint8_t { points, areas };

/// One value of the column.
struct QmlCategory {
  std::string value, label;
  std::string colour;  ///< "#b2182b"
  std::string shape;   ///< of points: "circle", "triangle", "square", "diamond", "star", "cross"
  int over = 0;        ///< drawn above categories with less, where they share a place
};
/// Numbers from `low` to `high`.
struct QmlRange {
  double low = 0, high = 0;
  std::string label, colour;
};

/// `column` is a column's name or an expression of QGIS.
std::string categorized_qml(std::string const &column, Drawn drawn,
                            std::vector<QmlCategory> const &categories);
/// Points of which many share a place: one symbol with their number, and where one stands alone, by
/// its category.
std::string clustered_qml(std::string const &column, std::vector<QmlCategory> const &categories);
/// Areas; a row without a number is not drawn.
std::string graduated_qml(std::string const &column, std::vector<QmlRange> const &ranges);
/// Areas as outlines with the text of `column` in them.
std::string outlined_qml(std::string const &column);

}  // namespace wza::gis
