// SPDX-License-Identifier: Apache-2.0
// What crawls keep of each page from run to run, and by which rules it was tested. Knows nothing of
// the web: the content is bytes.
#pragma once

#include "db/store/tracker.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace wza {

class PageMemoryStore {
 public:
  explicit PageMemoryStore(Tracker &tracker) : m_tracker(&tracker) {}

  /// What was kept of a page that the same rules have tested; nothing where there is none.
  std::optional<std::vector<std::byte>> recall(std::string_view url, std::string_view tested_by);
  /// Replaces what was kept. The page has a visit already; the caller holds the transaction.
  void keep(std::string_view url, std::string_view tested_by, std::span<std::byte const> content);
  void forget(std::string_view url);

 private:
  Tracker *m_tracker;
};

}  // namespace wza
