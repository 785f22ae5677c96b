// SPDX-License-Identifier: Apache-2.0
#include "gis/map/map_frame.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numbers>

namespace wza::gis {
namespace {

constexpr double kMetresPerDegree = 111'319.49;  // of latitude on the sphere of web maps
constexpr double kUnitsPerMetre = 1000 * kUnitsPerMillimetre;  // of paper

/// The least of 1, 1.25, 1.5, 2 … times a power of ten that is no less than `n`.
double round_denominator(double n) {
  double const decade = std::pow(10, std::floor(std::log10(n)));
  for (double const step : {1.0, 1.25, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 7.5}) {
    if (step * decade >= n * (1 - 1e-9)) return step * decade;
  }
  return 10 * decade;
}

}  // namespace

MapFrame::MapFrame(Box const &box, MapMedium const &medium) : m_box(box), m_width(medium.width) {
  double const middle = (static_cast<double>(box.min.lat) + box.max.lat) / 2 / Point::kPerDegree;
  m_squeeze = std::max(0.1, std::cos(middle * std::numbers::pi / 180));
  // A place alone is drawn as if it were a kilometre wide.
  constexpr double kLeast = 1000 / kMetresPerDegree * Point::kPerDegree;
  double const across = (static_cast<double>(box.max.lon) - box.min.lon) * m_squeeze;
  double const along = static_cast<double>(box.max.lat) - box.min.lat;
  m_scale = std::min((medium.width - 2 * kMargin) / std::max(kLeast, across),
                     (medium.most_height - 2 * kMargin) / std::max(kLeast, along));
  if (medium.on_paper) m_scale *= denominator() / round_denominator(denominator());
  m_height = std::max(kLeast, along) * m_scale + 2 * kMargin;
  m_left = (medium.width - across * m_scale) / 2;
  m_top = (m_height - along * m_scale) / 2;
}

double MapFrame::units_per_metre() const {
  return m_scale * Point::kPerDegree / kMetresPerDegree;
}

double MapFrame::denominator() const {
  return kUnitsPerMetre / units_per_metre();
}

MapPaper paper_for(std::string_view name, Box const &box) {
  assert(name == "A4" || name == "A3");
  constexpr double kMargins = 24, kRoom = 78;  // mm, for what stands above and below the map
  double const narrow = name == "A3" ? 297 : 210, wide = name == "A3" ? 420 : 297;
  auto const sheet = [&](bool landscape) {
    MapPaper paper{std::string(name), landscape, {}};
    paper.medium.on_paper = true;
    paper.medium.text = 12;
    paper.medium.width = ((landscape ? wide : narrow) - kMargins) * kUnitsPerMillimetre;
    paper.medium.most_height =
        ((landscape ? narrow : wide) - kMargins - kRoom) * kUnitsPerMillimetre;
    return paper;
  };
  auto upright = sheet(false), turned = sheet(true);
  auto const scale = [&](MapPaper const &paper) {
    return MapFrame(box, paper.medium).denominator();
  };
  return scale(turned) < scale(upright) ? turned : upright;
}

}  // namespace wza::gis
