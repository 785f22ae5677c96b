// SPDX-License-Identifier: Apache-2.0
// The table of a plan, and what of it may be published. Hiding goes from the widest districts down,
// totals before their parts, and never goes back: so a total is hidden or shown alike whatever the
// columns and however narrow the rows are, and two published tables of one plan cannot be set
// against each other.
#include "gis/retrofit/plan_count.h"
#include "gis/retrofit/suppress.h"

#include <algorithm>

namespace wza::gis {
namespace {

/// One row of counts while the table is made: the total, then the columns.
struct Line {
  std::size_t district = 0;  ///< of PlanDistricts::rows()
  std::size_t parent = 0;    ///< of the lines
  bool rest = false, leaf = true;
  int depth = 0;
  std::vector<std::int64_t> counts;
  std::vector<bool> hidden;
};

/// Hides in the lines down to `depth` what is small; what stands above it is decided. `columns` is
/// 1 for the totals alone.
class Hiding {
 public:
  Hiding(std::vector<Line> &lines, int depth, std::size_t columns)
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
  bool ends(Line const &line) const { return line.leaf || line.depth == m_depth; }

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
    bool const fixed = m_lines[line].depth < m_depth || (column == 0 && m_columns > 1);
    m_arcs.push_back({from, to, m_lines[line].counts[column], fixed,
                      fixed && m_lines[line].hidden[column], false});
  }
  /// Of totals alone, what flows into the last rows flows out of the table unseen.
  void outlet(std::size_t line) {
    m_arcs.push_back({total_node(line), 0, m_lines[line].counts[0], true, true, true});
  }

  struct Cell {
    std::size_t arc, line, column;
  };
  std::vector<Line> &m_lines;
  int m_depth;
  std::size_t m_columns, m_stride = 0;
  std::vector<CellArc> m_arcs;
  std::vector<Cell> m_cells;
};

std::vector<Line> lines_of(PlanDistricts const &districts, std::vector<PlanColumn> const &columns,
                           std::vector<PlanHome> const &homes) {
  auto const &rows = districts.rows();
  std::size_t const width = columns.size() + 1;
  std::vector<std::vector<std::int64_t>> own(rows.size(), std::vector<std::int64_t>(width));
  for (auto const &home : homes) {
    auto &counts = own[districts.row_of(home.record.district)];
    auto const column = std::find_if(columns.begin(), columns.end(),
                                     [&](PlanColumn const &c) { return c.key == home.column; });
    ++counts[0];
    ++counts[1 + static_cast<std::size_t>(column - columns.begin())];
  }
  std::vector<Line> lines;
  std::vector<std::size_t> line_of(rows.size());
  // Depth first, so that children stand under their parent.
  std::vector<std::vector<std::size_t>> below(rows.size());
  for (std::size_t i = 1; i < rows.size(); ++i)
    below[rows[i].parent].push_back(i);
  auto const add = [&](auto const &self, std::size_t row) -> void {
    std::size_t const at = line_of[row] = lines.size();
    lines.push_back({row, row == 0 ? 0 : line_of[rows[row].parent], false, rows[row].leaf,
                     rows[row].depth, own[row], std::vector<bool>(width)});
    for (std::size_t const child : below[row]) {
      self(self, child);
      auto const &counts = lines[line_of[child]].counts;
      for (std::size_t c = 0; c < width; ++c)
        lines[at].counts[c] += counts[c];
    }
    if (!rows[row].leaf && own[row][0] > 0)
      lines.push_back(
          {row, at, true, true, rows[row].depth + 1, own[row], std::vector<bool>(width)});
  };
  add(add, 0);
  return lines;
}

bool hide(std::vector<Line> &lines, std::size_t width, std::int64_t threshold) {
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

}  // namespace

PlanTable table_of(PlanDistricts const &districts, std::vector<PlanColumn> columns,
                   std::vector<PlanHome> const &homes, std::int64_t threshold,
                   bool &all_protected) {
  auto lines = lines_of(districts, columns, homes);
  std::size_t const width = columns.size() + 1;
  all_protected = threshold <= 0 || hide(lines, width, threshold);
  PlanTable table;
  table.columns = std::move(columns);
  for (auto const &line : lines) {
    auto const &district = districts.rows()[line.district];
    auto const shown = [&](std::size_t c) {
      return line.hidden[c] ? ShownCount() : ShownCount(line.counts[c]);
    };
    auto &row = table.rows.emplace_back();
    row.district = district.code;
    row.name = district.name;
    row.level = district.level;
    row.depth = line.depth;
    row.rest = line.rest;
    row.total = shown(0);
    for (std::size_t c = 1; c < width; ++c)
      row.cells.push_back(shown(c));
  }
  return table;
}

}  // namespace wza::gis
