// SPDX-License-Identifier: Apache-2.0
// The responsible units and what stands open at their facilities.
#pragma once

#include "audit/report/paper.h"
#include "db/base/text.h"
#include "db/store/unit_findings.h"

#include <string>
#include <vector>

namespace wza::audit {

/// Columns for a terminal.
std::string units_text(std::vector<UnitStanding> const &units, Lang lang);

Paper units_paper(std::vector<UnitStanding> const &units, LocalDate made, Lang lang);

/// JSON, one object a line; schema wza.units/1.
std::string units_json(std::vector<UnitStanding> const &units);

/// CSV (RFC 4180) in UTF-8 with the names of the JSON fields as header.
std::string units_csv(std::vector<UnitStanding> const &units);

}  // namespace wza::audit
