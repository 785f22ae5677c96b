// SPDX-License-Identifier: Apache-2.0
// Small numbers of a published table. A count below the threshold is hidden, and so many others
// beside it that no hidden one can be worked out from the totals.
//
// The table is a network: each cell is an arc that carries its count, each equation between cells
// (a district is the sum of those below it, a total the sum of its columns) is a node whose inflow
// is its outflow. Whoever knows the published arcs can tell a hidden one exactly where no closed
// way through hidden arcs leads over it: then nothing can be moved without breaking an equation. So
// for each hidden arc such a way is looked for, and the cheapest one is made by hiding more (Cox
// 1980; Kelly, Golden, Assad 1992). A hidden cell may hold any number, 0 included.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace wza::gis {

struct CellArc {
  std::size_t from = 0, to = 0;  ///< nodes
  std::int64_t count = 0;        ///< at least 0
  bool fixed = false;            ///< already decided: stays as it is, shown or hidden
  bool hidden = false;           ///< result
  bool free = false;             ///< nobody publishes it: hidden, and need not be protected
};

/// Hides in `arcs` every count from 1 to `threshold` - 1 that is not fixed, and what protects them
/// and the hidden ones that are fixed. At every node the counts flowing in equal those flowing out.
/// False where some hidden arc could not be protected because all that could help is fixed.
bool hide_small(std::vector<CellArc> &arcs, std::size_t nodes, std::int64_t threshold);

/// Whether an outsider who knows all that is shown is left with at least two values for `arc`.
bool is_open(std::vector<CellArc> const &arcs, std::size_t nodes, std::size_t arc);

}  // namespace wza::gis
