// SPDX-License-Identifier: Apache-2.0
// Which district a point lies in: exactly one, or none. Where areas of several levels hold the
// point, the narrowest level answers. A point on a shared border goes to the lowest code, and says
// so; so does a point in an overlap of badly drawn areas.
#pragma once

#include "db/base/ids.h"
#include "db/model/district.h"
#include "gis/geo/polygon.h"

#include <cstdint>
#include <optional>
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
  /// Sorted by level, narrowest first, then by code.
  std::vector<District> const &districts() const { return m_districts; }
  District const &operator[](Located const &at) const { return m_districts[at.district]; }
  std::optional<std::size_t> find(DistrictCode const &code) const;
  bool empty() const { return m_districts.empty(); }

 private:
  std::size_t cell_of(Point p) const;

  std::vector<District> m_districts;
  std::vector<PreparedArea> m_areas;  // beside m_districts
  std::optional<Box> m_box;
  std::int64_t m_cell_width = 1, m_cell_height = 1;
  std::vector<std::uint32_t> m_first;       // cell → first of its candidates; one more at the end
  std::vector<std::uint32_t> m_candidates;  // ascending within a cell
};

}  // namespace wza::gis
