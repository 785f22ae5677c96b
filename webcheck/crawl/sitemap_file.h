// SPDX-License-Identifier: Apache-2.0
// What one sitemap file lists: the sitemaps.org protocol 0.9 and its index, RSS 2.0, Atom, and
// plain text. Read without an XML parser: only the elements that hold an address count, and only
// the five references of XML are resolved, so that there is nothing to expand and nothing to
// include.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace wza::web {

struct SitemapFile {
  bool index = false;             ///< lists other sitemaps, not pages
  std::vector<std::string> locs;  ///< in order, character references resolved
};

/// An address longer than this is none (sitemaps.org, "loc").
inline constexpr std::size_t kLongestLoc = 2048;

/// Reads at most `max_locs` addresses. A file with a document type declaration gives none: sitemaps
/// need none, and attacks do.
SitemapFile parse_sitemap(std::string_view bytes, std::size_t max_locs);

}  // namespace wza::web
