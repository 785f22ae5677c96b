// SPDX-License-Identifier: Apache-2.0
// A finding as a row of a query.
#pragma once

#include "db/store/findings.h"

namespace wza {

/// What read_finding() reads, of the table `findings f`; a macro, so that it joins a query's text.
#define WZA_FINDING_COLUMNS                                                                   \
  "f.id, f.fingerprint, f.kind, f.subject, f.component, f.rule, f.message_zh, f.message_en, " \
  "f.standard, f.clause, f.severity, f.state, f.district, f.unit, f.due, f.first_seen, "      \
  "f.last_seen, f.last_tested, f.mended_at, "                                                 \
  "(SELECT count(*) FROM occurrences o WHERE o.finding = f.id AND o.state = 'present')"

/// The finding of the current row, whose first columns are WZA_FINDING_COLUMNS.
Finding read_finding(Statement const &row);

}  // namespace wza
