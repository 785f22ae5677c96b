// SPDX-License-Identifier: Apache-2.0
// `wza locate`: the district of each point of a table, or how many points each district has.
#pragma once

#include "db/base/error.h"
#include "gis/districts/address.h"
#include "gis/districts/locate.h"
#include "gis/field/import_report.h"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace wza::gis {

struct LocateOptions : ImportOptions {
  /// What the positions of a file that declares no datum are taken for; nothing: it is refused.
  std::optional<Frame> undeclared;
  /// For rows without a position that have an address; nothing: they are refused.
  AddressBook const *addresses = nullptr;
};

/// One point of the file.
struct LocatedRow {
  std::int64_t row = 0;
  std::optional<Located> located;  ///< nothing: in no district
  std::optional<double> accuracy;  ///< metres, where the row says it
  /// Where it has no position: the district that its address names. `located` is that one, or the
  /// nearest above it, if it has a boundary.
  std::optional<AddressDistrict> address;
  std::vector<std::size_t> others;  ///< what it may lie in as well: DistrictIndex::others_within()
};

struct LocateSummary {
  std::int64_t points = 0;           ///< rows with a position, in a district or not
  std::vector<std::int64_t> counts;  ///< beside DistrictIndex::districts()
  std::int64_t outside = 0;          ///< in no district
  std::int64_t by_address = 0;       ///< rows without a position, placed by their address
  std::int64_t on_border = 0;
  std::int64_t in_several = 0;     ///< in an overlap of badly drawn areas
  std::int64_t near_border = 0;    ///< within its accuracy of another district; only with `each`
  bool undeclared = false;         ///< LocateOptions::undeclared was taken
  std::vector<Problem> refused;    ///< rows without a position that can be used: kMostRefused …
  std::int64_t refused_count = 0;  ///< … of so many
  static constexpr std::size_t kMostRefused = 1000;
};

/// Reads the points of `path` (CSV as a stream, anything else through read_layer), locates each and
/// calls `each` where it is given. A Problem where the file cannot be used at all.
Result<LocateSummary> locate_file(std::string const &path, DistrictIndex const &index,
                                  LocateOptions const &options,
                                  std::function<void(LocatedRow const &)> const &each = {});

}  // namespace wza::gis
