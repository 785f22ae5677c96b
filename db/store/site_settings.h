// SPDX-License-Identifier: Apache-2.0
// The settings of web sites, and when each was crawled last.
#pragma once

#include "db/model/site_settings.h"
#include "db/store/change.h"
#include "db/store/tracker.h"

#include <optional>
#include <string_view>
#include <vector>

namespace wza {

class SiteSettingsStore {
 public:
  explicit SiteSettingsStore(Tracker &tracker) : m_tracker(&tracker) {}

  /// Stores all settings of one site, with an event. Inside the caller's transaction.
  StoreChange put(SiteSettings const &settings, std::string_view actor);
  /// Takes the settings away, with an event; false where there are none. What was found stays.
  bool remove(std::string_view origin, std::string_view actor);
  std::optional<SiteSettings> find(std::string_view origin);
  /// By origin.
  std::vector<SiteSettings> all();
  /// The last crawl that `start` was among the starts of.
  std::optional<LastCrawl> last_crawl(std::string_view start);

 private:
  Tracker *m_tracker;
};

}  // namespace wza
