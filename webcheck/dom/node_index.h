// SPDX-License-Identifier: Apache-2.0
// Nodes by a small number (the atom of a name, a role): which nodes have it is one look, in
// document order. Two arrays whatever the number of keys.
#pragma once

#include "webcheck/dom/node_id.h"

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace wza::web {

class NodeIndex {
 public:
  NodeIndex() = default;

  /// `entries` of (key, node) with keys below `keys`; nodes of one key in the order to be kept.
  NodeIndex(std::uint32_t keys, std::span<std::pair<std::uint32_t, NodeId> const> entries)
      : m_begin(keys + 1, 0), m_nodes(entries.size()) {
    for (auto const &[key, node] : entries)
      ++m_begin[key + 1];
    for (std::uint32_t key = 0; key < keys; ++key)
      m_begin[key + 1] += m_begin[key];
    std::vector<std::uint32_t> next(m_begin.begin(), m_begin.end() - 1);
    for (auto const &[key, node] : entries)
      m_nodes[next[key]++] = node;
  }

  std::span<NodeId const> operator[](std::uint32_t key) const {
    if (key + 1 >= m_begin.size()) return {};
    return std::span(m_nodes).subspan(m_begin[key], m_begin[key + 1] - m_begin[key]);
  }

 private:
  std::vector<std::uint32_t> m_begin;
  std::vector<NodeId> m_nodes;
};

}  // namespace wza::web
