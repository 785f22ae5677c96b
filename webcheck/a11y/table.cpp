// SPDX-License-Identifier: Apache-2.0
#include "webcheck/a11y/table.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>

namespace wza::web {
namespace {

/// HTML, section 2.3.4.2: non-negative integers; `fallback` for anything else.
std::uint32_t span_of(Document const &document, NodeId cell, Atom name, std::uint32_t fallback,
                      std::uint32_t most) {
  std::string_view text = document.attr_or_empty(cell, name);
  text.remove_prefix(std::min(text.find_first_not_of(" \t\n\f\r"), text.size()));
  if (text.starts_with('+')) text.remove_prefix(1);
  std::uint32_t value = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error == std::errc::result_out_of_range) return most;
  return error == std::errc() ? std::min(value, most) : fallback;
}

/// Forms the grid row by row. Of each column it knows only up to which row it is taken.
class Former {
 public:
  Former(A11yTree const &tree, NodeId table)
      : m_tree(tree),
        m_document(tree.document()),
        m_steps(1'000'000 + std::size_t{64} * (m_document.subtree_end(table).value - table.value)) {
  }

  /// False once the table spans too much.
  bool add_row_group(NodeId group) {
    std::vector<NodeId> rows;
    for (NodeId r = m_document.first_child(group); r.valid(); r = m_document.next_sibling(r)) {
      if (m_document.is(r, atom::tr)) rows.push_back(r);
    }
    return add_rows(rows);
  }

  bool add_rows(std::vector<NodeId> const &rows) {
    auto const end = grid.rows + static_cast<std::uint32_t>(rows.size());
    for (NodeId const row : rows) {
      if (!add_row(row, end)) return false;
      ++grid.rows;
    }
    return true;
  }

  TableGrid grid;

 private:
  bool add_row(NodeId row, std::uint32_t group_end) {
    std::uint32_t x = 0;
    for (NodeId c = m_document.first_child(row); c.valid(); c = m_document.next_sibling(c)) {
      if (!m_document.is(c, atom::td) && !m_document.is(c, atom::th)) continue;
      while (x < m_taken_until.size() && m_taken_until[x] > grid.rows) {
        if (!spend(1)) return false;
        ++x;
      }
      TableCell cell{c, x, grid.rows};
      cell.width = std::max(span_of(m_document, c, atom::colspan, 1, 1000), 1U);
      std::uint32_t const left = group_end - grid.rows;
      std::uint32_t const height = span_of(m_document, c, atom::rowspan, 1, 65534);
      cell.height = height == 0 ? left : std::min(height, left);
      if (!spend(cell.width + cell.height)) return false;

      x += cell.width;
      if (m_taken_until.size() < x) m_taken_until.resize(x, 0);
      auto const columns = m_taken_until.begin() + cell.x;
      std::fill(columns, columns + cell.width, grid.rows + cell.height);
      grid.columns = std::max(grid.columns, x);
      if (!m_tree.rendered(c).is_true()) grid.sure = false;
      grid.cells.push_back(cell);
    }
    return true;
  }

  bool spend(std::size_t steps) {
    if (steps > m_steps) return false;
    m_steps -= steps;
    return true;
  }

  A11yTree const &m_tree;
  Document const &m_document;
  std::vector<std::uint32_t> m_taken_until;  ///< by column: the first row that is free again
  std::size_t m_steps;
};

bool moves_cells(Document const &document, NodeId n) {
  constexpr std::array<std::string_view, 5> kMoving{"aria-colindex", "aria-rowindex",
                                                    "aria-colspan", "aria-rowspan", "aria-owns"};
  return std::ranges::any_of(document.attributes(n), [&](Attribute const &attribute) {
    return std::ranges::find(kMoving, document.name(attribute.name)) != kMoving.end();
  });
}

}  // namespace

std::optional<TableGrid> html_table_grid(A11yTree const &tree, NodeId table) {
  Document const &document = tree.document();
  Former former(tree, table);
  std::vector<NodeId> feet;
  for (NodeId g = document.first_child(table); g.valid(); g = document.next_sibling(g)) {
    if (document.is(g, atom::tfoot)) feet.push_back(g);
    bool const group = document.is(g, atom::thead) || document.is(g, atom::tbody);
    if (group && !former.add_row_group(g)) return std::nullopt;
    if (document.is(g, atom::tr) && !former.add_rows({g})) return std::nullopt;
  }
  for (NodeId const foot : feet) {
    if (!former.add_row_group(foot)) return std::nullopt;
  }
  return std::move(former.grid);
}

TableGrid aria_table_grid(A11yTree const &tree, NodeId table) {
  Document const &document = tree.document();
  TableGrid grid;
  if (moves_cells(document, table)) grid.sure = false;
  std::uint32_t x = 0;
  NodeId row_end = table;
  NodeId const end = document.subtree_end(table);
  for (NodeId n{table.value + 1}; n < end;) {
    NodeId const after = document.subtree_end(n);
    NodeId next{n.value + 1};
    if (document.is_element(n)) {
      Role const role = tree.role(n);
      Trilean const hidden = tree.hidden(n);
      if (moves_cells(document, n) || hidden.is_unknown()) grid.sure = false;
      if (hidden.is_true() || is_a(role, Role::table)) {
        next = after;
      } else if (role == Role::row) {
        ++grid.rows;
        x = 0;
        row_end = after;
      } else if (is_a(role, Role::cell)) {
        if (n < row_end) grid.cells.push_back({n, x++, grid.rows - 1});
        grid.columns = std::max(grid.columns, x);
        next = after;
      }
    }
    n = next;
  }
  return grid;
}

}  // namespace wza::web
