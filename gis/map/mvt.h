// SPDX-License-Identifier: Apache-2.0
// Mapbox Vector Tile specification 2.1: areas with tags as protocol buffers. Coordinates are whole
// units of a tile, x to the east and y to the south from its north-west corner.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace wza::gis {

/// Units along a side of a tile.
inline constexpr std::int32_t kTileExtent = 4096;

struct TilePoint {
  std::int32_t x = 0, y = 0;
  auto operator<=>(TilePoint const &) const = default;
};
/// A closed line; the first vertex is not repeated at the end.
using TileRing = std::vector<TilePoint>;
/// The outer ring, then the holes.
using TilePolygon = std::vector<TileRing>;

/// Twice the area by the surveyor's formula; positive where the ring runs clockwise on the screen.
std::int64_t doubled_area(TileRing const &ring);

/// The geometry of one feature as commands (section 4.3): outer rings clockwise, holes against,
/// whatever their direction was. Rings without area are left out, with an outer ring its holes;
/// empty where nothing is left.
std::vector<std::uint32_t> area_commands(std::vector<TilePolygon> const &area);

/// One layer of a tile (section 4.1), filled feature by feature.
class MvtLayer {
 public:
  explicit MvtLayer(std::string name) : m_name(std::move(name)) {}

  struct Tag {
    std::string_view key, value;
  };
  /// Adds an area; `commands` from area_commands(), not empty. `id` is unique in the layer.
  void add(std::uint64_t id, std::vector<Tag> const &tags,
           std::vector<std::uint32_t> const &commands);

  bool empty() const { return m_features.empty(); }
  /// The layer as field 3 of a tile; a tile is its layers one after the other.
  std::string bytes() const;

 private:
  static std::uint32_t index_in(std::map<std::string, std::uint32_t, std::less<>> &table,
                                std::vector<std::string> &order, std::string_view text);

  std::string m_name, m_features;
  std::map<std::string, std::uint32_t, std::less<>> m_key_index, m_value_index;
  std::vector<std::string> m_keys, m_values;
};

}  // namespace wza::gis
