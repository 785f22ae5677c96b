// SPDX-License-Identifier: Apache-2.0
#include "gis/geo/area_grid.h"

#include "gis/geo/geodesic.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <map>
#include <span>

namespace wza::gis {
namespace {

// More cells make fewer points meet an edge, and cost memory and time to fill.
constexpr std::int64_t kCellsPerEdge = 8;
constexpr std::int64_t kFewestCells = 1 << 12, kMostCells = 1 << 22;

/// An edge and whose it is.
struct OwnedEdge {
  Edge edge;
  std::uint32_t area;
};

std::vector<OwnedEdge> edges_of(std::vector<MultiPolygon const *> const &areas) {
  std::size_t vertices = 0;
  for (auto const *area : areas) {
    for (auto const &polygon : *area) {
      for (auto const &ring : polygon)
        vertices += ring.size();
    }
  }
  std::vector<OwnedEdge> out;
  out.reserve(vertices);
  for (std::size_t i = 0; i < areas.size(); ++i) {
    for_each_edge(*areas[i], [&](Point a, Point b) {
      out.push_back({Edge::of(a, b), static_cast<std::uint32_t>(i)});
    });
  }
  return out;
}

Box box_of(std::vector<OwnedEdge> const &edges) {
  Box box{edges.front().edge.low, edges.front().edge.low};
  for (auto const &[edge, area] : edges) {
    auto const [west, east] = std::minmax(edge.low.lon, edge.high.lon);
    box.min = {std::min(box.min.lon, west), std::min(box.min.lat, edge.low.lat)};
    box.max = {std::max(box.max.lon, east), std::max(box.max.lat, edge.high.lat)};
  }
  return box;
}

}  // namespace

/// Fills a grid: edges into their cells, crossings into the rows of corners, and then row by row
/// from west to east the cells themselves.
class GridBuilder {
 public:
  GridBuilder(AreaGrid &grid, std::vector<OwnedEdge> edges)
      : m_grid(grid), m_edges(std::move(edges)) {}

  void build() {
    choose_cells();
    sort_edges();
    sort_crossings();
    std::vector<std::uint32_t> holding;
    for (std::int64_t row = 0; row < m_grid.m_rows; ++row)
      fill_row(row, holding);
    m_grid.m_words.shrink_to_fit();
  }

 private:
  /// Where an edge meets the line of corners on top of a row: all corners from `column` on lie east
  /// of it.
  struct Crossing {
    std::uint32_t column, area;
    auto operator<=>(Crossing const &) const = default;
  };

  void choose_cells() {
    m_grid.m_box = box_of(m_edges);
    auto const &box = *m_grid.m_box;
    auto const most = std::clamp(static_cast<std::int64_t>(m_edges.size()) * kCellsPerEdge,
                                 kFewestCells, kMostCells);
    for (m_grid.m_shift = 0;; ++m_grid.m_shift) {
      m_grid.m_columns = m_grid.column_of(box.max.lon) + 1;
      m_grid.m_rows = m_grid.row_of(box.max.lat) + 1;
      if (m_grid.m_columns <= most / m_grid.m_rows) return;
    }
  }

  /// Calls f(cell) for each cell that the edge may touch, borders of cells included.
  template <class F>
  void for_each_cell(Edge const &edge, F &&f) const {
    auto const [west, east] = std::minmax(edge.low.lon, edge.high.lon);
    auto const first = m_grid.row_of(edge.low.lat), last = m_grid.row_of(edge.high.lat);
    auto const left = m_grid.column_of(west), right = m_grid.column_of(east);
    if (first == last || left == right) {
      for (auto row = first; row <= last; ++row) {
        for (auto column = left; column <= right; ++column)
          f(row * m_grid.m_columns + column);
      }
      return;
    }
    double const slope = static_cast<double>(edge.dx()) / static_cast<double>(edge.dy());
    double const start = edge.low.lon - slope * edge.low.lat;
    std::int64_t const height = std::int64_t{1} << m_grid.m_shift;
    for (auto row = first; row <= last; ++row) {
      auto const bottom = m_grid.m_box->min.lat + row * height - 1;
      double const x = start + slope * static_cast<double>(bottom);
      double const y = start + slope * static_cast<double>(bottom + height + 1);
      // One unit to each side makes up for the rounding.
      auto const from = std::max(left, m_grid.column_of(std::llround(std::min(x, y)) - 1));
      auto const to = std::min(right, m_grid.column_of(std::llround(std::max(x, y)) + 1));
      for (auto column = from; column <= to; ++column)
        f(row * m_grid.m_columns + column);
    }
  }

