// SPDX-License-Identifier: Apache-2.0
// A frontier in memory: for single runs that nobody continues, and for tests.
#pragma once

#include "webcheck/crawl/frontier.h"

#include <deque>
#include <unordered_set>

namespace wza::web {

class MemoryFrontier final : public Frontier {
 public:
  void set_delay(std::string const &host, std::chrono::milliseconds delay) override;
  void block_until(std::string const &host, UtcTime until) override;
  void asked(std::string const &host, UtcTime at) override;
  std::vector<HostPause> hosts() override;
  void each_done(std::function<void(DoneEntry const &)> const &take) override;

  /// What a restart does: all that was leased waits again, in its place.
  void restart();

 private:
  bool knows(std::string const &url) override { return m_known.count(url) != 0; }
  void add(LaneId lane, std::int64_t ord, FrontierEntry entry) override;
  std::optional<int> next_depth(LaneId lane) override;
  Lease take(LaneId lane) override;
  void finish(Lease const &lease, int seq, std::string_view note) override;

  std::unordered_set<std::string> m_known;
  std::map<LaneId, std::map<int, std::deque<Lease>>> m_waiting;  ///< by lane and depth
  std::map<std::pair<LaneId, std::int64_t>, Lease> m_leases;
  std::map<int, DoneEntry> m_done;  ///< by seq
  std::map<std::string, HostPause> m_hosts;
};

}  // namespace wza::web
