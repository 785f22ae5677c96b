// SPDX-License-Identifier: Apache-2.0
// Rounds from an office's table, one row a place of a round.
#pragma once

#include "db/store/tracker.h"
#include "gis/field/import_report.h"
#include "gis/io/table.h"

namespace wza::gis {

/// Columns by their Chinese or English names: round, facility, and title, team, from, to, kind.
/// What a row leaves empty is as in the rows of the round above it, else as in the tracker. A row
/// that says otherwise than those above it is refused, so is one of a facility that is not known.
/// Rows are places; places are added to a known round, none is taken away. One transaction; the
/// same file twice changes nothing.
Result<ImportReport> import_rounds(Tracker &tracker, Table const &table,
                                   ImportOptions const &options);

}  // namespace wza::gis
