// SPDX-License-Identifier: Apache-2.0
#include "gis/map/mvt.h"

#include <algorithm>
#include <cassert>

namespace wza::gis {
namespace {

// Protocol buffers: a field is its number and wire type, then the value.
enum Wire : std::uint32_t { kVarint = 0, kBytes = 2 };

void put_varint(std::string &out, std::uint64_t value) {
  for (; value >= 0x80; value >>= 7)
    out += static_cast<char>(value | 0x80);
  out += static_cast<char>(value);
}

void put_number(std::string &out, std::uint32_t field, std::uint64_t value) {
  put_varint(out, field << 3 | kVarint);
  put_varint(out, value);
}

void put_bytes(std::string &out, std::uint32_t field, std::string_view bytes) {
  put_varint(out, field << 3 | kBytes);
  put_varint(out, bytes.size());
  out += bytes;
}

// Section 4.3.1: a command is its id and how often it stands.
constexpr std::uint32_t command(std::uint32_t id, std::uint32_t count) {
  return id | count << 3;
}
constexpr std::uint32_t kMoveTo = 1, kLineTo = 2, kClosePath = 7;

/// Section 4.3.2.
constexpr std::uint32_t zigzag(std::int32_t value) {
  return static_cast<std::uint32_t>(value) << 1 ^ static_cast<std::uint32_t>(value >> 31);
}

/// Appends a ring in the direction in which it stands; `cursor` goes to its last vertex.
template <class Vertices>
void put_ring(std::vector<std::uint32_t> &out, TilePoint &cursor, Vertices begin, Vertices end) {
  auto const step = [&](TilePoint p) {
    out.push_back(zigzag(p.x - cursor.x));
    out.push_back(zigzag(p.y - cursor.y));
    cursor = p;
  };
  out.push_back(command(kMoveTo, 1));
  step(*begin);
  out.push_back(command(kLineTo, static_cast<std::uint32_t>(end - begin - 1)));
  for (auto at = begin + 1; at != end; ++at)
    step(*at);
  out.push_back(command(kClosePath, 1));
}

}  // namespace

std::int64_t doubled_area(TileRing const &ring) {
  std::int64_t sum = 0;
  for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
    sum += std::int64_t{ring[j].x} * ring[i].y - std::int64_t{ring[i].x} * ring[j].y;
  }
  return sum;
}

std::vector<std::uint32_t> area_commands(std::vector<TilePolygon> const &area) {
  std::vector<std::uint32_t> out;
  TilePoint cursor;
  for (auto const &polygon : area) {
    bool outer = true;
    for (auto const &ring : polygon) {
      auto const twice = ring.size() < 3 ? 0 : doubled_area(ring);
      if (twice == 0 && outer) break;
      if (twice == 0) continue;
      if ((twice > 0) == outer) {
        put_ring(out, cursor, ring.begin(), ring.end());
      } else {
        put_ring(out, cursor, ring.rbegin(), ring.rend());
      }
      outer = false;
    }
  }
  return out;
}

std::uint32_t MvtLayer::index_in(std::map<std::string, std::uint32_t, std::less<>> &table,
                                 std::vector<std::string> &order, std::string_view text) {
  if (auto const known = table.find(text); known != table.end()) return known->second;
  auto const index = static_cast<std::uint32_t>(order.size());
  table.emplace(text, index);
  order.emplace_back(text);
  return index;
}

void MvtLayer::add(std::uint64_t id, std::vector<Tag> const &tags,
                   std::vector<std::uint32_t> const &commands) {
  assert(!commands.empty());
  constexpr std::uint32_t kPolygon = 3;  // GeomType
  std::string packed_tags, geometry, feature;
  for (auto const &tag : tags) {
    put_varint(packed_tags, index_in(m_key_index, m_keys, tag.key));
    put_varint(packed_tags, index_in(m_value_index, m_values, tag.value));
  }
  geometry.reserve(commands.size() * 2);
  for (auto const number : commands)
    put_varint(geometry, number);
  put_number(feature, 1, id);
  put_bytes(feature, 2, packed_tags);
  put_number(feature, 3, kPolygon);
  put_bytes(feature, 4, geometry);
  put_bytes(m_features, 2, feature);
}

std::string MvtLayer::bytes() const {
  std::string layer;
  put_number(layer, 15, 2);  // version
  put_bytes(layer, 1, m_name);
  layer += m_features;
  for (auto const &key : m_keys)
    put_bytes(layer, 3, key);
  for (auto const &value : m_values) {
    std::string text;
    put_bytes(text, 1, value);  // string_value
    put_bytes(layer, 4, text);
  }
  put_number(layer, 5, kTileExtent);
  std::string tile;
  put_bytes(tile, 3, layer);
  return tile;
}

}  // namespace wza::gis
