// SPDX-License-Identifier: Apache-2.0
// wza crawl --all-due: which sites are due, and what is said of them.
#pragma once

#include "audit/app.h"
#include "audit/cli/crawl_progress.h"
#include "audit/jobs/crawl_due.h"
#include "db/model/finding.h"

#include <functional>
#include <optional>

namespace wza::audit {

struct DueWish {
  SiteSettings said;                  ///< by the command line, for all sites
  web::PolitenessOptions politeness;  ///< without manners
  std::size_t at_once = 16;           ///< sites
  ProgressForm progress = ProgressForm::text;
  std::optional<Severity> fail_on;
  /// The crawl of a site by its settings, completed with what was said.
  std::function<Result<DueSite>(SiteSettings const &)> site_of;
};

/// Crawls all sites that are due. Sites that are in their quiet hours are said and left to the
/// next call; that alone is no failure.
ExitCode crawl_all_due(App &app, Tracker &tracker, DueWish const &wish);

}  // namespace wza::audit
