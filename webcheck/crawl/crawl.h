// SPDX-License-Identifier: Apache-2.0
// Visits sites page by page and checks each page. Polite (robots.txt, one request at a time to a
// host, delays), bounded (pages, depth, bytes, time), deterministic, and able to go on after it was
// killed: whatever was told to the sink is given back at the next start and is not fetched again.
#pragma once

#include "webcheck/crawl/visit.h"
#include "webcheck/fetch/politeness.h"
#include "webcheck/url/site.h"

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace wza::web {

struct CrawlOptions {
  std::vector<Url> starts;
  ScopeKind scope = ScopeKind::host;
  std::size_t max_pages = 500;  ///< that are fetched and tested
  int max_depth = 20;           ///< links away from a start
  std::chrono::milliseconds delay{1000};
  std::optional<std::chrono::seconds> time_budget;  ///< of this process
  std::optional<std::uint64_t> byte_budget;         ///< transferred in the whole run
  std::size_t max_urls = 200'000;                   ///< addresses that are kept in mind
  std::size_t max_links = 5'000;                    ///< of one page that are followed
  CheckOptions check;
};

/// Who takes the results. Each visit is told once, in order; what is told counts as done.
class CrawlSink {
 public:
  virtual ~CrawlSink() = default;
  virtual void visit(CrawlVisit visit) = 0;
};

/// A start that gave no page.
struct UnreachedStart {
  std::string url;
  VisitState state{};
  std::optional<Problem> problem;  ///< nothing where it was met before the run was continued
};

struct CrawlSummary {
  std::array<std::size_t, Names<VisitState>::kAll.size()> visits{};  ///< by state, of the whole run
  std::vector<UnreachedStart> unreached;
  std::size_t links_out_of_scope = 0;  ///< met by this process
  std::size_t urls_dropped = 0;        ///< beyond max_urls
  bool interrupted = false;            ///< by `stop`: the same call goes on later

  std::size_t count(VisitState state) const { return visits[static_cast<std::size_t>(state)]; }
};

/// Crawls. `past` are the visits that were told before in this run, in their order; conflict where
/// they do not belong to these options.
Result<CrawlSummary> crawl(CrawlOptions const &options, Fetcher &fetcher, Pacer &pacer,
                           Clock const &clock, std::span<PastVisit const> past, CrawlSink &sink,
                           std::stop_token const &stop);

}  // namespace wza::web
