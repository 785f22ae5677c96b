// SPDX-License-Identifier: Apache-2.0
// Boundary files into the tracker: districts, their tree, and where each boundary comes from. A
// second import updates; nothing is ever deleted.
#pragma once

#include "db/store/tracker.h"
#include "gis/field/import_report.h"
#include "gis/io/table.h"

#include <string>

namespace wza::gis {

struct DistrictOptions : ImportOptions {
  std::string boundary_source;  ///< who drew the boundaries; required, printed with every count
  std::string boundary_date;    ///< their state: a year, month or day; required
};

struct DistrictReport : ImportReport {
  int repaired = 0;  ///< boundaries with invalid rings, made valid
  int moved = 0;     ///< known facilities whose district changed with the boundaries
};

/// Imports all usable rows in one transaction. A Problem where nothing can be imported at all.
Result<DistrictReport> import_districts(Tracker &tracker, Table const &table,
                                        DistrictOptions const &options);

}  // namespace wza::gis
