// SPDX-License-Identifier: Apache-2.0
// Crawls the sites that are due, many at the same time, each a run of its own with its own
// settings, resumption and comparison. One thread drives all of them: it owns the tracker, and one
// Politeness holds for all, so that sites on one server wait for each other. Nothing here sleeps
// through quiet hours: what is left then waits for the next call.
#pragma once

#include "audit/jobs/crawl_sites.h"
#include "db/model/site_settings.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace wza::audit {

struct DueSite {
  SiteSettings settings;
  CrawlRequest request;
  web::FetcherMaker make_fetcher;
  /// Called before the site's first request, a login; its Problem ends the site. May be empty.
  std::function<std::optional<Problem>()> prepare;
};

/// What became of one site.
struct DueResult {
  enum class End : std::uint8_t {
    finished,
    quiet,        ///< goes on after quiet hours; without an outcome it was not begun
    interrupted,  ///< by the user; the same
    failed        ///< `problem` says why; the other sites go on
  };
  End end{};
  std::optional<CrawlOutcome> outcome;
  std::optional<Problem> problem;
};

/// What all the crawls share.
struct DueMeans {
  Tracker &tracker;
  web::Pacer &pacer;
  web::PolitenessOptions politeness;  ///< with the manners of all sites
  std::size_t at_once = 16;           ///< sites
  CrawlProgress progress;             ///< status: the sum of all
};

/// Crawls `sites`, the first ones first, those in quiet hours when they are over or not at all.
/// `told` hears of each once. Throws TrackerError: that is of all.
void crawl_due(std::vector<DueSite> const &sites, DueMeans const &means,
               std::function<void(DueSite const &, DueResult)> const &told,
               std::stop_token const &stop);

}  // namespace wza::audit
