// SPDX-License-Identifier: Apache-2.0
// How one web site is to be crawled, and when it is due.
#pragma once

#include "db/base/clock.h"
#include "db/base/ids.h"
#include "db/model/quiet_hours.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

namespace wza {

/// What is not set is as the program has it.
struct SiteSettings {
  std::string origin;  ///< "https://www.example.gov.cn"
  std::string start;   ///< URL at which its crawl begins
  std::optional<std::chrono::hours> every;
  QuietHours quiet;
  std::optional<std::chrono::milliseconds> delay;
  std::optional<std::int64_t> max_pages, max_depth;
  std::optional<std::string> scope;  ///< "host" or "domain"
  std::optional<DistrictCode> district;
  std::optional<std::string> contact;
  bool allow_invalid_tls = false;
  bool paused = false;
  bool operator==(SiteSettings const &) const = default;
};

/// The last crawl that began at the site's start.
struct LastCrawl {
  RunId run;
  UtcTime started_at;
  std::optional<UtcTime> finished_at;  ///< nothing: it goes on
};

/// From when on the site is due; nothing where it has no rhythm or is paused. Never crawled, or
/// not to the end: at once. Else `every` after the last one began, a 24th of it and an hour at the
/// most too early: a timer that fires once a day does not fire at the same second.
std::optional<UtcTime> due_at(SiteSettings const &settings, std::optional<LastCrawl> const &last);

}  // namespace wza
