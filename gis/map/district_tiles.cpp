// SPDX-License-Identifier: Apache-2.0
#include "gis/map/district_tiles.h"

#include "gis/map/clip_ring.h"
#include "gis/map/mvt.h"
#include "gis/map/shared_borders.h"

#include <algorithm>
#include <cassert>
#include <charconv>
#include <cmath>
#include <iterator>
#include <map>
#include <optional>
#include <utility>

namespace wza::gis {
namespace {

constexpr std::int32_t kBuffer = 64;
constexpr double kTolerance = 4, kTightTolerance = 1;  // units

/// The smallest box of rings, in units of one zoom.
struct Window {
  TilePoint min, max;
};

Window window_of(TileRing const &ring) {
  Window box{ring.front(), ring.front()};
  for (auto const p : ring) {
    box.min = {std::min(box.min.x, p.x), std::min(box.min.y, p.y)};
    box.max = {std::max(box.max.x, p.x), std::max(box.max.y, p.y)};
  }
  return box;
}

/// First and last tile whose own square (without buffer) lies in [low, high].
std::pair<std::int32_t, std::int32_t> tiles_of(std::int32_t low, std::int32_t high, int zoom) {
  std::int32_t const last = (1 << zoom) - 1;
  return {std::clamp(low / kTileExtent, 0, last), std::clamp(high / kTileExtent, 0, last)};
}

std::uint64_t id_of(DistrictCode const &code) {
  std::uint64_t id = 0;
  std::from_chars(code.value.data(), code.value.data() + code.value.size(), id);
  return id;
}

/// One zoom: lines in its units, then areas cut into its tiles.
class Zoom {
 public:
  Zoom(int zoom, double tolerance, SharedBorders const &borders,
       std::vector<WorldPoint> const &world, std::vector<double> const &weights)
      : m_zoom(zoom) {
    double const units = std::ldexp(kTileExtent, zoom);
    for (auto const &line : borders.lines()) {
      auto &out = m_lines.emplace_back();
      for (std::uint32_t i = line.first; i < line.first + line.count; ++i) {
        if (weights[i] * units < tolerance) continue;
        TilePoint const p{static_cast<std::int32_t>(std::floor(world[i].x * units + 0.5)),
                          static_cast<std::int32_t>(std::floor(world[i].y * units + 0.5))};
        if (out.empty() || out.back() != p) out.push_back(p);
      }
    }
  }

  void add(std::uint32_t district, SharedBorders::BorderArea const &area) {
    for (auto const &polygon : area) {
      std::vector<TileRing> whole;
      for (auto const &ring : polygon) {
        auto line = assembled(ring);
        auto const twice = line.size() < 3 ? 0 : doubled_area(line);
        if (twice == 0 && whole.empty()) break;  // the outer ring is less than a unit
        if (twice == 0) continue;
        if ((twice > 0) != whole.empty()) std::reverse(line.begin(), line.end());
        whole.push_back(std::move(line));
      }
      if (!whole.empty()) distribute(district, whole);
    }
  }

  /// Tile (row, column) → district → its polygons in the tile's own units.
  using Pieces = std::map<std::pair<std::int32_t, std::int32_t>,
                          std::vector<std::pair<std::uint32_t, std::vector<TilePolygon>>>>;
  Pieces const &pieces() const { return m_pieces; }

 private:
  TileRing assembled(SharedBorders::BorderRing const &parts) const {
    TileRing ring;
    auto const put = [&](TilePoint p) {
      if (ring.empty() || ring.back() != p) ring.push_back(p);
    };
    for (auto const &part : parts) {
      auto const &line = m_lines[part.line];
      if (part.backwards) {
        std::for_each(line.rbegin(), line.rend(), put);
      } else {
        std::for_each(line.begin(), line.end(), put);
      }
    }
    while (ring.size() > 1 && ring.front() == ring.back())
      ring.pop_back();
    return ring;
  }

  void distribute(std::uint32_t district, std::vector<TileRing> const &whole) {
    auto const box = window_of(whole.front());
    auto const [left, right] = tiles_of(box.min.x, box.max.x, m_zoom);
    auto const [top, bottom] = tiles_of(box.min.y, box.max.y, m_zoom);
    for (std::int32_t column = left; column <= right; ++column) {
      auto const strip = left == right ? whole : window(whole, Axis::x, column);
      for (std::int32_t row = top; row <= bottom; ++row) {
        auto rings = top == bottom ? strip : window(strip, Axis::y, row);
        if (rings.empty()) continue;
        for (auto &ring : rings) {
          for (auto &p : ring)
            p = {p.x - column * kTileExtent, p.y - row * kTileExtent};
        }
        auto &tile = m_pieces[{row, column}];
        if (tile.empty() || tile.back().first != district) tile.push_back({district, {}});
        std::ranges::move(polygons_of(std::move(rings)), std::back_inserter(tile.back().second));
      }
    }
  }

  static std::vector<TileRing> window(std::vector<TileRing> const &rings, Axis axis,
                                      std::int32_t tile) {
    return clipped(rings, axis, tile * kTileExtent - kBuffer, (tile + 1) * kTileExtent + kBuffer);
  }

  int m_zoom;
  std::vector<TileRing> m_lines;
  Pieces m_pieces;
};

std::string tile_bytes(std::vector<DistrictArea> const &districts,
                       Zoom::Pieces::mapped_type const &pieces) {
  std::map<DistrictLevel, MvtLayer> layers;
  for (auto const &[at, polygons] : pieces) {
    auto const commands = area_commands(polygons);
    if (commands.empty()) continue;
    auto const &district = districts[at].district;
    auto const layer = layers.try_emplace(district.level, std::string(key(district.level))).first;
    layer->second.add(id_of(district.code),
                      {{"code", district.code.value}, {"name", district.name}}, commands);
  }
  std::string bytes;
  for (auto const &[level, layer] : layers)
    bytes += layer.bytes();
  return bytes;
}

}  // namespace

void district_tiles(std::vector<DistrictArea> const &districts, int max_zoom,
                    std::function<void(Tile &&)> const &take) {
  assert(max_zoom >= 0 && max_zoom <= 14);  // positions stay below 2^26 units
  std::vector<MultiPolygon const *> areas;
  for (auto const &district : districts)
    areas.push_back(&district.area);
  SharedBorders const borders(areas);
  std::vector<WorldPoint> world;
  world.reserve(borders.points().size());
  for (auto const p : borders.points())
    world.push_back(to_world(p));
  auto const weights = simplification_weights(borders.lines(), world);
  for (int zoom = 0; zoom <= max_zoom; ++zoom) {
    Zoom cut(zoom, zoom == max_zoom ? kTightTolerance : kTolerance, borders, world, weights);
    for (std::uint32_t i = 0; i < districts.size(); ++i)
      cut.add(i, borders.areas()[i]);
    for (auto const &[at, pieces] : cut.pieces()) {
      auto bytes = tile_bytes(districts, pieces);
      if (bytes.empty()) continue;
      take({zoom, static_cast<std::uint32_t>(at.second), static_cast<std::uint32_t>(at.first),
            std::move(bytes)});
    }
  }
}

}  // namespace wza::gis
