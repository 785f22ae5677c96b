// SPDX-License-Identifier: Apache-2.0
// The sitemaps that robots.txt names: pages that no link leads to. Bounded in number, depth, bytes
// and time.
#pragma once

#include "webcheck/crawl/access.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <stop_token>
#include <vector>

namespace wza::web {

/// The pages of all sitemaps of a site.
struct SitemapPages {
  std::vector<Url> pages;         ///< each once, in the order of the files
  std::uint64_t transferred = 0;  ///< bytes
  bool interrupted = false;
};

/// How much of a site's sitemaps is read.
struct SitemapLimits {
  std::size_t files = 50;
  std::size_t pages = 10'000;
  int depth = 3;                                ///< of an index in an index
  std::size_t file_bytes = 20 * 1024 * 1024;    ///< of one file, unpacked
  std::uint64_t wire_bytes = 50 * 1024 * 1024;  ///< of all files, as transferred
  std::chrono::minutes time{5};
};

/// Reads the sitemaps that the robots.txt of `site` names, on the site's own domain only. What
/// cannot be read is passed over: sitemaps are a help and no promise.
SitemapPages sitemap_pages(SiteAccess &access, Url const &site, std::stop_token const &stop,
                           SitemapLimits const &limits = {});

}  // namespace wza::web
