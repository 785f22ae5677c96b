// SPDX-License-Identifier: Apache-2.0
// Many areas over one grid of square cells, for millions of points: a cell through which no edge
// passes answers at once; any other keeps its edges, and which areas hold its north-eastern corner.
// From a point the way to that corner goes east to the side of the cell, then north along it; each
// edge that it crosses changes the answer. Cells begin and end between positions, so no vertex lies
// on a side, and every comparison is exact (gis/geo/edge.h).
#pragma once

#include "gis/geo/edge.h"
#include "gis/geo/polygon.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace wza::gis {

class AreaGrid {
 public:
  AreaGrid() = default;
  /// Areas are known by their place in `areas`, which is not kept. At most 2^30 areas.
  explicit AreaGrid(std::vector<MultiPolygon const *> const &areas);

  /// Calls f(area, side) for each area that holds p or on whose border it lies, in the order of the
  /// areas, as long as f returns true.
  template <class F>
  void visit(Point p, F &&f) const {
    if (!m_box || !m_box->holds(p)) return;
    auto const value = m_cells[cell_of(p)];
    if ((value & kRecord) == 0) {
      if (value != 0) f(value - 1, Side::inside);
      return;
    }
    auto const corner = corner_of(p);
    Cursor at(m_words.data() + (value & ~kRecord));
    while (at.next()) {
      auto const side = side_of(at, p, corner);
      if (side != Side::outside && !f(at.area(), side)) return;
    }
  }

  /// Fetch what visit(p) will read, its cell and then, once that is there, the cell's record. For
  /// many points in any order the memory is slower than the arithmetic.
  void prefetch_cell(Point p) const {
    if (m_box && m_box->holds(p)) __builtin_prefetch(m_cells.data() + cell_of(p));
  }
  void prefetch_record(Point p) const {
    if (!m_box || !m_box->holds(p)) return;
    auto const value = m_cells[cell_of(p)];
    if ((value & kRecord) != 0) __builtin_prefetch(m_words.data() + (value & ~kRecord));
  }

  /// The areas whose border comes within `metres` of p, in their order.
  std::vector<std::size_t> with_border_within(Point p, double metres) const;

  /// Metres from p to the nearest border; `most` where none is nearer.
  double distance_to_border(Point p, double most) const;

 private:
  friend class GridBuilder;
  static constexpr std::uint32_t kRecord = 1U << 31;

  /// Goes through the record of a cell: the number of its areas; for each the area, whether it
  /// holds the corner, the number of its edges, and these.
  class Cursor {
   public:
    explicit Cursor(std::int32_t const *record) : m_left(*record), m_end(record + 1) {}
    bool next() {
      if (m_left-- == 0) return false;
      m_head = m_end;
      m_end += 2 + 4 * std::ptrdiff_t{m_head[1]};
      return true;
    }
    std::uint32_t area() const { return static_cast<std::uint32_t>(m_head[0]) >> 1; }
    bool holds_corner() const { return (m_head[0] & 1) != 0; }
    std::int32_t edges() const { return m_head[1]; }
    Edge edge(std::int32_t i) const {
      auto const *e = m_head + 2 + 4 * std::ptrdiff_t{i};
      return {{e[0], e[1]}, {e[2], e[3]}};
    }

   private:
    std::int32_t m_left;
    std::int32_t const *m_head = nullptr;
    std::int32_t const *m_end;
  };

  std::int64_t column_of(std::int64_t lon) const { return (lon - m_box->min.lon) >> m_shift; }
  std::int64_t row_of(std::int64_t lat) const { return (lat - m_box->min.lat) >> m_shift; }
  std::size_t cell_of(Point p) const {
    return static_cast<std::size_t>(row_of(p.lat) * m_columns + column_of(p.lon));
  }
  /// The north-eastern corner of a cell.
  HalfUnits corner_at(std::int64_t row, std::int64_t column) const {
    return {2 * (m_box->min.lon + ((column + 1) << m_shift)) - 1,
            2 * (m_box->min.lat + ((row + 1) << m_shift)) - 1};
  }
  HalfUnits corner_of(Point p) const { return corner_at(row_of(p.lat), column_of(p.lon)); }
  static Side side_of(Cursor const &at, Point p, HalfUnits corner);
  /// Calls f(area, edge) for the edges of the cells that come within `metres` of p.
  template <class F>
  void for_each_edge_near(Point p, double metres, F &&f) const;

  std::optional<Box> m_box;
  int m_shift = 0;  // a cell is 2^m_shift positions wide and high
  std::int64_t m_columns = 0, m_rows = 0;
  /// 0: no area; area + 1: inside that one alone; else kRecord | place of its record in m_words.
  std::vector<std::uint32_t> m_cells;
  std::vector<std::int32_t> m_words;
};

}  // namespace wza::gis
