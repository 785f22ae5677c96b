// SPDX-License-Identifier: Apache-2.0
// Where a page leads, as a crawl names addresses.
#pragma once

#include "webcheck/group.h"
#include "webcheck/page_links.h"
#include "webcheck/url/url.h"

#include <cstddef>
#include <vector>

namespace wza::web {

struct LinkList {
  std::vector<Url> addresses;           ///< http and https, each once, in the order of the page
  std::vector<PageRecord::Link> links;  ///< the same, one by one
  bool whole = true;                    ///< there were no more
};

/// At most `most` of the addresses, resolved against the page's own or its <base href>.
LinkList links_as_crawled(PageLinks const &links, Url const &page, std::size_t most);

}  // namespace wza::web
