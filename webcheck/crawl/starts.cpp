// SPDX-License-Identifier: Apache-2.0
#include "webcheck/crawl/starts.h"

#include "webcheck/crawl/lane.h"
#include "webcheck/fetch/redirects.h"
#include "webcheck/url/normalize.h"

namespace wza::web {

std::vector<UnreachedStart> Starts::unreached(std::vector<Url> const &starts) const {
  std::vector<UnreachedStart> out;
  for (Url const &start : starts) {
    // Where the redirects of the start ended; two starts may lead to each other.
    auto end = m_visited.find(crawl_url(start).href());
    for (std::size_t hop = 0; hop <= kPageRedirects; ++hop) {
      if (end == m_visited.end() || !end->second.redirect_to) break;
      end = m_visited.find(*end->second.redirect_to);
    }
    if (end == m_visited.end()) continue;  // not visited yet, or a page of another start's site
    VisitState const state = end->second.state;
    bool const reached = counts_as_page(state) || state == VisitState::budget;
    if (!reached) out.push_back({start.href(), state, end->second.problem});
  }
  return out;
}

}  // namespace wza::web
