// SPDX-License-Identifier: Apache-2.0
// The end of each visit: its links go to the frontier, its result to the sink, what it leaves for
// others to its lane. Lane by lane in the order of the leases.
#pragma once

#include "webcheck/crawl/crawl.h"
#include "webcheck/crawl/lane.h"
#include "webcheck/crawl/site_book.h"
#include "webcheck/crawl/starts.h"
#include "webcheck/crawl/territory.h"

#include <deque>
#include <vector>

namespace wza::web {

class Absorber {
 public:
  Absorber(CrawlOptions const &options, CrawlMeans const &means)
      : m_options(&options), m_means(&means), m_territory(options.scope) {}

  /// Takes up what the frontier holds of an earlier process and puts the starts.
  std::optional<Problem> begin(SiteBook &book);
  std::deque<Lane> &lanes() { return m_lanes; }  ///< by LaneId

  /// True where the first result of the lane's window may be absorbed.
  bool can_absorb(Lane const &lane) const;
  /// Absorbs it; within a transaction of the sink.
  void absorb_first(Lane &lane);

  std::size_t pages() const;  ///< tested so far
  CrawlSummary summary();

 private:
  std::optional<Problem> replay(SiteBook &book);
  bool moves_scope(Ticket const &ticket) const;
  std::vector<FrontierEntry> batch_of(Lane const &lane, Ticket &ticket);
  void count(Url const &url, int depth, PastVisit const &past,
             std::optional<Problem> const &problem);

  CrawlOptions const *m_options;
  CrawlMeans const *m_means;
  Territory m_territory;
  std::deque<Lane> m_lanes;
  Starts m_starts;
  CrawlSummary m_summary;
  int m_seq = 0;
};

}  // namespace wza::web
