// SPDX-License-Identifier: Apache-2.0
// The most frequent faults of the web sites, for a terminal and for programs.
#pragma once

#include "audit/report/paper.h"
#include "db/base/text.h"
#include "db/store/web_faults.h"

#include <string>
#include <vector>

namespace wza::audit {

/// What the rule asks for, in words; its id where it is no longer known.
Text rule_title(RuleId const &rule);

/// A table: rank, pages, findings, severity, clause, what the rule asks for.
std::string web_faults_text(std::vector<WebFault> const &faults, Lang lang);
Paper web_faults_paper(std::vector<WebFault> const &faults, LocalDate made, Lang lang);
/// One object a line; schema wza.site/1.
std::string web_faults_json(std::vector<WebFault> const &faults);
/// The same fields as CSV (RFC 4180).
std::string web_faults_csv(std::vector<WebFault> const &faults);

}  // namespace wza::audit
