// SPDX-License-Identifier: Apache-2.0
// The grid of a table: which cell covers which rows and columns. HTML, section 4.9.12.1 (forming a
// table) for <table>; for tables made of ARIA roles the order of rows and cells (WAI-ARIA 1.2,
// section 5.3: table, grid). Linear in the table and bounded: spans multiply, so a table that spans
// more slots than its size lets expect has no grid.
#pragma once

#include "webcheck/a11y/tree.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace wza::web {

struct TableCell {
  NodeId node;
  std::uint32_t x = 0, y = 0;           ///< its first column and row
  std::uint32_t width = 1, height = 1;  ///< clipped to the rows of its row group
};

struct TableGrid {
  std::vector<TableCell> cells;  ///< in the order of rows
  std::uint32_t columns = 0, rows = 0;
  bool sure = true;  ///< false where attributes or style may move or hide cells
};

/// The grid of an HTML <table>, without tables inside it; nothing where it is too large.
std::optional<TableGrid> html_table_grid(A11yTree const &tree, NodeId table);

/// The grid of an element with the role table or grid, from the roles row and cell in it.
TableGrid aria_table_grid(A11yTree const &tree, NodeId table);

}  // namespace wza::web
