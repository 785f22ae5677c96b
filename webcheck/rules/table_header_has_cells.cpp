// SPDX-License-Identifier: Apache-2.0
// A header cell of a table has cells that it is the header of. ACT d0f69e; HTML, section 4.9.12.2;
// WCAG 2.2 SC 1.3.1; GB/T 37668 has no clause for it. The target is the table, so that its grid is
// formed once. Deviation: tables of headers alone, empty headers and headers that HTML's algorithm
// gives no direction are not decided.
#include "webcheck/a11y/name.h"
#include "webcheck/a11y/table.h"
#include "webcheck/dom/tokens.h"
#include "webcheck/rule.h"
#include "webcheck/rules/targets.h"

#include <array>
#include <set>
#include <string>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { has_cells, no_cells, perhaps };
constexpr std::array<Message, 3> kMessages{{
    {"has_cells", {"每个表头都有对应的单元格", "Each header has cells"}},
    {"no_cells", {"表头“{}”没有对应的单元格", "The header \"{}\" is the header of no cell"}},
    {"perhaps",
     {"表头“{}”可能没有对应的单元格，请核对",
      "The header \"{}\" may be the header of no cell; check it"}},
}};

constexpr std::array<std::string_view, 1> kAct{"d0f69e"};
constexpr std::array<std::string_view, 1> kWcag{"1.3.1"};
constexpr int kMaxSteps = 64;
constexpr std::int64_t kNowhere = 0x7FFFFFFF;

bool is_header(Role role) {
  return role == Role::columnheader || role == Role::rowheader;
}

/// What runs along a row or a column.
struct Line {
  std::int64_t first_data = kNowhere;  ///< where the first cell begins in it that is no header
  std::int64_t last_plain = -1;        ///< where the last cell without `headers` begins in it
};

/// What the headers of one table need to know of its cells.
struct Lines {
  std::vector<Line> rows, columns;
  std::set<NodeId> named;  ///< by the headers attribute of another cell
  bool has_data = false;
  Lines(A11yTree const &tree, TableGrid const &grid) : rows(grid.rows), columns(grid.columns) {
    Document const &document = tree.document();
    for (TableCell const &cell : grid.cells) {
      bool const data = !document.is(cell.node, atom::th) && !is_header(tree.role(cell.node));
      std::string_view const headers = document.attr_or_empty(cell.node, atom::headers);
      bool const plain = trimmed(headers).empty();
      has_data = has_data || data;
      for (std::uint32_t y = cell.y; y < cell.y + cell.height; ++y)
        note(rows[y], data, plain, cell.x);
      for (std::uint32_t x = cell.x; x < cell.x + cell.width; ++x)
        note(columns[x], data, plain, cell.y);
      each_token(headers, [&](std::string_view id) {
        NodeId const header = document.by_id(id);
        if (header.valid() && header != cell.node) named.insert(header);
      });
    }
  }

 private:
  static void note(Line &line, bool data, bool plain, std::uint32_t at) {
    if (data) line.first_data = std::min(line.first_data, std::int64_t{at});
    if (plain) line.last_plain = std::max(line.last_plain, std::int64_t{at});
  }
};

enum class Direction : std::uint8_t { column, row, either };

Direction direction_of(A11yTree const &tree, TableCell const &cell, Lines const &lines) {
  Document const &document = tree.document();
  Role const role = tree.explicit_role(cell.node);
  if (role == Role::columnheader) return Direction::column;
  if (role == Role::rowheader) return Direction::row;
  std::string_view const scope = document.attr_or_empty(cell.node, atom::scope);
  if (ascii_iequals(scope, "col")) return Direction::column;
  if (ascii_iequals(scope, "row")) return Direction::row;
  if (ascii_lower(scope).ends_with("group")) return Direction::either;
  bool row_has_data = false;
  for (std::uint32_t y = cell.y; y < cell.y + cell.height; ++y)
    row_has_data = row_has_data || lines.rows[y].first_data != kNowhere;
  return row_has_data ? Direction::either : Direction::column;
}

