// SPDX-License-Identifier: Apache-2.0
// A plan's progress as a file: its table by district, with the promises and what the numbers stand
// on; as a sheet with a map, too. What the query hides (gis/retrofit/suppress.h) stands in none of
// them.
#pragma once

#include "db/base/error.h"
#include "db/store/tracker.h"
#include "gis/retrofit/plan_report.h"

#include <cstddef>
#include <optional>
#include <string>

namespace wza::audit {

/// The plan that is meant where none is named: the only one whose district has a boundary in the
/// tracker. A Problem where there is none or more than one.
Result<PlanId> only_plan(Tracker &tracker);

/// Writes the table; how many rows it has. .pdf and .html are sheets for `paper`; the others are
/// written as layers are (gis/io/write_layer.h), a hidden count as "*" where it is for people to
/// read and as nothing where programs read it. A Problem where the ending is none of these, there
/// is no such plan, or not every small count can be hidden.
Result<std::size_t> export_plan(Tracker &tracker, gis::PlanQuery const &query,
                                std::string const &path, std::string const &paper, Lang lang);

}  // namespace wza::audit
