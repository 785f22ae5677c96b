// SPDX-License-Identifier: Apache-2.0
// The options that say how one web site is crawled: those of `wza site set`, which keeps them in
// the tracker, and of `wza crawl`, which goes by what was kept where nothing else is said.
#pragma once

#include "audit/cli/args.h"
#include "db/model/site_settings.h"
#include "webcheck/fetch/politeness.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace wza::audit {

/// The words of the command line.
struct SiteOptions {
  std::optional<std::int64_t> max_pages, max_depth;
  std::optional<double> delay;  ///< seconds
  std::vector<std::string> quiet;
  std::optional<std::string> scope, district, contact;

  void declare(Args &args);
  /// As settings without a site; wrong usage where quiet hours are none or never end.
  Result<SiteSettings> settings() const;
};

/// `said`, and what `kept` says beside it.
SiteSettings completed(SiteSettings said, SiteSettings const &kept);

/// What `whole` has and `said` has not, as options: "--max-pages 200 --quiet-hours 08:00-18:30".
std::string added_options(SiteSettings const &whole, SiteSettings const &said);

/// How each host wants to be asked: by the settings of its site; where it is the start of none, by
/// those of all sites of its registrable domain together; else as `otherwise` says. What `said`
/// has goes before all.
std::function<web::HostManners(std::string const &)> manners_of(
    std::vector<SiteSettings> const &sites, SiteSettings const &said,
    SiteSettings const &otherwise);

}  // namespace wza::audit
