// SPDX-License-Identifier: Apache-2.0
#include "gis/map/clip_ring.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace wza::gis {
namespace {

template <Axis A>
std::int32_t along(TilePoint p) {
  return A == Axis::x ? p.x : p.y;
}
template <Axis A>
std::int32_t across(TilePoint p) {
  return A == Axis::x ? p.y : p.x;
}

/// Where an edge meets the line of a half-plane: kept, and as exact as sorting needs it.
struct Meeting {
  TilePoint at;
  double place = 0;  ///< along the line
};

/// Rounded half up.
template <Axis A>
Meeting meeting(TilePoint a, TilePoint b, std::int32_t limit) {
  if (b < a) std::swap(a, b);
  std::int64_t length = std::int64_t{along<A>(b)} - along<A>(a);
  std::int64_t rise =
      (std::int64_t{across<A>(b)} - across<A>(a)) * (std::int64_t{limit} - along<A>(a));
  if (length < 0) {
    length = -length;
    rise = -rise;
  }
  std::int64_t const doubled = 2 * rise + length;
  std::int64_t const step =
      doubled >= 0 ? doubled / (2 * length) : -((-doubled + 2 * length - 1) / (2 * length));
  auto const at = static_cast<std::int32_t>(across<A>(a) + step);
  return {A == Axis::x ? TilePoint{limit, at} : TilePoint{at, limit},
          across<A>(a) + static_cast<double>(rise) / static_cast<double>(length)};
}

void append(TileRing &ring, TilePoint p) {
  if (ring.empty() || ring.back() != p) ring.push_back(p);
}

void keep(std::vector<TileRing> &out, TileRing ring) {
  while (ring.size() > 1 && ring.front() == ring.back())
    ring.pop_back();
  if (ring.size() >= 3 && doubled_area(ring) != 0) out.push_back(std::move(ring));
}

/// One half-plane of one area.
template <Axis A, bool upper>
class Cut {
 public:
  explicit Cut(std::int32_t limit) : m_limit(limit) {}

  std::vector<TileRing> of(std::vector<TileRing> const &rings) {
    for (auto const &ring : rings) {
      auto const within =
          std::count_if(ring.begin(), ring.end(), [&](TilePoint p) { return inside(p); });
      if (within == static_cast<std::ptrdiff_t>(ring.size())) {
        m_whole.push_back(ring);
      } else if (within > 0) {
        collect(ring);
      }
    }
    if (!pair_up()) join_each_with_itself();
    rejoin();
    return std::move(m_whole);
  }

 private:
  /// A run of a ring inside, from the line and back to it.
  struct Chain {
    TileRing points;
    std::size_t next = 0;  ///< the chain that goes on where this one ends
    bool done = false;
  };
  struct End {
    double place;
    std::size_t chain;
    bool start;
  };

  bool inside(TilePoint p) const { return upper ? along<A>(p) <= m_limit : along<A>(p) >= m_limit; }

  void collect(TileRing const &ring) {
    std::size_t const n = ring.size();
    std::size_t first = 0;
    while (inside(ring[first]) || !inside(ring[(first + 1) % n]))
      ++first;
    for (std::size_t i = first; i < first + n; ++i) {
      auto const from = ring[i % n], to = ring[(i + 1) % n];
      bool const starts = !inside(from) && inside(to), ends = inside(from) && !inside(to);
      if (starts) {
        auto const at = meeting<A>(from, to, m_limit);
        m_ends.push_back({at.place, m_chains.size(), true});
        m_chains.push_back({{at.at}, m_chains.size(), false});
      }
      if (inside(to)) append(m_chains.back().points, to);
      if (ends) {
        auto const at = meeting<A>(from, to, m_limit);
        m_ends.push_back({at.place, m_chains.size() - 1, false});
        append(m_chains.back().points, at.at);
      }
    }
  }

  /// Along the line the area begins at every other end and stops at the next: these two are joined.
  /// False where rings cross, so that no such order is to be found.
  bool pair_up() {
    std::ranges::stable_sort(m_ends, {}, &End::place);
    for (std::size_t i = 0; i + 1 < m_ends.size(); i += 2) {
      if (m_ends[i].start == m_ends[i + 1].start) return false;
      auto const &start = m_ends[i].start ? m_ends[i] : m_ends[i + 1];
      auto const &end = m_ends[i].start ? m_ends[i + 1] : m_ends[i];
      m_chains[end.chain].next = start.chain;
    }
    return true;
  }

  void join_each_with_itself() {
    for (std::size_t i = 0; i < m_chains.size(); ++i)
      m_chains[i].next = i;
  }

  void rejoin() {
    for (std::size_t i = 0; i < m_chains.size(); ++i) {
      TileRing ring;
      for (std::size_t at = i; !m_chains[at].done; at = m_chains[at].next) {
        m_chains[at].done = true;
        for (auto const p : m_chains[at].points)
          append(ring, p);
      }
      if (!ring.empty()) keep(m_whole, std::move(ring));
    }
  }

  std::int32_t m_limit;
  std::vector<TileRing> m_whole;
  std::vector<Chain> m_chains;
  std::vector<End> m_ends;
};

template <Axis A>
std::vector<TileRing> clipped_along(std::vector<TileRing> const &rings, std::int32_t low,
                                    std::int32_t high) {
  return Cut<A, true>(high).of(Cut<A, false>(low).of(rings));
}

/// Whether p lies in the ring (even-odd); on its line either answer.
bool holds(TileRing const &ring, TilePoint p) {
  bool in = false;
  for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
    auto const a = ring[j], b = ring[i];
    if ((a.y > p.y) == (b.y > p.y)) continue;
    std::int64_t const side = (std::int64_t{b.x} - a.x) * (std::int64_t{p.y} - a.y) -
                              (std::int64_t{b.y} - a.y) * (std::int64_t{p.x} - a.x);
    if ((b.y > a.y) == (side > 0)) in = !in;
  }
  return in;
}

/// Whether most vertices of `hole` lie in `ring`: holes may touch their outer ring.
bool surrounds(TileRing const &ring, TileRing const &hole) {
  auto const in = std::ranges::count_if(hole, [&](TilePoint p) { return holds(ring, p); });
  return 2 * in > static_cast<std::ptrdiff_t>(hole.size());
}

}  // namespace

std::vector<TileRing> clipped(std::vector<TileRing> const &rings, Axis axis, std::int32_t low,
                              std::int32_t high) {
  return axis == Axis::x ? clipped_along<Axis::x>(rings, low, high)
                         : clipped_along<Axis::y>(rings, low, high);
}

std::vector<TilePolygon> polygons_of(std::vector<TileRing> rings) {
  std::vector<TilePolygon> out;
  auto const holes = std::stable_partition(rings.begin(), rings.end(),
                                           [](auto const &ring) { return doubled_area(ring) > 0; });
  for (auto ring = rings.begin(); ring != holes; ++ring)
    out.push_back({std::move(*ring)});
  for (auto hole = holes; hole != rings.end(); ++hole) {
    auto const around =
        out.size() == 1
            ? out.begin()
            : std::ranges::find_if(out, [&](auto const &p) { return surrounds(p.front(), *hole); });
    if (around != out.end()) around->push_back(std::move(*hole));
  }
  return out;
}

}  // namespace wza::gis
