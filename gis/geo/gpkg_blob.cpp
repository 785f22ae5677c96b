// SPDX-License-Identifier: Apache-2.0
#include "gis/geo/gpkg_blob.h"

#include <array>
#include <bit>
#include <cstring>

namespace wza::gis {
namespace {

static_assert(std::endian::native == std::endian::little, "the writer copies native numbers");

constexpr std::uint32_t kWkbPoint = 1;
constexpr std::uint32_t kWkbPolygon = 3;
constexpr std::uint32_t kWkbMultiPolygon = 6;
constexpr std::uint8_t kLittleEndian = 1;

class Writer {
 public:
  template <class T>
  void put(T value) {
    auto const bytes = std::bit_cast<std::array<std::byte, sizeof(T)>>(value);
    m_bytes.insert(m_bytes.end(), bytes.begin(), bytes.end());
  }
  void put(Point p) {
    auto const at = p.degrees();
    put(at.lon);
    put(at.lat);
  }
  /// Magic, version 0, flags (standard, little endian, envelope kind), srs_id.
  void header(std::uint8_t envelope_kind) {
    put(std::uint8_t{'G'});
    put(std::uint8_t{'P'});
    put(std::uint8_t{0});
    put(static_cast<std::uint8_t>(kLittleEndian | envelope_kind << 1U));
    put(kTrackerSrs);
  }
  void wkb(std::uint32_t type) {
    put(kLittleEndian);
    put(type);
  }
  void size(std::size_t n) { put(static_cast<std::uint32_t>(n)); }
  std::vector<std::byte> take() { return std::move(m_bytes); }

 private:
  std::vector<std::byte> m_bytes;
};

/// Reads from the front; `ok` turns false for ever at the first number that is not there.
class Reader {
 public:
  explicit Reader(std::span<std::byte const> bytes) : m_rest(bytes) {}
  bool ok = true;

  template <class T>
  T take() {
    if (m_rest.size() < sizeof(T)) {
      ok = false;
      return {};
    }
    std::array<std::byte, sizeof(T)> bytes{};
    for (std::size_t i = 0; i < sizeof(T); ++i)
      bytes[m_swap ? sizeof(T) - 1 - i : i] = m_rest[i];
    m_rest = m_rest.subspan(sizeof(T));
    return std::bit_cast<T>(bytes);
  }
  void skip(std::size_t n) {
    if (m_rest.size() < n) ok = false;
    m_rest = ok ? m_rest.subspan(n) : m_rest;
  }
  void order(bool little) { m_swap = !little; }
  /// A count of things of at least `each` bytes; more than can follow is a lie.
  std::uint32_t count(std::size_t each) {
    auto const n = take<std::uint32_t>();
    if (n > m_rest.size() / each) ok = false;
    return ok ? n : 0;
  }
  std::uint32_t wkb() {
    order(take<std::uint8_t>() == kLittleEndian);
    return take<std::uint32_t>();
  }
  Point point() {
    double const lon = take<double>();
    double const lat = take<double>();
    auto const p = Point::of({lon, lat});
    if (!p) ok = false;
    return p.value_or(Point{});
  }
  Polygon polygon() {
    Polygon out;
    auto const rings = count(4);
    for (std::uint32_t r = 0; ok && r < rings; ++r) {
      auto const points = count(16);
      Ring ring;
      ring.reserve(points);
      for (std::uint32_t i = 0; ok && i < points; ++i)
        ring.push_back(point());
      if (ring.size() > 1 && ring.front() == ring.back()) ring.pop_back();
      if (!ring.empty()) out.push_back(std::move(ring));
    }
    return out;
  }

 private:
  std::span<std::byte const> m_rest;
  bool m_swap = false;
};

}  // namespace

std::vector<std::byte> to_blob(Point point) {
  Writer out;
  out.header(0);
  out.wkb(kWkbPoint);
  out.put(point);
  return out.take();
}

std::vector<std::byte> to_blob(MultiPolygon const &area) {
  Writer out;
  auto const box = box_of(area);
  out.header(box ? 1 : 0);
  if (box) {
    auto const min = box->min.degrees();
    auto const max = box->max.degrees();
    for (double edge : {min.lon, max.lon, min.lat, max.lat})
      out.put(edge);
  }
  out.wkb(kWkbMultiPolygon);
  out.size(area.size());
  for (auto const &polygon : area) {
    out.wkb(kWkbPolygon);
    out.size(polygon.size());
    for (auto const &ring : polygon) {
      // WKB repeats the first vertex; a ring in memory may or may not.
      bool const closed = ring.size() > 1 && ring.front() == ring.back();
      out.size(ring.empty() ? 0 : ring.size() + (closed ? 0 : 1));
      for (auto p : ring)
        out.put(p);
      if (!ring.empty() && !closed) out.put(ring.front());
    }
  }
  return out.take();
}

std::optional<Geometry> from_blob(std::span<std::byte const> blob) {
  Reader in(blob);
  if (in.take<std::uint8_t>() != 'G' || in.take<std::uint8_t>() != 'P') return std::nullopt;
  in.skip(1);
  auto const flags = in.take<std::uint8_t>();
  constexpr std::uint8_t kExtended = 0x20, kEmpty = 0x10;
  if (!in.ok || (flags & (kExtended | kEmpty)) != 0) return std::nullopt;
  in.skip(4);
  constexpr std::array<std::size_t, 5> kEnvelopeBytes{0, 32, 48, 48, 64};
  auto const envelope = static_cast<std::size_t>((flags >> 1U) & 7U);
  if (envelope >= kEnvelopeBytes.size()) return std::nullopt;
  in.skip(kEnvelopeBytes[envelope]);
  auto const type = in.wkb();
  std::optional<Geometry> out;
  if (type == kWkbPoint) {
    out = in.point();
  } else if (type == kWkbPolygon) {
    out = MultiPolygon{in.polygon()};
  } else if (type == kWkbMultiPolygon) {
    MultiPolygon area;
    auto const parts = in.count(9);
    for (std::uint32_t i = 0; in.ok && i < parts; ++i) {
      if (in.wkb() != kWkbPolygon) return std::nullopt;
      area.push_back(in.polygon());
    }
    out = std::move(area);
  }
  return in.ok ? out : std::nullopt;
}

}  // namespace wza::gis
