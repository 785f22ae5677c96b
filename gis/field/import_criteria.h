// SPDX-License-Identifier: Apache-2.0
// An office's own criteria from a table: of a local standard, or stricter than the national ones.
#pragma once

#include "db/store/tracker.h"
#include "gis/field/import_report.h"
#include "gis/io/table.h"

namespace wza::gis {

/// Columns by their Chinese or English names: id, standard, clause, facility type, name, quantity,
/// comparator (不小于, ≥, between …), threshold ("1:12", "850..900"), unit, new or existing, place
/// types, applies_when (text form of a Condition), condition in words, obligation (应, 宜),
/// severity, date of force, source; yields, the measured fact that it shares with other criteria
/// (ramp_width), so that one measurement serves all. Criteria of the program are never changed. One
/// transaction; the same file twice changes nothing.
Result<ImportReport> import_criteria(Tracker &tracker, Table const &table,
                                     ImportOptions const &options);

}  // namespace wza::gis
