// SPDX-License-Identifier: Apache-2.0
// The main table for a terminal, a spreadsheet and programs; the page shows the same Overview.
#pragma once

#include "audit/report/paper.h"
#include "db/base/text.h"
#include "db/store/overview.h"

#include <string>

namespace wza::audit {

/// Columns for a terminal, then what the numbers stand on.
std::string districts_text(Overview const &overview, Lang lang);

/// The same for an office, with a table of the open findings by severity.
Paper districts_paper(Overview const &overview, Lang lang);

/// CSV (RFC 4180) in UTF-8 with the wire names of the JSON fields as header,
/// and a last column that names the boundaries. What is hidden is "*".
std::string districts_csv(Overview const &overview);

/// JSON, one object a line: districts in their order, then the total; schema wza.districts/1.
/// What is hidden is null; `published_below` of the first line tells the threshold.
std::string districts_json(Overview const &overview);

}  // namespace wza::audit
