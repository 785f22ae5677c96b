// SPDX-License-Identifier: Apache-2.0
// A measurement that fails, as a finding tells it.
#pragma once

#include "db/model/facility.h"
#include "db/model/finding.h"
#include "gis/field/inspection_rows.h"

#include <string>

namespace wza::gis {

/// Names the defect of a criterion at a component of a facility, for ever.
std::string fingerprint_of(FacilityId const &facility, CriterionId const &criterion,
                           std::string_view component);

/// The defect in words, without its occurrences. `row` was judged and failed.
Defect defect_of(Facility const &facility, ReportedMeasurement const &row);

/// Value, threshold and margin in the unit of the criterion. `row` was judged and failed.
Occurrence occurrence_of(ReportedMeasurement const &row);

}  // namespace wza::gis
