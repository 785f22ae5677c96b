// SPDX-License-Identifier: Apache-2.0
// A frontier in the tables of the tracker: a run that was ended in any way goes on from it. Writes
// happen in the transaction that the caller holds (put_batch and complete together with the visit's
// row), so that an end leaves nothing half. A lease lives in this process alone.
#pragma once

#include "db/store/frontier.h"
#include "webcheck/crawl/frontier.h"

#include <deque>

namespace wza::web {

class KeptFrontier final : public Frontier {
 public:
  /// Finds again what an earlier process of the run has put.
  KeptFrontier(Tracker &tracker, RunId run);

  void set_delay(std::string const &host, std::chrono::milliseconds delay) override;
  void block_until(std::string const &host, UtcTime until) override;
  void asked(std::string const &host, UtcTime at) override;
  std::vector<HostPause> hosts() override;
  void each_done(std::function<void(DoneEntry const &)> const &take) override;

 private:
  /// What comes next in a lane, read ahead; of one depth.
  struct Ahead {
    std::deque<FrontierRow> rows;
    int depth = -1;        ///< of the last one that was leased
    std::int64_t ord = 0;  ///< of the last one that was leased
    bool dry = false;      ///< nothing waits behind it
  };
  bool knows(std::string const &url) override { return m_store.knows(url); }
  void add(LaneId lane, std::int64_t ord, FrontierEntry entry) override;
  std::optional<int> next_depth(LaneId lane) override;
  Lease take(LaneId lane) override;
  void finish(Lease const &lease, int seq, std::string_view note) override;
  FrontierHost &host(std::string const &name);

  FrontierStore m_store;
  std::map<LaneId, Ahead> m_ahead;
  std::map<std::string, FrontierHost> m_hosts;
};

}  // namespace wza::web
