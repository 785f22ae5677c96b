// SPDX-License-Identifier: Apache-2.0
// What became of the addresses that the user gave, through all redirects.
#pragma once

#include "webcheck/crawl/crawl.h"

#include <map>
#include <string>
#include <vector>

namespace wza::web {

class Starts {
 public:
  struct Visited {
    VisitState state{};
    std::optional<std::string> redirect_to;
    std::optional<Problem> problem;
  };
  /// A start, or where one leads, was visited.
  void visited(std::string const &url, Visited visit) { m_visited[url] = std::move(visit); }
  /// Those that were visited and gave no page.
  std::vector<UnreachedStart> unreached(std::vector<Url> const &starts) const;

 private:
  std::map<std::string, Visited> m_visited;  ///< by URL
};

}  // namespace wza::web
