// SPDX-License-Identifier: Apache-2.0
#include "webcheck/crawl/kept_memory.h"

namespace wza::web {

std::shared_ptr<RememberedPage const> KeptMemory::recall(Url const &url) {
  auto const content = m_store.recall(url.href(), m_tested_by);
  if (!content) return nullptr;
  std::optional<RememberedPage> page = unpack(*content);
  return page ? std::make_shared<RememberedPage const>(*std::move(page)) : nullptr;
}

void KeptMemory::keep(CrawlVisit const &visit) {
  if (visit.memory) {
    m_store.keep(visit.row.url, m_tested_by, *visit.memory);
  } else if (visit.row.state == VisitState::tested || visit.row.state == VisitState::truncated) {
    m_store.forget(visit.row.url);
  }
}

}  // namespace wza::web
