// SPDX-License-Identifier: Apache-2.0
#include "gis/retrofit/hide_lines.h"

#include "gis/retrofit/suppress.h"

#include <algorithm>

namespace wza::gis {
namespace {

/// Hides in the lines down to `depth` what is small; what stands above it is decided. `columns` is
/// 1 for the totals alone.
class Hiding {
 public:
  Hiding(std::vector<CountLine> &lines, int depth, std::size_t columns)
      : m_lines(lines), m_depth(depth), m_columns(columns) {}

  bool run(std::int64_t threshold) {
    // Nodes: 0 outside; then for each line its total, and for each line and column its sum.
    m_stride = m_columns;
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
      if (m_lines[i].depth <= m_depth) add(i);
    }
    bool const all = hide_small(m_arcs, 1 + m_lines.size() * m_stride, threshold);
    for (auto const &[arc, line, column] : m_cells)
      m_lines[line].hidden[column] = m_arcs[arc].hidden;
    return all;
  }

 private:
  std::size_t total_node(std::size_t line) const { return 1 + line * m_stride; }
  std::size_t sum_node(std::size_t line, std::size_t column) const {
    return 1 + line * m_stride + column;
  }
  bool ends(CountLine const &line) const { return line.leaf || line.depth == m_depth; }

  void add(std::size_t i) {
    auto const &line = m_lines[i];
    bool const first = i == 0;
    cell(i, 0, first ? 0 : total_node(line.parent), total_node(i));
    if (m_columns == 1) {
      if (ends(line)) outlet(i);
      return;
    }
    for (std::size_t column = 1; column < m_columns; ++column) {
      std::size_t const from = ends(line) ? total_node(i) : sum_node(i, column);
      cell(i, column, from, first ? 0 : sum_node(line.parent, column));
    }
  }
  void cell(std::size_t line, std::size_t column, std::size_t from, std::size_t to) {
    m_cells.push_back({m_arcs.size(), line, column});
    // Totals are decided before columns, wider rows before narrower ones.
    bool const hidden = m_lines[line].hidden[column];
    bool const fixed = m_lines[line].depth < m_depth || (column == 0 && m_columns > 1) || hidden;
    m_arcs.push_back({from, to, m_lines[line].counts[column], fixed, hidden, false});
  }
  /// Of totals alone, what flows into the last rows flows out of the table unseen.
  void outlet(std::size_t line) {
    m_arcs.push_back({total_node(line), 0, m_lines[line].counts[0], true, true, true});
  }

  struct Cell {
    std::size_t arc, line, column;
  };
  std::vector<CountLine> &m_lines;
  int m_depth;
  std::size_t m_columns, m_stride = 0;
  std::vector<CellArc> m_arcs;
  std::vector<Cell> m_cells;
};

}  // namespace

bool hide_lines(std::vector<CountLine> &lines, std::size_t width, std::int64_t threshold) {
  int deepest = 0;
  for (auto const &line : lines)
    deepest = std::max(deepest, line.depth);
  bool all = true;
  for (std::size_t const columns : {std::size_t{1}, width}) {
    for (int depth = 0; depth <= deepest; ++depth)
      all = Hiding(lines, depth, columns).run(threshold) && all;
  }
  return all;
}

}  // namespace wza::gis
