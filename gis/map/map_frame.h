// SPDX-License-Identifier: Apache-2.0
// Where a place of the Earth comes to lie on a drawn map: plate carrée with the width of the middle
// parallel. On paper the scale is a round one, true at the middle of the map and along meridians.
#pragma once

#include "gis/geo/polygon.h"

#include <string>
#include <string_view>

namespace wza::gis {

/// What a map is drawn on. Lengths are in units of the drawing; on paper one is 1/96 inch, so that
/// the drawing has its size in millimetres.
struct MapMedium {
  double width = 800, most_height = 800;
  double text = 15;       ///< height of letters
  bool on_paper = false;  ///< with a scale, a north arrow and a size in millimetres
};

inline constexpr double kUnitsPerMillimetre = 96 / 25.4;

/// A sheet with margins of 12 mm, turned so that `box` is drawn the larger; room is left for title,
/// legend and notes.
struct MapPaper {
  std::string name;  ///< "A4", "A3"
  bool landscape = false;
  MapMedium medium;
};
/// Precondition: name is "A4" or "A3".
MapPaper paper_for(std::string_view name, Box const &box);

class MapFrame {
 public:
  MapFrame(Box const &box, MapMedium const &medium);

  double x(Point p) const {
    return m_left + (static_cast<double>(p.lon) - m_box.min.lon) * m_squeeze * m_scale;
  }
  double y(Point p) const { return m_top + (static_cast<double>(m_box.max.lat) - p.lat) * m_scale; }
  double width() const { return m_width; }
  double height() const { return m_height; }
  /// Units of latitude (1e-7 degree) in so many units of the drawing.
  double latitude(double units) const { return units / m_scale; }
  /// The same of longitude.
  double longitude(double units) const { return units / m_scale / m_squeeze; }
  double units_per_metre() const;
  /// n of "1:n"; of paper only.
  double denominator() const;

  static constexpr double kMargin = 8;

 private:
  Box m_box;
  double m_squeeze = 1, m_scale = 1, m_width = 0, m_height = 0, m_left = 0, m_top = kMargin;
};

}  // namespace wza::gis
