// SPDX-License-Identifier: Apache-2.0
#include "gis/retrofit/suppress.h"

#include <algorithm>
#include <cassert>
#include <limits>
#include <queue>

namespace wza::gis {
namespace {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);

/// Arcs by the nodes that they touch.
class Network {
 public:
  Network(std::vector<CellArc> const &arcs, std::size_t nodes) : m_arcs(arcs), m_at(nodes) {
    for (std::size_t i = 0; i < arcs.size(); ++i) {
      m_at[arcs[i].from].push_back(i);
      m_at[arcs[i].to].push_back(i);
    }
  }

  /// The cheapest way from `start` to `goal` on which `amount` can be moved without using `closed`;
  /// its arcs, or none. Hidden arcs cost nothing; with `hide`, shown ones that are not fixed cost
  /// what their loss costs a reader.
  std::vector<std::size_t> way(std::size_t start, std::size_t goal, std::size_t closed,
                               std::int64_t amount, bool hide) const {
    constexpr auto kFar = std::numeric_limits<std::int64_t>::max();
    std::vector<std::int64_t> cost(m_at.size(), kFar);
    std::vector<std::size_t> via(m_at.size(), kNone);
    using Entry = std::pair<std::int64_t, std::size_t>;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> open;
    cost[start] = 0;
    open.emplace(0, start);
    while (!open.empty()) {
      auto const [spent, node] = open.top();
      open.pop();
      if (spent > cost[node]) continue;
      if (node == goal) break;
      for (std::size_t const i : m_at[node]) {
        auto const &arc = m_arcs[i];
        if (i == closed || (!arc.hidden && (arc.fixed || !hide))) continue;
        bool const along = arc.from == node;
        if (!along && arc.count < amount) continue;  // no count falls below 0
        std::size_t const next = along ? arc.to : arc.from;
        auto const price = spent + (arc.hidden ? 0 : 1 + arc.count);
        if (price >= cost[next]) continue;
        cost[next] = price;
        via[next] = i;
        open.emplace(price, next);
      }
    }
    std::vector<std::size_t> arcs;
    if (cost[goal] == kFar) return arcs;
    for (std::size_t node = goal; node != start;) {
      arcs.push_back(via[node]);
      auto const &arc = m_arcs[via[node]];
      node = arc.to == node ? arc.from : arc.to;
    }
    return arcs;
  }

 private:
  std::vector<CellArc> const &m_arcs;
  std::vector<std::vector<std::size_t>> m_at;
};

/// The way that lets the count of an arc rise by `amount`, else (of 1) fall.
std::vector<std::size_t> way_for(Network const &network, std::vector<CellArc> const &arcs,
                                 std::size_t i, std::int64_t amount, bool hide) {
  auto const &arc = arcs[i];
  if (auto up = network.way(arc.to, arc.from, i, amount, hide); !up.empty()) return up;
  if (amount > 1 || arc.count < 1) return {};
  return network.way(arc.from, arc.to, i, 1, hide);
}

}  // namespace

bool is_open(std::vector<CellArc> const &arcs, std::size_t nodes, std::size_t arc) {
  assert(arcs[arc].hidden);
  return !way_for(Network(arcs, nodes), arcs, arc, 1, false).empty();
}

bool hide_small(std::vector<CellArc> &arcs, std::size_t nodes, std::int64_t threshold) {
  std::vector<std::size_t> small;
  for (std::size_t i = 0; i < arcs.size(); ++i) {
    auto &arc = arcs[i];
    if (!arc.fixed && arc.count > 0 && arc.count < threshold) arc.hidden = true;
    if (arc.hidden && !arc.free) small.push_back(i);
  }
  Network const network(arcs, nodes);
  bool all = true;
  for (std::size_t const i : small) {
    // Best so that it could as well be no small count at all; at the least so that it is not told.
    std::vector<std::size_t> way;
    for (std::int64_t amount = std::max<std::int64_t>(1, threshold - arcs[i].count);
         way.empty() && amount >= 1; --amount) {
      way = way_for(network, arcs, i, amount, true);
    }
    all = all && !way.empty();
    for (std::size_t const other : way)
      arcs[other].hidden = true;
  }
  return all;
}

}  // namespace wza::gis
