// SPDX-License-Identifier: Apache-2.0
// The end of a crawl: what its pages, their links and the certificates of their sites say becomes
// findings.
#pragma once

#include "db/model/finding.h"
#include "db/store/runs.h"
#include "db/store/tracker.h"

#include <map>
#include <string>

namespace wza::audit {

/// Groups all that the run tested and brings the findings up to date, by site, inside the caller's
/// transaction. The frontier of the run is still there; the records of its visits are emptied.
std::map<std::string, FindingChanges> settle_crawl(Tracker &tracker, RunId run);

}  // namespace wza::audit
