// SPDX-License-Identifier: Apache-2.0
#include "webcheck/crawl/fetcher_pool.h"

#include <algorithm>

namespace wza::web {

Fetcher &FetcherPool::take(std::string const &host) {
  auto const is_free = [](Slot const &slot) { return !slot.taken; };
  auto slot = std::find_if(m_slots.begin(), m_slots.end(),
                           [&](Slot const &s) { return is_free(s) && s.host == host; });
  if (slot == m_slots.end() && m_slots.size() >= m_most) {
    slot = std::find_if(m_slots.begin(), m_slots.end(), is_free);
  }
  if (slot == m_slots.end()) slot = m_slots.insert(m_slots.end(), {m_make(), {}, false});
  slot->taken = true;
  slot->host = host;
  m_slots.splice(m_slots.end(), m_slots, slot);
  return *slot->fetcher;
}

void FetcherPool::give_back(Fetcher &fetcher) {
  for (Slot &slot : m_slots) {
    if (slot.fetcher.get() == &fetcher) slot.taken = false;
  }
}

}  // namespace wza::web
