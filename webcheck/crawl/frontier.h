// SPDX-License-Identifier: Apache-2.0
// What is still to be visited, each address once. The order is that of depth, then of discovery, so
// that two crawls of the same site are the same. In memory; a crawl that is continued fills it
// again from what was done, in the same order.
#pragma once

#include "webcheck/crawl/trap.h"
#include "webcheck/url/url.h"

#include <cstddef>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

namespace wza::web {

/// An address on its way.
struct FrontierEntry {
  Url url;
  int depth = 0;                   ///< links from the nearest start
  std::vector<std::string> chain;  ///< the redirects that led here, oldest first
  bool trap = false;
};

struct FrontierStats {
  std::size_t known = 0, waiting = 0, leased = 0, done = 0;
  std::size_t dropped = 0;  ///< beyond the limit of addresses
};

class Frontier {
 public:
  explicit Frontier(std::size_t max_urls) : m_max_urls(max_urls) {}

  /// Adds what is not known yet.
  void put_batch(std::vector<FrontierEntry> batch);
  /// The next address; nothing where none waits.
  std::optional<FrontierEntry> lease();
  /// What was leased is done.
  void complete();
  bool knows(Url const &url) const { return m_known.count(url.href()) != 0; }
  FrontierStats stats() const;

 private:
  std::size_t m_max_urls;
  std::unordered_set<std::string> m_known;
  std::map<int, std::deque<FrontierEntry>> m_waiting;  ///< by depth
  TrapGuard m_guard;
  std::size_t m_leased = 0, m_done = 0, m_dropped = 0;
};

}  // namespace wza::web
