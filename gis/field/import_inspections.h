// SPDX-License-Identifier: Apache-2.0
// Inspections from an office's table into the tracker, judged, and their failures into findings.
#pragma once

#include "db/store/tracker.h"
#include "gis/field/import_report.h"
#include "gis/io/table.h"

namespace wza::gis {

struct InspectionReport : ImportReport {
  int passed = 0, failed = 0, cant_tell = 0, inapplicable = 0;  ///< measurements by outcome
  int from_memory = 0;  ///< failed ones whose criterion is from memory, to be checked on paper
  int findings_new = 0, findings_mended = 0, findings_reopened = 0;
  int findings_withdrawn = 0;  ///< closed because a record was corrected, or no longer applies
};

/// Columns: facility id, date, kind, inspector, access, and one row a measurement: criterion,
/// component, value, unit, context ("rise_per_run=300 mm;site_constrained=no"), note, and of a
/// fault its responsible unit, deadline and severity, which become those of the finding. Rows of
/// one facility, day, kind and inspector are one visit. An empty value is "not measured". What is
/// known of a component decides together, in one file or several (verdicts.h). One transaction; the
/// same file twice changes nothing.
Result<InspectionReport> import_inspections(Tracker &tracker, Table const &table,
                                            ImportOptions const &options);

}  // namespace wza::gis
