// SPDX-License-Identifier: Apache-2.0
// What ODK and KoBo give back of our XLSForm: a row a visit and a column a question, with the group
// in front ("wheelchair-ramp/ramp-slope" in KoBo, "wheelchair-ramp-ramp-slope" in ODK).
#pragma once

#include "db/store/tracker.h"
#include "gis/io/table.h"

#include <optional>
#include <string>
#include <vector>

namespace wza::gis {

struct MeasurementTable : Table {
  std::vector<std::string> read;  ///< headers of the export that were understood
};

/// The same as import_inspections takes it, a row a measurement; rows keep their number, and a
/// visit at which nothing was answered gives one without a criterion. The column "question" has the
/// header of the answer. Nothing where fewer than two columns are named after criteria: then the
/// table is no such export.
std::optional<MeasurementTable> measurements_of(Tracker &tracker, Table const &submissions);

}  // namespace wza::gis
