// SPDX-License-Identifier: Apache-2.0
// Rows that a plan's progress page and its monitoring table have in common, for programs.
#pragma once

#include "gis/retrofit/plan_report.h"

#include <nlohmann/json_fwd.hpp>

#include <vector>

namespace wza::audit {

/// The plan and what its numbers stand on.
nlohmann::ordered_json plan_head(gis::PlanReport const &report);

/// One row of a promise in one of its readings; a promise that is not counted has no reading.
nlohmann::ordered_json promise_row(gis::Promise const &promise, gis::PromiseReading const *reading);

/// For a table of rows alone: a last column that says whose boundaries the counts stand on.
void name_boundaries(std::vector<nlohmann::ordered_json> &rows, gis::PlanReport const &report);

}  // namespace wza::audit
