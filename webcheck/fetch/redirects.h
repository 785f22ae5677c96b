// SPDX-License-Identifier: Apache-2.0
// Follows redirects (RFC 9110, section 15.4) hop by hop, with a limit, and tells each hop. For
// single pages and robots.txt; a crawl takes each hop through its frontier instead.
#pragma once

#include "webcheck/fetch/fetcher.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace wza::web {

/// Redirects in a row that are followed: of pages, and of robots.txt (RFC 9309, section 2.3.1.2).
inline constexpr std::size_t kPageRedirects = 10;
inline constexpr std::size_t kRobotsRedirects = 5;

/// One redirect on the way.
struct Hop {
  Url from, to;
  int status = 0;
};

struct Followed {
  Response response;  ///< the last answer, which is no redirect
  std::vector<Hop> hops;
};

/// GET with redirects; of the last answer `enough` bytes, where that is given. A Problem is one of
/// the fetcher's, or unreachable for a loop, for more than `max_hops` redirects and for a redirect
/// without a URL.
Result<Followed> get_following(Fetcher &fetcher, Url const &url, std::size_t max_hops,
                               std::optional<std::size_t> enough = std::nullopt);

}  // namespace wza::web
