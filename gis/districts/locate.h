// SPDX-License-Identifier: Apache-2.0
// Which district a point lies in: exactly one, or none. Where areas of several levels hold the
// point, the narrowest level answers. A point on a shared border goes to the lowest code, and says
// so; so does a point in an overlap of badly drawn areas.
#pragma once

#include "db/base/ids.h"
#include "db/model/district.h"
#include "gis/geo/area_grid.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace wza::gis {

/// A district with its area.
struct DistrictArea {
  District district;
  MultiPolygon area;
};

/// Where a point was found.
struct Located {
  std::size_t district = 0;  ///< its place in DistrictIndex::districts()
  bool on_border = false;    ///< the point lies on a border of its level
  bool in_several = false;   ///< it lies inside more than one area of its level, off the borders
  bool operator==(Located const &) const = default;
};

/// All areas, prepared for millions of questions. The answer depends neither on the order in which
/// the areas were given nor on that of the points.
class DistrictIndex {
 public:
  explicit DistrictIndex(std::vector<DistrictArea> districts);

  std::optional<Located> locate(Point p) const;
  /// Calls f(i, located) for each of many points in their order: twice as fast as one by one, for
  /// memory is fetched ahead.
  template <class F>
  void locate_all(std::span<Point const> points, F &&f) const {
    for (auto const p : points)
      m_grid.prefetch_cell(p);
    for (auto const p : points)
      m_grid.prefetch_record(p);
    for (std::size_t i = 0; i < points.size(); ++i)
      f(i, locate(points[i]));
  }
  /// The other districts that p may lie in as well when it is known to `accuracy` metres: those of
  /// the level found (where nothing was found, of the narrowest level near) that hold it too or
  /// whose border is not farther off. With accuracy 0 those on whose border p itself lies. In their
  /// order.
  std::vector<std::size_t> others_within(Point p, double accuracy,
                                         std::optional<Located> const &found) const;
  /// Their codes, for a position of which only the accuracy may be known: nothing where it decides.
  std::vector<DistrictCode> other_codes(Point p, std::optional<double> accuracy,
                                        Located const &found) const;
  /// Metres from p to the nearest border of any district; `most` where none is nearer.
  double distance_to_border(Point p, double most) const {
    return m_grid.distance_to_border(p, most);
  }
  /// Sorted by level, narrowest first, then by code.
  std::vector<District> const &districts() const { return m_districts; }
  District const &operator[](Located const &at) const { return m_districts[at.district]; }
  std::optional<std::size_t> find(DistrictCode const &code) const;
  bool empty() const { return m_districts.empty(); }

 private:
  std::vector<District> m_districts;
  std::unordered_map<std::string, std::size_t> m_places;  // of codes in m_districts
  AreaGrid m_grid;                                        // its areas are beside m_districts
};

}  // namespace wza::gis
