// SPDX-License-Identifier: Apache-2.0
// The cells of a data table have headers (WCAG 2.2, techniques H51, H63 and H43). SC 1.3.1; GB/T
// 37668 has no clause for it. Whether a table of data has headers at all for those who see it, only
// they can tell: it is asked. Tables of fewer than three rows or columns are left out.
#include "webcheck/a11y/tree.h"
#include "webcheck/rule.h"
#include "webcheck/rules/data_table.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { have, no_headers, some_without };
constexpr std::array<Message, 3> kMessages{{
    {"have", {"数据单元格都有表头", "All data cells have headers"}},
    {"no_headers",
     {"表格里没有表头单元格（<th>），读屏用户不知道每个数是什么",
      "The table has no header cells (<th>), so screen reader users do not know what each value "
      "is"},
     {"这个表格本来就没有表头（第一行和第一列都不说明其他格子），对吗？",
      "Is it true that this table has no headers, that is, neither its first row nor its first "
      "column says what the other cells are?"}},
    {"some_without",
     {"表格里有 {} 个单元格没有表头", "The number of cells in the table that have no header: {}"},
     {"没有表头的 {} 个单元格，不看别的格子也能明白，对吗？",
      "Can the {} cells without a header be understood without looking at other cells?"}},
}};
constexpr std::array<std::string_view, 1> kWcag{"1.3.1"};

bool is_large(TableGrid const &grid) {
  return grid.rows >= 3 && grid.columns >= 3;
}

void applicable(Page const &page, Targets &targets) {
  for (NodeId const n : page.dom().by_tag(atom::table)) {
    auto const grid = data_table_grid(page, n);
    if (grid && is_large(*grid)) targets.add(n, page.a11y().included(n));
  }
}

/// Where headers stand, by the first of each row and column.
class Headers {
 public:
  Headers(A11yTree const &tree, TableGrid const &grid)
      : m_rows(grid.rows), m_columns(grid.columns) {
    for (TableCell const &cell : grid.cells) {
      if (!is_table_header(tree, cell.node)) continue;
      any = true;
      for (std::uint32_t y = cell.y; y < cell.y + cell.height; ++y)
        m_rows[y].at = std::min(m_rows[y].at, cell.x);
      for (std::uint32_t x = cell.x; x < cell.x + cell.width; ++x)
        m_columns[x].at = std::min(m_columns[x].at, cell.y);
    }
  }
  bool reach(TableCell const &cell) const {
    return m_rows[cell.y].before(cell.x) || m_columns[cell.x].before(cell.y);
  }
  bool any = false;

 private:
  struct First {
    std::uint32_t at = 0xFFFFFFFF;
    bool before(std::uint32_t place) const { return at < place; }
  };
  std::vector<First> m_rows, m_columns;
};

Verdict expect(Page const &page, NodeId n) {
  Document const &document = page.dom();
  TableGrid const grid = *data_table_grid(page, n);
  Headers const headers(page.a11y(), grid);
  std::size_t without = 0;
  for (TableCell const &cell : grid.cells) {
    bool const named = document.has_attr(cell.node, atom::headers) ||
                       document.has_attr(cell.node, atom::aria_label);
    if (named || is_table_header(page.a11y(), cell.node) || headers.reach(cell)) continue;
    if (!is_blank_cell(document, cell.node)) ++without;
  }
  if (without == 0) return passed(Msg::have);
  if (!headers.any) return cant_tell(Msg::no_headers);
  return cant_tell(Msg::some_without, std::to_string(without));
}

}  // namespace

extern Rule const table_cells_have_headers;
constinit Rule const table_cells_have_headers{
    .id = "table-cells-have-headers",
    .act = {},
    .basis = {.wcag = kWcag, .gbt37668 = {}},
    .severity = Severity::serious,
    .needs = Needs::dom,
    .decides = Decides::questions,
    .title = {"数据表格的单元格要有表头", "The cells of a data table must have headers"},
    .help = {"读屏软件读到一个数时，靠 <th> "
             "才知道它是哪一列、哪一行的。只把字加粗没有用：请把表头单元格"
             "写成 <th scope=\"col\"> 或 <th scope=\"row\">。GB/T 37668 对此没有条款。",
             "By <th> alone a screen reader knows to which column and row a value belongs. Bold "
             "letters do not help: write header cells as <th scope=\"col\"> or <th scope=\"row\">. "
             "GB/T 37668 has no clause for this."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
};

}  // namespace wza::web
