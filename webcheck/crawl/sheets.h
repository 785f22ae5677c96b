// SPDX-License-Identifier: Apache-2.0
// The style sheets that pages link: each is fetched once a run, from the page's own site only,
// under the same robots.txt and the same delay as pages. What could not be had is told, never
// guessed. Workers share it.
#pragma once

#include "webcheck/crawl/access.h"
#include "webcheck/crawl/asked_once.h"
#include "webcheck/crawl/visit.h"

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <stop_token>
#include <string>
#include <vector>

namespace wza::web {

/// The sheets of one page.
struct LoadedSheets {
  std::vector<LinkedSheet> sheets;  ///< in the page's order
  std::vector<MissingSheet> missing;
  std::uint64_t transferred = 0;  ///< bytes
  bool interrupted = false;
};

class SheetCache {
 public:
  /// `base` is what `hrefs` are resolved against.
  LoadedSheets load(SiteAccess &access, Url const &page, Url const &base,
                    std::vector<std::string> const &hrefs, std::stop_token const &stop);

  static constexpr std::size_t kMaxSheetsAPage = 30;
  static constexpr std::size_t kMaxSheetBytes = 2 * 1024 * 1024;
  static constexpr std::size_t kMaxCacheBytes = 64 * 1024 * 1024;

 private:
  struct Entry {
    std::shared_ptr<SheetText const> text;  ///< null where it cannot be used
    Text trouble;                           ///< why
    Url address;                            ///< final
  };
  Entry fetch(SiteAccess &access, Url const &page, Url const &url, std::stop_token const &stop,
              LoadedSheets &out);

  AskedOnce<Entry> m_entries;  ///< by URL
  std::atomic<std::size_t> m_bytes = 0;
};

}  // namespace wza::web
