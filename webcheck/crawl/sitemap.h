// SPDX-License-Identifier: Apache-2.0
// Sitemaps (sitemaps.org protocol 0.9) that robots.txt names: pages that no link leads to. Bounded,
// and read without an XML parser: only <loc> counts, so there is nothing to expand or to include.
#pragma once

#include "webcheck/crawl/access.h"

#include <cstddef>
#include <cstdint>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace wza::web {

/// What one sitemap file lists.
struct SitemapFile {
  bool index = false;             ///< lists other sitemaps, not pages
  std::vector<std::string> locs;  ///< in order, character references resolved
};
SitemapFile parse_sitemap(std::string_view xml, std::size_t max_locs);

/// The pages of all sitemaps of a site.
struct SitemapPages {
  std::vector<Url> pages;
  std::uint64_t transferred = 0;  ///< bytes
  bool interrupted = false;
};

inline constexpr std::size_t kMaxSitemapFiles = 10;
inline constexpr std::size_t kMaxSitemapPages = 10'000;

/// Reads the sitemaps that the robots.txt of `site` names, on the site's own domain only. What
/// cannot be read is passed over: sitemaps are a help and no promise.
SitemapPages sitemap_pages(SiteAccess &access, Url const &site, std::stop_token const &stop);

}  // namespace wza::web
