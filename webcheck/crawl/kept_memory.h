// SPDX-License-Identifier: Apache-2.0
// The memory of pages in the tracker.
#pragma once

#include "db/store/page_memory.h"
#include "webcheck/crawl/page_memory.h"

#include <string>
#include <utility>

namespace wza::web {

class KeptMemory final : public PageMemory {
 public:
  /// `tested_by` tells the program and its rules from others; what those have kept is not used.
  KeptMemory(Tracker &tracker, std::string tested_by)
      : m_store(tracker), m_tested_by(std::move(tested_by)) {}

  std::shared_ptr<RememberedPage const> recall(Url const &url) override;
  /// Keeps what a visit leaves; a page that was tested and leaves nothing is forgotten. In the
  /// transaction of the visit, after its row.
  void keep(CrawlVisit const &visit);

 private:
  PageMemoryStore m_store;
  std::string m_tested_by;
};

}  // namespace wza::web
