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
#include <memory>
#include <optional>
#include <stop_token>
#include <string>

namespace wza::audit {

struct CrawlRequest {
  web::CrawlOptions options;
  std::optional<DistrictCode> district;  ///< that answers for the sites; nothing: not said
  bool test_all_anew = false;            ///< also pages that their servers say are unchanged
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

/// A crawl that is driven step by step (webcheck/crawl/crawl.h), so that several can go on in one
/// thread, each a run of its own.
class SiteCrawl {
 public:
  /// Begins the run or finds the unfinished one. All but the request outlives it; `politeness` is
  /// shared with other crawls, null: its own.
  SiteCrawl(Tracker &tracker, CrawlRequest request, web::FetcherMaker make_fetcher,
            web::Pacer &pacer, CrawlProgress progress, web::Politeness *politeness);
  ~SiteCrawl();
  /// A Problem where the kept visits do not belong to the request. To be called first.
  std::optional<Problem> begin();
  web::Crawl &crawl();
  /// Once the crawl has ended: brings the findings up to date, unless it was interrupted.
  CrawlOutcome end();

 private:
  struct State;
  std::unique_ptr<State> m_state;
};

/// A Problem where the kept visits do not belong to the request.
Result<CrawlOutcome> crawl_sites(Tracker &tracker, CrawlRequest const &request,
                                 web::FetcherMaker make_fetcher, web::Pacer &pacer,
                                 CrawlProgress const &progress, std::stop_token const &stop);

}  // namespace wza::audit
