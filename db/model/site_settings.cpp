// SPDX-License-Identifier: Apache-2.0
#include "db/model/site_settings.h"

#include <algorithm>

namespace wza {

std::optional<UtcTime> due_at(SiteSettings const &settings, std::optional<LastCrawl> const &last) {
  if (!settings.every || settings.paused) return std::nullopt;
  if (!last) return UtcTime{};
  if (!last->finished_at) return last->started_at;
  std::chrono::milliseconds const every = *settings.every;
  std::chrono::milliseconds const early =
      std::min<std::chrono::milliseconds>(every / 24, std::chrono::hours(1));
  return UtcTime{last->started_at.value + every - early};
}

}  // namespace wza
