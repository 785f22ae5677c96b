// SPDX-License-Identifier: Apache-2.0
// The web sites that have settings, and when each is due.
#pragma once

#include "db/base/text.h"
#include "db/model/site_settings.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wza::audit {

struct SiteStanding {
  SiteSettings settings;
  std::optional<LastCrawl> last;
};

/// In "text" or "json" (wza.sites/1); `now` decides what is due.
std::string sites_in(std::string_view format, std::vector<SiteStanding> const &sites, UtcTime now,
                     Lang lang);
/// All settings of one site.
std::string site_in(std::string_view format, SiteStanding const &site, UtcTime now, Lang lang);

/// "7d", "36h".
std::string every_text(std::chrono::hours every);
/// Reads "7d", "24h", "1w", at most ten years; nothing where it is none of them.
std::optional<std::chrono::hours> every_of(std::string_view text);

}  // namespace wza::audit
