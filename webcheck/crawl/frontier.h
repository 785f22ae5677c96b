// SPDX-License-Identifier: Apache-2.0
// What is known, what waits, what is being visited and what is done, each address once a run; and
// how each server wants to be treated. Addresses stand in lanes (one start with its scope): a lane
// gives its addresses by depth, then by discovery, and the next depth only when the one before is
// done, so that two crawls of the same site are the same. The verbs are those of URLFrontier; all
// implementations pass one suite (tests/webcheck/crawl/frontier_test.cpp). Used by one thread.
#pragma once

#include "db/base/clock.h"
#include "webcheck/url/url.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace wza::web {

/// Number of a lane, from 0.
using LaneId = std::uint32_t;

/// An address on its way.
struct FrontierEntry {
  Url url;
  int depth = 0;                   ///< links from the nearest start
  std::vector<std::string> chain;  ///< the redirects that led here, oldest first
  bool trap = false;
  std::int64_t parent =
      0;  ///< place in the lane, from 1, of the visit that named it first; 0: none
};

/// An address that is being visited.
struct Lease {
  LaneId lane = 0;
  std::int64_t ord = 0;  ///< of discovery within the lane
  FrontierEntry entry;
};

/// An address that is done, with what its visit left for those after it.
struct DoneEntry {
  LaneId lane = 0;
  std::string url;
  int depth = 0;
  std::string note;
  std::int64_t parent = 0;
};

struct FrontierStats {
  std::size_t known = 0, waiting = 0, leased = 0, done = 0;
  std::size_t dropped = 0;  ///< beyond the limit of addresses, by this process
};

/// How a server wants to be treated.
struct HostPause {
  std::string host;
  std::chrono::milliseconds delay{0};  ///< that robots.txt asks for
  std::optional<UtcTime> blocked_until;
  std::optional<UtcTime> last_request;
};

class Frontier {
 public:
  virtual ~Frontier() = default;
  Frontier(Frontier const &) = delete;
  Frontier &operator=(Frontier const &) = delete;

  /// Adds what is not known yet, in this order, and tells `taken` of each. `most` addresses of a
  /// lane are kept in mind; addresses of one form (form_of()) leave room to others, so that a page
  /// without end pushes nothing out that is met later.
  void put_batch(LaneId lane, std::vector<FrontierEntry> batch, std::size_t most,
                 std::function<void(FrontierEntry const &)> const &taken = {});
  /// The next address of the lane; nothing where none waits, or where it is deeper than one that
  /// is being visited.
  std::optional<Lease> lease(LaneId lane);
  /// What was leased is done; `seq` is the number of its visit, from 1.
  void complete(Lease const &lease, int seq, std::string_view note);
  /// Pause that robots.txt of the host asks for, from now on.
  virtual void set_delay(std::string const &host, std::chrono::milliseconds delay) = 0;
  /// The host is not to be asked before that time.
  virtual void block_until(std::string const &host, UtcTime until) = 0;
  /// A request to the host has ended.
  virtual void asked(std::string const &host, UtcTime at) = 0;
  /// What the three above have told, through all restarts, by host.
  virtual std::vector<HostPause> hosts() = 0;
  FrontierStats stats() const;

  /// What is done, in the order of `seq`.
  virtual void each_done(std::function<void(DoneEntry const &)> const &take) = 0;

 protected:
  Frontier() = default;
  /// For an implementation that finds addresses of an earlier process, by discovery.
  void recall(LaneId lane, std::int64_t ord, Url const &url, bool done);
  /// All that was leased waits again.
  void recall_leases();

 private:
  virtual bool knows(std::string const &url) = 0;
  virtual void add(LaneId lane, std::int64_t ord, FrontierEntry entry) = 0;
  /// Depth of what take() would give.
  virtual std::optional<int> next_depth(LaneId lane) = 0;
  virtual Lease take(LaneId lane) = 0;
  virtual void finish(Lease const &lease, int seq, std::string_view note) = 0;

  struct LaneState {
    std::int64_t last_ord = 0;
    std::size_t known = 0, leased = 0;
    int leased_depth = 0;
    std::unordered_map<std::uint64_t, std::size_t>
        forms;  ///< how many are known, by LinkForm::loose
  };
  std::map<LaneId, LaneState> m_lanes;
  std::size_t m_known = 0, m_leased = 0, m_done = 0, m_dropped = 0;
};

}  // namespace wza::web
