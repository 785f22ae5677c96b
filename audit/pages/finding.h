// SPDX-License-Identifier: Apache-2.0
// One finding: what, where, by which clause, why it hurts, how to mend it, and its history.
#pragma once

#include "audit/http/router.h"
#include "audit/pages/rule_text.h"
#include "audit/pages/template.h"
#include "db/store/findings.h"
#include "db/store/runs.h"

#include <string>
#include <vector>

namespace wza::audit {

/// All that the page shows.
struct FindingDossier {
  Finding finding;
  RuleText rule;
  std::string subject_name;   ///< name of the facility or site; empty where it has none
  std::string district_name;  ///< empty where it is not known
  std::vector<KnownOccurrence> occurrences;
  std::vector<PastEvent> events;
};

/// What happened to a finding, a line each, oldest first; without events, when it was first seen.
View event_list(std::vector<PastEvent> const &events, UtcTime first_seen, Lang lang);

std::string finding_html(FindingDossier const &dossier, PageCall const &call);

}  // namespace wza::audit
