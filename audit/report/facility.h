// SPDX-License-Identifier: Apache-2.0
// The report on one place, for a terminal and for programs.
#pragma once

#include "audit/report/paper.h"
#include "db/base/text.h"
#include "gis/field/facility_report.h"

#include <string>

namespace wza::audit {

/// Three tables: required elements that are missing, what fails with margin and clause, what nobody
/// measured; then how much is in order.
std::string facility_text(gis::FacilityReport const &report, Lang lang);

Paper facility_paper(gis::FacilityReport const &report, Lang lang);

/// CSV (RFC 4180, UTF-8): a line each verdict.
std::string facility_csv(gis::FacilityReport const &report);

/// One JSON object, schema wza.facility/1, with every verdict; margins in SI.
std::string facility_json(gis::FacilityReport const &report);

}  // namespace wza::audit
