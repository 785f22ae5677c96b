// SPDX-License-Identifier: Apache-2.0
#include "gis/map/shared_borders.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <numbers>
#include <unordered_map>

namespace wza::gis {
namespace {

using VertexId = std::uint32_t;
constexpr VertexId kNone = std::numeric_limits<VertexId>::max();

/// Numbers for positions, equal for equal ones. Open addressing: half a million vertices are asked
/// for one after the other.
class VertexNumbers {
 public:
  explicit VertexNumbers(std::size_t most)
      : m_slots(std::bit_ceil(std::max<std::size_t>(16, 2 * most)), kNone) {
    m_points.reserve(most);
  }
  VertexId number_of(Point p) {
    std::uint64_t hash = static_cast<std::uint64_t>(static_cast<std::uint32_t>(p.lon)) << 32 |
                         static_cast<std::uint32_t>(p.lat);
    hash *= 0x9E3779B97F4A7C15;  // Fibonacci hashing
    for (std::size_t slot = hash >> 20;; ++slot) {
      VertexId &id = m_slots[slot & (m_slots.size() - 1)];
      if (id == kNone) {
        id = static_cast<VertexId>(m_points.size());
        m_points.push_back(p);
        return id;
      }
      if (m_points[id] == p) return id;
    }
  }
  std::vector<Point> const &points() const { return m_points; }

 private:
  std::vector<VertexId> m_slots;
  std::vector<Point> m_points;
};

/// What stands beside a vertex in the rings that were seen; a junction where they do not agree.
struct Neighbours {
  VertexId low = kNone, high = kNone;
  bool junction = false;
};

using IdRing = std::vector<VertexId>;

void note(std::vector<Neighbours> &beside, IdRing const &ring) {
  for (std::size_t i = 0, n = ring.size(); i < n; ++i) {
    auto const [low, high] = std::minmax(ring[(i + n - 1) % n], ring[(i + 1) % n]);
    Neighbours &known = beside[ring[i]];
    if (known.low == kNone) {
      known.low = low;
      known.high = high;
    } else if (known.low != low || known.high != high) {
      known.junction = true;
    }
  }
}

/// Lines by their first step: a line's inner vertices have the same neighbours in all its rings, so
/// the first step tells the whole line.
class LineTable {
 public:
  LineTable(std::vector<Point> const &vertices, std::vector<Point> &points,
            std::vector<SharedBorders::Line> &lines)
      : m_vertices(vertices), m_points(points), m_lines(lines) {}

  /// The line of ring[from] to ring[to] (may run past the end), new or known.
  SharedBorders::Part part_of(IdRing const &ring, std::size_t from, std::size_t to) {
    auto const at = [&](std::size_t i) { return ring[i % ring.size()]; };
    bool const backwards = std::pair(at(to), at(to - 1)) < std::pair(at(from), at(from + 1));
    auto const step = [&](std::size_t i) { return backwards ? at(to - i) : at(from + i); };
    std::uint64_t const first_step = std::uint64_t{step(0)} << 32 | step(1);
    auto const [known, is_new] =
        m_by_step.emplace(first_step, static_cast<std::uint32_t>(m_lines.size()));
    if (is_new) {
      auto const count = static_cast<std::uint32_t>(to - from + 1);
      m_lines.push_back({static_cast<std::uint32_t>(m_points.size()), count});
      for (std::size_t i = 0; i < count; ++i)
        m_points.push_back(m_vertices[step(i)]);
    }
    return {known->second, backwards};
  }

