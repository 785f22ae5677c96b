// SPDX-License-Identifier: Apache-2.0
// The report on one place, for a terminal and for programs.
#pragma once

#include "db/base/text.h"
#include "gis/field/facility_report.h"

#include <string>

namespace wza::audit {

/// Three tables: required elements that are missing, what fails with margin and clause, what nobody
/// measured; then how much is in order.
std::string facility_text(gis::FacilityReport const &report, Lang lang);

/// One JSON object, schema wza.facility/1, with every verdict; margins in SI.
std::string facility_json(gis::FacilityReport const &report);

}  // namespace wza::audit
