// SPDX-License-Identifier: Apache-2.0
// The way of a crawl to a server: robots.txt is asked first and obeyed, each request waits for its
// turn, a host that does not answer is given up.
#pragma once

#include "webcheck/fetch/politeness.h"
#include "webcheck/fetch/robots.h"

#include <cstddef>
#include <map>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace wza::web {

/// Whether an address may be asked for.
struct Permission {
  bool allowed = false;
  std::optional<Problem> problem;  ///< robots, or why robots.txt could not be asked for
};

class SiteAccess {
 public:
  SiteAccess(Fetcher &fetcher, Politeness &politeness)
      : m_fetcher(fetcher, politeness), m_politeness(&politeness) {}

  /// Asks for robots.txt of the URL's origin where that is not known yet.
  Permission may_fetch(Url const &url, std::stop_token const &stop);

  /// The sitemaps that robots.txt of the URL's origin names, where it has been asked for.
  std::vector<std::string> sitemaps(Url const &url) const;

  /// GET in turn; asks again after 429 and 503, a few times.
  Result<Response> get(Url const &url, std::stop_token const &stop);

  /// GET of a part, in turn.
  Result<Response> get_part(Url const &url, ByteRange range, std::stop_token const &stop);

  /// GET in turn with redirects; each hop waits for its own host.
  Result<Response> get_following(Url const &url, std::size_t max_hops, std::stop_token const &stop);

  /// For a crawl that is continued: takes the outcome of an earlier visit into account.
  void remember(std::string const &host, bool answered);

  /// A host that did not answer this many times in a row is given up.
  static constexpr int kMostFailures = 5;

 private:
  struct Rules {
    Robots robots;
    std::optional<Problem> problem;
  };
  Rules ask_robots(Url const &url, std::stop_token const &stop);

  PoliteFetcher m_fetcher;
  Politeness *m_politeness;
  std::map<std::string, Rules> m_rules;   ///< by origin
  std::map<std::string, int> m_failures;  ///< in a row, by host
};

/// True if a Problem says that the user broke off.
bool is_interruption(Problem const &problem);

}  // namespace wza::web
