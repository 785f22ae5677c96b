// SPDX-License-Identifier: Apache-2.0
// A crawl written into the tracker. Visits are kept together with what the frontier makes of them;
// findings are grouped and applied at the end, in one transaction with the end of the run. A run
// that was killed or broken off is continued by the same request and ends as if nothing had
// happened.
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

/// For people who wait; either may be empty.
struct CrawlProgress {
  std::function<void(web::CrawlVisit const &)> visit;  ///< told when the visit is kept
  std::function<void(web::CrawlStatus const &)> status;
};

/// A Problem where the kept visits do not belong to the request.
Result<CrawlOutcome> crawl_sites(Tracker &tracker, CrawlRequest const &request,
                                 web::FetcherMaker make_fetcher, web::Pacer &pacer,
                                 CrawlProgress const &progress, std::stop_token const &stop);

}  // namespace wza::audit
