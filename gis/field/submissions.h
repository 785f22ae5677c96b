// SPDX-License-Identifier: Apache-2.0
// What ODK and KoBo give back of our XLSForm: a row a visit and a column a question, with the group
// in front ("wheelchair-ramp/ramp-slope" in KoBo, "wheelchair-ramp-ramp-slope" in ODK).
#pragma once

#include "db/store/tracker.h"
#include "gis/io/table.h"

#include <optional>

namespace wza::gis {

/// The same as import_inspections takes it, a row a measurement; rows keep their number, and a
/// visit at which nothing was answered gives none. Nothing where fewer than two columns are named
/// after criteria: then the table is no such export.
std::optional<Table> measurements_of(Tracker &tracker, Table const &submissions);

}  // namespace wza::gis
