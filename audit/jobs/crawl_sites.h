// SPDX-License-Identifier: Apache-2.0
// A crawl written into the tracker. Each visit is kept in a transaction of its own; findings are
// grouped and applied at the end, in one transaction with the end of the run. A run that was killed
// or broken off is continued by the same request and ends as if nothing had happened.
#pragma once

#include "db/model/finding.h"
#include "db/store/runs.h"
#include "db/store/tracker.h"
#include "webcheck/crawl/crawl.h"

#include <functional>
#include <map>
#include <optional>
#include <stop_token>
#include <string>

namespace wza::audit {

struct CrawlRequest {
  web::CrawlOptions options;
  std::optional<DistrictCode> district;  ///< that answers for the sites; nothing: not said
};

struct CrawlOutcome {
  RunId run;
  std::size_t continued = 0;  ///< visits that an earlier process of this run had done
  web::CrawlSummary summary;
  std::map<std::string, FindingChanges> changes;  ///< by site; empty where interrupted
};

/// Told after each visit, for people who wait.
using CrawlProgress = std::function<void(web::CrawlVisit const &)>;

/// A Problem where the kept visits do not belong to the request.
Result<CrawlOutcome> crawl_sites(Tracker &tracker, CrawlRequest const &request,
                                 web::Fetcher &fetcher, web::Pacer &pacer,
                                 CrawlProgress const &progress, std::stop_token const &stop);

}  // namespace wza::audit
