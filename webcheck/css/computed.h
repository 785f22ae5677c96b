// SPDX-License-Identifier: Apache-2.0
// What the cascade knows of each element: a table of Known<T> columns, by NodeId. The static
// cascade fills what it can prove and leaves the rest unknown; a rendered page fills all. Rules
// never ask who filled it.
#pragma once

#include "db/base/known.h"
#include "webcheck/dom/document.h"

#include <cstdint>
#include <vector>

namespace wza::web {

/// The outer display types that our rules tell apart (CSS Display 3).
enum class Display : std::uint8_t {
  none, contents, inline_, block, inline_block, flex, inline_flex, grid, inline_grid, table,
  inline_table, table_row, table_cell, table_caption, table_part, list_item, ruby, flow_root,
};
enum class Visibility : std::uint8_t { visible, hidden, collapse };

/// Computed values of one element.
struct ComputedStyle {
  Known<Display> display = Known<Display>::unknown();
  Known<Visibility> visibility = Known<Visibility>::unknown();
};

/// One ComputedStyle a node (text nodes: that of their parent).
class ComputedStyles {
 public:
  ComputedStyles() = default;
  explicit ComputedStyles(std::vector<ComputedStyle> by_node) : m_by_node(std::move(by_node)) {}
  ComputedStyle const &operator[](NodeId n) const { return m_by_node[n.value]; }
  bool empty() const { return m_by_node.empty(); }

 private:
  std::vector<ComputedStyle> m_by_node;
};

}  // namespace wza::web
