// SPDX-License-Identifier: Apache-2.0
// What the pages of a site are held against to see what they repeat: the first three pages of the
// site that were tested, for each page those before it. A crawl goes in one order and keeps the
// outlines of these pages with their records, so that the findings are the same however often it
// was killed, and nothing is asked for twice. The first two pages have too few before them and are
// not compared.
#pragma once

#include "webcheck/surroundings.h"
#include "webcheck/url/url.h"

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace wza::web {

class Neighbours {
 public:
  /// True while the site of that page needs more outlines.
  bool wants(Url const &page) const;
  /// Takes the outline of a page that was tested, in the order of the crawl.
  void add(Url const &page, PageOutline outline);
  /// What the page is compared with; empty where that would be too few.
  std::vector<PageOutline> of(Url const &page) const;

 private:
  static constexpr std::size_t kMost = 3;
  static constexpr std::size_t kLeast = 2;
  std::map<std::string, std::vector<PageOutline>> m_sites;  ///< by origin
};

}  // namespace wza::web
