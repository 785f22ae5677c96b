// SPDX-License-Identifier: Apache-2.0
#include "webcheck/a11y/table.h"

#include "tests/support/page_of.h"

#include <gtest/gtest.h>

#include <string>

namespace wza::web {
namespace {

/// "text x y width height;" of each cell of the first table; "too large" where it has no grid.
std::string grid_of(std::string const &html) {
  Page const page = page_of(html);
  Document const &document = page.dom();
  auto const grid = html_table_grid(page.a11y(), document.by_tag(atom::table).front());
  if (!grid) return "too large";
  std::string out;
  for (TableCell const &cell : grid->cells) {
    NodeId const text = document.first_child(cell.node);
    out += text.valid() ? std::string(document.text(text)) : "-";
    for (std::uint32_t const number : {cell.x, cell.y, cell.width, cell.height})
      out += ' ' + std::to_string(number);
    out += ';';
  }
  return out;
}

TEST(TableGrid, counts_rows_and_columns) {
  EXPECT_EQ(grid_of("<table><tr><td>a<td>b<tr><td>c</table>"), "a 0 0 1 1;b 1 0 1 1;c 0 1 1 1;");
}

TEST(TableGrid, keeps_free_what_cells_above_reach_down_to) {
  EXPECT_EQ(grid_of("<table><tr><td>a<td rowspan=2>b<td>c<tr><td>d<td>e</table>"),
            "a 0 0 1 1;b 1 0 1 2;c 2 0 1 1;d 0 1 1 1;e 2 1 1 1;");
}

TEST(TableGrid, ends_spans_with_their_row_group) {
  EXPECT_EQ(grid_of("<table><thead><tr><td rowspan=9>a<tbody><tr><td>b<tr><td rowspan=0>c"
                    "<tr></table>"),
            "a 0 0 1 1;b 0 1 1 1;c 0 2 1 2;");
}

TEST(TableGrid, has_the_foot_below_what_follows_it) {
  EXPECT_EQ(grid_of("<table><tfoot><tr><td>a</tfoot><tbody><tr><td>b</table>"),
            "b 0 0 1 1;a 0 1 1 1;");
}

TEST(TableGrid, takes_spans_that_are_no_numbers_for_one) {
  EXPECT_EQ(grid_of("<table><tr><td colspan=x rowspan=-2>a<td colspan=0>b<td colspan=' +2x'>c"
                    "</table>"),
            "a 0 0 1 1;b 1 0 1 1;c 2 0 2 1;");
}

TEST(TableGrid, leaves_out_tables_inside) {
  EXPECT_EQ(grid_of("<table><tr><td>a<table><tr><td>b</table></table>"), "a 0 0 1 1;");
}

TEST(TableGrid, refuses_spans_that_multiply) {
  std::string html = "<table><tr>";
  for (int i = 0; i < 3000; ++i)
    html += "<td colspan=1000>";
  EXPECT_EQ(grid_of(html), "too large");
}

}  // namespace
}  // namespace wza::web
