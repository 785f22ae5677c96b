// SPDX-License-Identifier: Apache-2.0
#include "webcheck/crawl/memory_frontier.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace wza::web {

void MemoryFrontier::set_delay(std::string const &host, std::chrono::milliseconds delay) {
  m_hosts[host].delay = delay;
}

void MemoryFrontier::block_until(std::string const &host, UtcTime until) {
  m_hosts[host].blocked_until = until;
}

void MemoryFrontier::asked(std::string const &host, UtcTime at) {
  m_hosts[host].last_request = at;
}

std::vector<HostPause> MemoryFrontier::hosts() {
  std::vector<HostPause> out;
  for (auto const &[host, pause] : m_hosts) {
    out.push_back(pause);
    out.back().host = host;
  }
  return out;
}

void MemoryFrontier::each_done(std::function<void(DoneEntry const &)> const &take) {
  for (auto const &[seq, entry] : m_done)
    take(entry);
}

void MemoryFrontier::restart() {
  for (auto &[key, lease] : m_leases) {
    std::deque<Lease> &level = m_waiting[lease.lane][lease.entry.depth];
    auto const behind =
        std::find_if(level.begin(), level.end(), [&](Lease const &l) { return l.ord > lease.ord; });
    level.insert(behind, std::move(lease));
  }
  m_leases.clear();
  recall_leases();
}

void MemoryFrontier::add(LaneId lane, std::int64_t ord, FrontierEntry entry) {
  m_known.insert(entry.url.href());
  int const depth = entry.depth;
  m_waiting[lane][depth].push_back({lane, ord, std::move(entry)});
}

std::optional<int> MemoryFrontier::next_depth(LaneId lane) {
  auto const &levels = m_waiting[lane];
  return levels.empty() ? std::nullopt : std::optional(levels.begin()->first);
}

Lease MemoryFrontier::take(LaneId lane) {
  auto &levels = m_waiting[lane];
  assert(!levels.empty());
  auto const level = levels.begin();
  Lease out = std::move(level->second.front());
  level->second.pop_front();
  if (level->second.empty()) levels.erase(level);
  m_leases.emplace(std::pair(lane, out.ord), out);
  return out;
}

void MemoryFrontier::finish(Lease const &lease, int seq, std::string_view note) {
  m_leases.erase({lease.lane, lease.ord});
  m_done[seq] = {lease.lane, lease.entry.url.href(), lease.entry.depth, std::string(note),
                 lease.entry.parent};
}

}  // namespace wza::web
