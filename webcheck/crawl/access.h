// SPDX-License-Identifier: Apache-2.0
// The way of a crawl to a server: robots.txt is asked first and obeyed, each request waits for its
// turn, a host that does not answer is given up.
#pragma once

#include "webcheck/crawl/site_book.h"

#include <cstddef>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace wza::web {

/// Whether an address may be asked for.
struct Permission {
  bool allowed = false;
  std::optional<Problem> problem;  ///< robots, or why robots.txt could not be asked for
  bool is_of_origin = true;        ///< the problem was met at the origin, not behind a redirect
};

class SiteAccess {
 public:
  /// For one thread; `politeness` and `book` are shared by all.
  SiteAccess(Fetcher &fetcher, Politeness &politeness, SiteBook &book)
      : m_fetcher(fetcher, politeness), m_politeness(&politeness), m_book(&book) {}

  /// Asks for robots.txt of the URL's origin where that is not known yet.
  Permission may_fetch(Url const &url, std::stop_token const &stop);

  /// The sitemaps that robots.txt of the URL's origin names, where it has been asked for.
  std::vector<std::string> sitemaps(Url const &url) const;

  /// GET of a page, in turn; a host that does not answer is given up.
  /// With validators the answer may be 304.
  Result<Response> get(Url const &url, std::stop_token const &stop, Validators const &known = {});

  /// HEAD, in turn; otherwise as get().
  Result<Response> head(Url const &url, std::stop_token const &stop);

  /// GET of which the header counts and no more of the body is read than need be; otherwise as
  /// get().
  Result<Response> glance(Url const &url, std::stop_token const &stop);

  /// GET of a part, in turn.
  Result<Response> get_part(Url const &url, ByteRange range, std::stop_token const &stop);

  /// GET in turn with redirects; each hop waits for its own host.
  Result<Response> get_following(Url const &url, std::size_t max_hops, std::stop_token const &stop);

  Politeness const &politeness() const { return *m_politeness; }

 private:
  Result<Response> send(FetchRequest const &request, std::stop_token const &stop);
  SiteRules ask_robots(Url const &url, std::stop_token const &stop);

  PoliteFetcher m_fetcher;
  Politeness *m_politeness;
  SiteBook *m_book;
};

/// True if a Problem says that the user broke off.
bool is_interruption(Problem const &problem);

/// True if a Problem says that the server did not answer.
bool says_nothing(Problem const &problem);

}  // namespace wza::web