 private:
  std::vector<Point> const &m_vertices;
  std::vector<Point> &m_points;
  std::vector<SharedBorders::Line> &m_lines;
  std::unordered_map<std::uint64_t, std::uint32_t> m_by_step;
};

SharedBorders::BorderRing cut(IdRing const &ring, std::vector<Neighbours> const &beside,
                              LineTable &table) {
  std::size_t const n = ring.size();
  std::vector<std::size_t> cuts;
  for (std::size_t i = 0; i < n; ++i) {
    if (beside[ring[i]].junction) cuts.push_back(i);
  }
  // All rings with these vertices begin at the same one.
  if (cuts.empty())
    cuts.push_back(static_cast<std::size_t>(std::ranges::min_element(ring) - ring.begin()));
  SharedBorders::BorderRing out;
  for (std::size_t i = 0; i < cuts.size(); ++i) {
    std::size_t const to = i + 1 < cuts.size() ? cuts[i + 1] : cuts[0] + n;
    out.push_back(table.part_of(ring, cuts[i], to));
  }
  return out;
}

/// How far p lies from the stretch a to b.
double distance(WorldPoint p, WorldPoint a, WorldPoint b) {
  double const dx = b.x - a.x, dy = b.y - a.y;
  double const square = dx * dx + dy * dy;
  double const t =
      square > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / square, 0.0, 1.0) : 0;
  double const ox = p.x - a.x - t * dx, oy = p.y - a.y - t * dy;
  return std::sqrt(ox * ox + oy * oy);
}

}  // namespace

SharedBorders::SharedBorders(std::vector<MultiPolygon const *> const &areas) {
  std::size_t total = 0;
  for (auto const *area : areas) {
    for (auto const &polygon : *area) {
      for (auto const &ring : polygon)
        total += ring.size();
    }
  }
  VertexNumbers numbers(total);
  std::vector<std::vector<std::vector<IdRing>>> rings;
  rings.reserve(areas.size());
  for (auto const *area : areas) {
    auto &parts = rings.emplace_back();
    for (auto const &polygon : *area) {
      auto &part = parts.emplace_back();
      for (auto const &ring : polygon) {
        IdRing ids;
        ids.reserve(ring.size());
        for (auto const p : ring) {
          auto const id = numbers.number_of(p);
          if (ids.empty() || ids.back() != id) ids.push_back(id);
        }
        while (ids.size() > 1 && ids.front() == ids.back())
          ids.pop_back();
        if (ids.size() < 3 && part.empty()) break;  // without its outer ring a polygon is none
        if (ids.size() >= 3) part.push_back(std::move(ids));
      }
    }
  }
  std::vector<Neighbours> beside(numbers.points().size());
  for (auto const &parts : rings) {
    for (auto const &part : parts) {
      for (auto const &ring : part)
        note(beside, ring);
    }
  }
  m_points.reserve(total);
  LineTable table(numbers.points(), m_points, m_lines);
  m_areas.resize(rings.size());
  for (std::size_t a = 0; a < rings.size(); ++a) {
    for (auto const &part : rings[a]) {
      auto &polygon = m_areas[a].emplace_back();
      for (auto const &ring : part)
        polygon.push_back(cut(ring, beside, table));
    }
  }
}

WorldPoint to_world(Point p) {
  constexpr double kRadian = std::numbers::pi / 180 / Point::kPerDegree;
  double const sine = std::sin(p.lat * kRadian);
  double const y = 0.5 - std::log((1 + sine) / (1 - sine)) / (4 * std::numbers::pi);
  return {p.lon / (360 * Point::kPerDegree) + 0.5, std::isfinite(y) ? std::clamp(y, 0.0, 1.0)
                                                   : p.lat > 0      ? 0.0
                                                                    : 1.0};
}

std::vector<double> simplification_weights(std::vector<SharedBorders::Line> const &lines,
                                           std::vector<WorldPoint> const &points) {
  constexpr double kAlways = std::numeric_limits<double>::infinity();
  struct Span {
    std::uint32_t from, to;
    double most;  ///< weight of the vertex that opened it
  };
  std::vector<double> weights(points.size(), 0);
  std::vector<Span> open;
  for (auto const &line : lines) {
    std::uint32_t const last = line.first + line.count - 1;
    weights[line.first] = weights[last] = kAlways;
    open.push_back({line.first, last, kAlways});
    while (!open.empty()) {
      auto const [from, to, most] = open.back();
      open.pop_back();
      double farthest = -1;
      std::uint32_t at = from;
      for (std::uint32_t i = from + 1; i < to; ++i) {
        double const off = distance(points[i], points[from], points[to]);
        if (off > farthest) {
          farthest = off;
          at = i;
        }
      }
      if (at == from) continue;
      weights[at] = std::min(farthest, most);
      open.push_back({from, at, weights[at]});
      open.push_back({at, to, weights[at]});
    }
  }
  return weights;
}

}  // namespace wza::gis