  /// The edges of each cell stand together, in the order of their areas.
  void sort_edges() {
    m_first.assign(static_cast<std::size_t>(m_grid.m_columns * m_grid.m_rows) + 1, 0);
    for (auto const &[edge, area] : m_edges)
      for_each_cell(edge, [&](std::int64_t cell) { ++m_first[static_cast<std::size_t>(cell)]; });
    std::uint32_t sum = 0;
    for (auto &count : m_first)
      sum += std::exchange(count, sum);
    m_sorted.resize(sum);
    m_grid.m_cells.assign(m_first.begin(), m_first.end() - 1);
    auto &next = m_grid.m_cells;
    for (std::uint32_t i = 0; i < m_edges.size(); ++i) {
      for_each_cell(m_edges[i].edge, [&](std::int64_t cell) {
        m_sorted[next[static_cast<std::size_t>(cell)]++] = i;
      });
    }
  }

  template <class F>
  void for_each_crossing(OwnedEdge const &owned, F &&f) const {
    auto const &edge = owned.edge;
    auto const last = m_grid.row_of(edge.high.lat);
    for (auto row = m_grid.row_of(edge.low.lat); row < last; ++row) {
      double const y = static_cast<double>(m_grid.corner_at(row, 0).y) / 2;
      double const x = edge.low.lon + static_cast<double>(edge.dx()) * (y - edge.low.lat) /
                                          static_cast<double>(edge.dy());
      auto column =
          std::clamp<std::int64_t>(m_grid.column_of(std::llround(x)), 0, m_grid.m_columns - 1);
      while (column > 0 && !passes_east(edge, m_grid.corner_at(row, column - 1)))
        --column;
      while (passes_east(edge, m_grid.corner_at(row, column)))
        ++column;
      f(row, Crossing{static_cast<std::uint32_t>(column), owned.area});
    }
  }

  void sort_crossings() {
    m_row_first.assign(static_cast<std::size_t>(m_grid.m_rows) + 1, 0);
    for (auto const &owned : m_edges) {
      auto const last = m_grid.row_of(owned.edge.high.lat);
      for (auto row = m_grid.row_of(owned.edge.low.lat); row < last; ++row)
        ++m_row_first[static_cast<std::size_t>(row)];
    }
    std::uint32_t sum = 0;
    for (auto &count : m_row_first)
      sum += std::exchange(count, sum);
    m_crossings.resize(sum);
    auto next = m_row_first;
    for (auto const &owned : m_edges) {
      for_each_crossing(owned, [&](std::int64_t row, Crossing crossing) {
        m_crossings[next[static_cast<std::size_t>(row)]++] = crossing;
      });
    }
  }

  /// `holding` is room for the areas that hold the corner at hand, ascending.
  void fill_row(std::int64_t row, std::vector<std::uint32_t> &holding) {
    std::span const crossings(m_crossings.data() + m_row_first[static_cast<std::size_t>(row)],
                              m_crossings.data() + m_row_first[static_cast<std::size_t>(row) + 1]);
    std::sort(crossings.begin(), crossings.end());
    holding.clear();
    auto next = crossings.begin();
    auto value = value_without_edges(holding);
    for (std::int64_t column = 0; column < m_grid.m_columns; ++column) {
      bool changed = false;
      for (; next != crossings.end() && next->column == column; ++next) {
        auto const at = std::lower_bound(holding.begin(), holding.end(), next->area);
        if (at != holding.end() && *at == next->area) {
          holding.erase(at);
        } else {
          holding.insert(at, next->area);
        }
        changed = true;
      }
      if (changed) value = value_without_edges(holding);
      auto const cell = static_cast<std::size_t>(row * m_grid.m_columns + column);
      m_grid.m_cells[cell] = m_first[cell] == m_first[cell + 1] ? value : record(cell, holding);
    }
  }

  std::uint32_t value_without_edges(std::vector<std::uint32_t> const &holding) {
    if (holding.empty()) return 0;
    if (holding.size() == 1) return holding.front() + 1;
    auto const [known, is_new] = m_sets.try_emplace(holding, 0);
    if (is_new) known->second = record({}, holding);
    return known->second;
  }

  std::uint32_t record(std::size_t cell, std::vector<std::uint32_t> const &holding) {
    return record(std::span(m_sorted).subspan(m_first[cell], m_first[cell + 1] - m_first[cell]),
                  holding);
  }

