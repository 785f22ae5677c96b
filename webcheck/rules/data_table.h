// SPDX-License-Identifier: Apache-2.0
// What the rules about data tables share. Many pages are laid out by tables: whether one holds
// data, only its markup can say for certain.
#pragma once

#include "db/base/text.h"
#include "webcheck/a11y/table.h"
#include "webcheck/a11y/tree.h"
#include "webcheck/page.h"
#include "webcheck/text/words.h"

#include <algorithm>
#include <optional>

namespace wza::web {

inline bool is_table_header(A11yTree const &tree, NodeId cell) {
  Role const role = tree.role(cell);
  return role == Role::columnheader || role == Role::rowheader;
}

/// True if there is nothing in the cell but blanks and signs.
inline bool is_blank_cell(Document const &document, NodeId cell) {
  for (NodeId n = cell; n < document.subtree_end(cell); ++n.value) {
    if (document.kind(n) == NodeKind::text && wording_of(document.text(n)) != Wording::none) {
      return false;
    }
    if (document.is(n, atom::img) || document.is(n, atom::input)) return false;
  }
  return true;
}

inline bool has_child(Document const &document, NodeId n, Atom tag) {
  NodeId child = document.first_child(n);
  while (child.valid() && !document.is(child, tag))
    child = document.next_sibling(child);
  return child.valid();
}

inline bool has_caption(Document const &document, NodeId table) {
  return has_child(document, table, atom::caption);
}

/// The grid of a <table> of at least two rows and columns whose markup says that it holds data: by
/// a caption, a header cell or row, a summary, a role or a border. Nothing for others, and for
/// tables with tables inside.
inline std::optional<TableGrid> data_table_grid(Page const &page, NodeId table) {
  Document const &document = page.dom();
  A11yTree const &tree = page.a11y();
  if (!document.is(table, atom::table) || !is_a(tree.role(table), Role::table) ||
      tree.included(table).is_false()) {
    return std::nullopt;
  }
  auto const tables = document.by_tag(atom::table);
  auto const inner = std::ranges::upper_bound(tables, table);
  if (inner != tables.end() && *inner < document.subtree_end(table)) return std::nullopt;
  auto grid = html_table_grid(tree, table);
  if (!grid || !grid->sure || grid->rows < 2 || grid->columns < 2) return std::nullopt;
  std::string_view const border = trimmed(document.attr_or_empty(table, atom::border));
  bool const declared =
      has_caption(document, table) || has_child(document, table, atom::thead) ||
      !trimmed(document.attr_or_empty(table, atom::summary)).empty() ||
      tree.explicit_role(table) != Role::no_role || (!border.empty() && border != "0") ||
      std::ranges::any_of(
          grid->cells, [&tree](TableCell const &cell) { return is_table_header(tree, cell.node); });
  return declared ? std::move(grid) : std::nullopt;
}

}  // namespace wza::web
