// SPDX-License-Identifier: Apache-2.0
#include "webcheck/crawl/frontier.h"

#include <cassert>
#include <utility>

namespace wza::web {

void Frontier::put_batch(std::vector<FrontierEntry> batch) {
  for (FrontierEntry &entry : batch) {
    if (knows(entry.url)) continue;
    if (m_known.size() >= m_max_urls) {
      ++m_dropped;
      continue;
    }
    m_known.insert(entry.url.href());
    entry.trap = m_guard.is_trap(entry.url);
    m_waiting[entry.depth].push_back(std::move(entry));
  }
}

std::optional<FrontierEntry> Frontier::lease() {
  if (m_waiting.empty()) return std::nullopt;
  auto const level = m_waiting.begin();
  FrontierEntry out = std::move(level->second.front());
  level->second.pop_front();
  if (level->second.empty()) m_waiting.erase(level);
  ++m_leased;
  return out;
}

void Frontier::complete() {
  assert(m_leased > 0);
  --m_leased;
  ++m_done;
}

FrontierStats Frontier::stats() const {
  return {m_known.size(), m_known.size() - m_leased - m_done, m_leased, m_done, m_dropped};
}

}  // namespace wza::web