Trilean has_cells(TableCell const &cell, Direction direction, Lines const &lines) {
  if (lines.named.contains(cell.node)) return true;
  bool below = false;
  bool above = false;
  bool beside = false;
  for (std::uint32_t x = cell.x; x < cell.x + cell.width; ++x) {
    below = below || lines.columns[x].last_plain > cell.y;
    above = above || lines.columns[x].first_data < cell.y;
  }
  for (std::uint32_t y = cell.y; y < cell.y + cell.height; ++y)
    beside = beside || lines.rows[y].last_plain > cell.x;
  // Headers are often repeated below their column; so may they be at the end of their row.
  bool const before =
      direction == Direction::column ? above : lines.rows[cell.y].first_data < cell.x;
  if (direction == Direction::column ? below : beside) return true;
  if (direction == Direction::either && below) return true;
  return before || direction == Direction::either ? Trilean::unknown() : Trilean(false);
}

/// The table of a header cell: for cells of HTML that is <table>, for others the role.
NodeId table_of(A11yTree const &tree, NodeId cell) {
  Document const &document = tree.document();
  bool const html = document.is(cell, atom::td) || document.is(cell, atom::th);
  NodeId at = document.parent(cell);
  for (int step = 0; step < kMaxSteps && at.valid(); ++step, at = document.parent(at)) {
    bool const table = is_a(tree.role(at), Role::table);
    if (html ? document.is(at, atom::table) : table) return table ? at : kNoNode;
  }
  return kNoNode;
}

Trilean counts(A11yTree const &tree, NodeId header) {
  return tree.visible(header) && tree.included(header);
}

void applicable(Page const &page, Targets &targets) {
  A11yTree const &tree = page.a11y();
  std::set<NodeId> seen;
  each_of_roles(page, is_header, [&](NodeId n) {
    if (counts(tree, n).is_false()) return;
    NodeId const table = table_of(tree, n);
    if (table.valid() && seen.insert(table).second) targets.add(table, tree.included(table));
  });
}

Verdict expect(Page const &page, NodeId n) {
  A11yTree const &tree = page.a11y();
  auto const grid = page.dom().is(n, atom::table) ? html_table_grid(tree, n)
                                                  : std::optional(aria_table_grid(tree, n));
  if (!grid) return cant_tell(Msg::perhaps);
  Lines const lines(tree, *grid);
  Verdict verdict = passed(Msg::has_cells);
  for (TableCell const &cell : grid->cells) {
    if (!is_header(tree.role(cell.node)) || counts(tree, cell.node).is_false()) continue;
    Trilean const has = has_cells(cell, direction_of(tree, cell, lines), lines);
    if (has.is_true()) continue;
    Name name = accessible_name(tree, cell.node);
    bool const sure = has.is_false() && grid->sure && lines.has_data && name.present.is_true() &&
                      counts(tree, cell.node).is_true();
    if (sure) return failed(Msg::no_cells, std::move(name.text));
    verdict = cant_tell(Msg::perhaps, std::move(name.text));
  }
  return verdict;
}

}  // namespace

extern Rule const table_header_has_cells;
constinit Rule const table_header_has_cells{
    .id = "table-header-has-cells",
    .act = kAct,
    .basis = {.wcag = kWcag, .gbt37668 = {}},
    .severity = Severity::moderate,
    .needs = Needs::dom,
    .title = {"表格的每个表头都必须有对应的单元格",
              "Each header of a table must be the header of some cell"},
    .help =
        {"读屏软件随单元格一起读出它的表头；没有单元格的表头读不到，也说明表格的结构错了。请补上"
         "缺少的单元格，改正 scope、headers、colspan；只是为了加粗或当标题用的 <th>，改成 <td> "
         "或 <caption>。GB/T 37668 对此没有条款。",
         "A screen reader reads the headers with each cell; a header without cells is never "
         "read and shows that the table is built wrongly. Add the missing cells or mend scope, "
         "headers and colspan; where <th> only makes bold text or a title, use <td> or "
         "<caption>. GB/T 37668 has no clause for this."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
};

}  // namespace wza::web
