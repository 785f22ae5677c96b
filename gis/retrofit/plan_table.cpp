// SPDX-License-Identifier: Apache-2.0
// The table of a plan, and what of it may be published.
#include "gis/retrofit/hide_lines.h"
#include "gis/retrofit/plan_count.h"

#include <algorithm>

namespace wza::gis {
namespace {

std::vector<CountLine> lines_of(PlanDistricts const &districts,
                                std::vector<PlanColumn> const &columns,
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
  std::vector<CountLine> lines;
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

}  // namespace

PlanTable table_of(PlanDistricts const &districts, std::vector<PlanColumn> columns,
                   std::vector<PlanHome> const &homes, std::int64_t threshold,
                   bool &all_protected) {
  auto lines = lines_of(districts, columns, homes);
  std::size_t const width = columns.size() + 1;
  all_protected = threshold <= 0 || hide_lines(lines, width, threshold);
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
