// SPDX-License-Identifier: Apache-2.0
// How the addresses of one run ended, seen from a link to them: with a page or a file, with
// nothing, or in doubt. A server that is down, refuses or asks to come back later says nothing
// about the link, and neither does an address that was not asked for.
#pragma once

#include "webcheck/crawl/visit.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

namespace wza::web {

struct LinkEnd {
  enum class Kind : std::uint8_t { doubt, good, dead };
  Kind kind = Kind::doubt;
  int status = 0;  ///< of dead: 404 or 410; 0: its redirects go round in a circle
  /// Where its redirects led to; null where it has none, or where they go round.
  std::string const *target = nullptr;
};

class LinkEnds {
 public:
  /// An address as crawled, once a run.
  void add(std::string_view url, PastVisit const &past);

  /// By hash_of() the address; in doubt where the run did not ask for it. A redirect ends as that
  /// to which it leads, if that was asked for too.
  LinkEnd of(std::uint64_t address) const;

  /// The text of an address that ends dead.
  std::string const &text_of(std::uint64_t address) const;

 private:
  enum class Stop : std::uint8_t { doubt, good, gone, circles, leads };
  struct Seen {
    Stop stop = Stop::doubt;
    bool sets_cookie = false;
    int status = 0;
    std::uint64_t next = 0;  ///< of `leads`
    std::string url;         ///< of what may end dead
  };
  std::unordered_map<std::uint64_t, Seen> m_seen;
};

}  // namespace wza::web
