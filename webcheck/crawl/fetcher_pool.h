// SPDX-License-Identifier: Apache-2.0
// The fetchers of a crawl. A host gets the fetcher that it had last, with the connection that it
// keeps open, as long as no other host needed it meanwhile.
#pragma once

#include "webcheck/fetch/fetcher.h"

#include <cstddef>
#include <functional>
#include <list>
#include <memory>
#include <string>

namespace wza::web {

class FetcherPool {
 public:
  /// Some more than `most`, those that are used at the same time, are kept.
  FetcherPool(std::function<std::unique_ptr<Fetcher>()> make, std::size_t most)
      : m_make(std::move(make)), m_most(most * 4) {}
  Fetcher &take(std::string const &host);
  void give_back(Fetcher &fetcher);

 private:
  struct Slot {
    std::unique_ptr<Fetcher> fetcher;
    std::string host;  ///< that it served last
    bool taken = false;
  };
  std::function<std::unique_ptr<Fetcher>()> m_make;
  std::size_t m_most;
  std::list<Slot> m_slots;  ///< those that served longest ago first
};

}  // namespace wza::web