  /// Writes a record and returns the value of its cell.
  std::uint32_t record(std::span<std::uint32_t const> edges,
                       std::vector<std::uint32_t> const &holding) {
    auto &words = m_grid.m_words;
    auto const place = words.size();
    words.push_back(0);
    auto holds = holding.begin();
    auto edge = edges.begin();
    while (holds != holding.end() || edge != edges.end()) {
      auto area = edge != edges.end() ? m_edges[*edge].area : *holds;
      if (holds != holding.end()) area = std::min(area, *holds);
      bool const inside = holds != holding.end() && *holds == area;
      if (inside) ++holds;
      auto const head = words.size();
      words.push_back(static_cast<std::int32_t>(area << 1 | (inside ? 1U : 0U)));
      words.push_back(0);
      for (; edge != edges.end() && m_edges[*edge].area == area; ++edge) {
        auto const &[low, high] = m_edges[*edge].edge;
        words.insert(words.end(), {low.lon, low.lat, high.lon, high.lat});
        ++words[head + 1];
      }
      ++words[place];
    }
    assert(words.size() < AreaGrid::kRecord);
    return AreaGrid::kRecord | static_cast<std::uint32_t>(place);
  }

  AreaGrid &m_grid;
  std::vector<OwnedEdge> m_edges;
  std::vector<std::uint32_t> m_first;   // cell → its first in m_sorted; one more at the end
  std::vector<std::uint32_t> m_sorted;  // places in m_edges
  std::vector<std::uint32_t> m_row_first;
  std::vector<Crossing> m_crossings;
  std::map<std::vector<std::uint32_t>, std::uint32_t> m_sets;
};

AreaGrid::AreaGrid(std::vector<MultiPolygon const *> const &areas) {
  auto edges = edges_of(areas);
  if (!edges.empty()) GridBuilder(*this, std::move(edges)).build();
}

Side AreaGrid::side_of(Cursor const &at, Point p, HalfUnits corner) {
  bool inside = at.holds_corner();
  auto const here = HalfUnits::of(p);
  HalfUnits const beside{corner.x, here.y};
  for (std::int32_t i = 0; i < at.edges(); ++i) {
    auto const edge = at.edge(i);
    auto const [west, east] = std::minmax(edge.low.lon, edge.high.lon);
    bool const reaches_side = 2 * std::int64_t{east} > corner.x;
    bool const crosses_side = reaches_side && 2 * std::int64_t{west} < corner.x;
    if (p.lat >= edge.low.lat && p.lat <= edge.high.lat && p.lon <= east) {
      auto const turned = turn(edge, here);
      if (touches(edge, p, turned)) return Side::border;
      if (straddles(edge, here) && passes_east(edge, turned) &&
          !(reaches_side && passes_east(edge, beside))) {
        inside = !inside;
      }
    }
    if (crosses_side && passes_north(edge, beside) != passes_north(edge, corner)) inside = !inside;
  }
  return inside ? Side::inside : Side::outside;
}

template <class F>
void AreaGrid::for_each_edge_near(Point p, double metres, F &&f) const {
  if (!m_box) return;
  auto const scale = metres_per_unit(p);
  auto const reach_lon = static_cast<std::int64_t>(std::min(metres / scale.lon, 4e9)) + 1;
  auto const reach_lat = static_cast<std::int64_t>(std::min(metres / scale.lat, 4e9)) + 1;
  auto const first_column = std::max<std::int64_t>(column_of(p.lon - reach_lon), 0);
  auto const last_column = std::min(column_of(p.lon + reach_lon), m_columns - 1);
  auto const first_row = std::max<std::int64_t>(row_of(p.lat - reach_lat), 0);
  auto const last_row = std::min(row_of(p.lat + reach_lat), m_rows - 1);
  for (auto row = first_row; row <= last_row; ++row) {
    for (auto column = first_column; column <= last_column; ++column) {
      auto const value = m_cells[static_cast<std::size_t>(row * m_columns + column)];
      if ((value & kRecord) == 0) continue;
      Cursor at(m_words.data() + (value & ~kRecord));
      while (at.next()) {
        for (std::int32_t i = 0; i < at.edges(); ++i)
          f(at.area(), at.edge(i));
      }
    }
  }
}

std::vector<std::size_t> AreaGrid::with_border_within(Point p, double metres) const {
  std::vector<std::size_t> out;
  auto const scale = metres_per_unit(p);
  for_each_edge_near(p, metres, [&](std::size_t area, Edge const &edge) {
    bool const known = !out.empty() && out.back() == area;
    if (!known && distance_to(edge, p, scale) <= metres) out.push_back(area);
  });
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

double AreaGrid::distance_to_border(Point p, double most) const {
  auto nearest = most;
  auto const scale = metres_per_unit(p);
  for_each_edge_near(p, most, [&](std::size_t, Edge const &edge) {
    nearest = std::min(nearest, distance_to(edge, p, scale));
  });
  return nearest;
}

}  // namespace wza::gis
