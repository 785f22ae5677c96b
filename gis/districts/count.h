// SPDX-License-Identifier: Apache-2.0
// `wza locate`: the district of each point of a table, or how many points each district has.
#pragma once

#include "db/base/error.h"
#include "gis/districts/locate.h"
#include "gis/field/import_report.h"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace wza::gis {

/// One point of the file.
struct LocatedRow {
  std::int64_t row = 0;
  RawPair raw;
  std::optional<Located> located;  ///< nothing: in no district
};

struct LocateSummary {
  std::int64_t points = 0;
  std::vector<std::int64_t> counts;  ///< beside DistrictIndex::districts()
  std::int64_t on_border = 0;
  std::int64_t in_several = 0;     ///< in an overlap of badly drawn areas
  std::vector<Problem> refused;    ///< no numbers, outside all districts; at most kMostRefused …
  std::int64_t refused_count = 0;  ///< … of so many
  static constexpr std::size_t kMostRefused = 1000;
};

/// Reads the points of `path` (CSV as a stream, anything else through read_layer), locates each and
/// calls `each` where it is given. Options: datum and columns. A Problem where the file cannot be
/// used at all.
Result<LocateSummary> locate_file(std::string const &path, DistrictIndex const &index,
                                  ImportOptions const &options,
                                  std::function<void(LocatedRow const &)> const &each = {});

}  // namespace wza::gis
