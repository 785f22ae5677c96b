// SPDX-License-Identifier: Apache-2.0
// Homes and their retrofit from an office's table: what is personal goes sealed into the private
// store, the rest under a pseudonym into the tracker. No Problem or note quotes a cell.
#pragma once

#include "db/store/private_store.h"
#include "db/store/tracker.h"
#include "gis/field/import_report.h"
#include "gis/io/table.h"

#include <string>

namespace wza::gis {

struct HouseholdOptions : ImportOptions {
  std::string programme;  ///< where no column names one; empty: "家庭无障碍改造"
};

/// Columns: name, phone, address, certificate number, guardian, note (private); category and grade
/// of disability (or from the certificate), ground of need, township (code or name) or position,
/// else the district of the address, programme, year, state, a date for each state, items, planned
/// and paid money. A household is known again by its certificate number, else by name, address and
/// district. What a row is silent about stays as it is, and a row that is behind what is recorded
/// is left out and told of (home_merge.h). A Problem where positions are of no known datum. One
/// transaction; the same file twice changes nothing, whatever was recorded in between.
Result<ImportReport> import_households(Tracker &tracker, PrivateStore &private_store,
                                       Table const &table, HouseholdOptions const &options);

}  // namespace wza::gis
