// SPDX-License-Identifier: Apache-2.0
// What of a table of districts may be published. Hiding goes from the widest districts down, totals
// before their parts, and never goes back: so a total is hidden or shown alike whatever the columns
// and however narrow the rows are, and two published tables of the same homes cannot be set against
// each other. Private to gis/retrofit.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace wza::gis {

/// A row of counts: the total, then the columns.
struct CountLine {
  std::size_t district = 0;        ///< its place among the districts, for the caller
  std::size_t parent = 0;          ///< of the lines
  bool rest = false, leaf = true;  ///< rest: what of the parent no other line below it has
  int depth = 0;
  std::vector<std::int64_t> counts;
  std::vector<bool> hidden;  ///< beside the counts; what is hidden beforehand stays so
};

/// Hides what is below `threshold` and what it could be worked out from; false where that was not
/// possible everywhere. Parents stand before their children, each line is the sum of those below it
/// (so with a line for the rest), and `width` is 1 + the columns.
bool hide_lines(std::vector<CountLine> &lines, std::size_t width, std::int64_t threshold);

}  // namespace wza::gis
