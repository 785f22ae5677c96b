// SPDX-License-Identifier: Apache-2.0
// What is kept of a page that was tested, so that a later crawl can ask its server whether it
// changed (RFC 9110, section 13) and, where it did not, need not fetch it again: its findings then
// count as tested again. What a page's findings hang on besides its own bytes is kept as a digest
// and compared: a page whose style sheet changed has changed.
#pragma once

#include "webcheck/crawl/visit.h"
#include "webcheck/fetch/fetcher.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace wza::web {

struct RememberedPage {
  Validators validators;
  Url address;                        ///< final, what its links are resolved against
  std::string base;                   ///< of <base href>; empty without
  std::vector<std::string> sheets;    ///< hrefs of its style sheets
  std::vector<std::uint64_t> pieces;  ///< its content, as in PageOutline
  /// Digest of what these sheets say and of what the pages it was held against share with it.
  std::string surroundings;
  std::vector<std::string> links;  ///< as Found::links
  CrawlVisit visit;                ///< its row, past and record
};

/// As bytes, for the tracker, and back; nothing for what is no such page.
std::vector<std::byte> pack(RememberedPage const &page);
std::optional<RememberedPage> unpack(std::span<std::byte const> bytes);

/// Where such pages are kept from run to run. Used by one thread.
class PageMemory {
 public:
  virtual ~PageMemory() = default;
  /// The page as it was when it was tested last by the same rules; null where it never was.
  virtual std::shared_ptr<RememberedPage const> recall(Url const &url) = 0;
};

}  // namespace wza::web
