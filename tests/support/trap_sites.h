// SPDX-License-Identifier: Apache-2.0
// A genuine site of a few thousand pages and the traps that sites lay for crawlers, as functions
// from an address to its page: nothing is stored, and the same address always gives the same page.
#pragma once

#include "webcheck/fetch/fetcher.h"
#include "webcheck/url/url.h"

#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace wza::test {

/// A trap: what its addresses show, and where pages lead into it.
struct Trap {
  std::string name;
  std::string entry;  ///< path that the home page links
  /// The page of an address that is the trap's own; nothing for all others.
  std::function<std::optional<web::Response>(web::Url const &)> page;
  /// The link that each genuine page has into the trap; may be empty.
  std::function<std::string(web::Url const &)> everywhere;
};

std::vector<Trap> const &all_traps();

/// The site www.site.example with some traps in it. May be asked by several threads.
class TrapSite final : public web::Fetcher {
 public:
  /// `scale` 1 makes about 5,000 pages, 0.05 a twentieth of its long lists.
  TrapSite(double scale, std::vector<Trap const *> traps);

  Result<web::Response> get(web::Url const &url) override;

  /// Addresses of the pages that people could visit.
  std::set<std::string> const &genuine() const { return m_genuine; }
  std::map<std::string, int> requests;  ///< by name of the trap

 private:
  std::optional<std::string> genuine_page(web::Url const &url) const;
  std::string home() const;
  std::string list(std::string const &channel, int page) const;
  std::string article(int number, std::string const &path) const;
  void know();

  int m_articles, m_views, m_photos, m_statics;
  std::vector<Trap const *> m_traps;
  std::set<std::string> m_genuine;
  std::mutex m_mutex;  ///< of `requests`
};

}  // namespace wza::test
