// SPDX-License-Identifier: Apache-2.0
// The notice to mend and the evidence as tables, for a workbook in which a unit or an office goes
// on working: a row a fault and part.
#pragma once

#include "audit/report/paper.h"
#include "db/model/finding.h"
#include "db/store/unit_findings.h"

#include <vector>

namespace wza::audit {

/// Every part that does not conform: place, clause, what was measured, since when, by when.
PaperTable faults_table(std::vector<FacilityCase> const &cases, std::optional<LocalDate> due,
                        Lang lang);

/// All visits to the places, oldest first.
PaperTable visits_table(std::vector<FacilityCase> const &cases, Lang lang);

}  // namespace wza::audit
