// SPDX-License-Identifier: Apache-2.0
// Coverage for a terminal, a spreadsheet and programs: the counts, or the places never inspected.
#pragma once

#include "audit/report/paper.h"
#include "db/base/text.h"
#include "db/store/coverage.h"

#include <string>

namespace wza::audit {

/// Districts, then types of places, then the total.
std::string coverage_text(Coverage const &coverage, Lang lang);
Paper coverage_paper(Coverage const &coverage, Lang lang);
std::string coverage_csv(Coverage const &coverage);
/// One object a line, "row" says which; schema wza.coverage/1.
std::string coverage_json(Coverage const &coverage);

/// The places never inspected, with the last try to.
std::string uncovered_text(Coverage const &coverage, Lang lang);
Paper uncovered_paper(Coverage const &coverage, Lang lang);
std::string uncovered_csv(Coverage const &coverage);
/// One object a line; schema wza.coverage-places/1.
std::string uncovered_json(Coverage const &coverage);

}  // namespace wza::audit
