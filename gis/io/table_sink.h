// SPDX-License-Identifier: Apache-2.0
// Who takes a table as it is read, so that nobody has to hold it twice.
#pragma once

#include "db/base/error.h"
#include "gis/io/table.h"

#include <cstdint>
#include <string>

namespace wza::gis {

/// What of a file to read, and how.
struct LayerWish {
  std::string layer;         ///< sheet or layer by name; the first where empty
  bool repair_areas = true;  ///< make valid the areas that GEOS calls invalid; it takes its time
  bool large = false;  ///< somebody trusts the file: limits for millions of rows (Limits::large)
  bool large_on_request = false;  ///< who asked can ask again with `large` (--large)
};

/// Cells that are shown as one; rows and columns count from 1, both ends belong to it.
struct MergedCells {
  std::int64_t first_row = 0, last_row = 0;
  std::int64_t first_column = 0, last_column = 0;
};

class TableSink {
 public:
  virtual ~TableSink() = default;
  /// Once, first: everything of the table but its rows. A table without columns is a grid whose
  /// header stands somewhere among its rows.
  virtual void begin(Table const &head) = 0;
  virtual void row(Row row) = 0;
  virtual void merged(MergedCells const &cells) = 0;
};

}  // namespace wza::gis
