// SPDX-License-Identifier: Apache-2.0
// The tables of the crawl frontier. Knows nothing of the web: addresses and notes are texts, and
// time is passed in.
#pragma once

#include "db/base/clock.h"
#include "db/base/ids.h"
#include "db/store/tracker.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wza {

/// One address of the frontier of a run.
struct FrontierRow {
  std::string url;
  std::uint32_t lane = 0;
  int depth = 0;
  std::int64_t ord = 0;              ///< of discovery within its lane
  std::optional<std::string> chain;  ///< JSON array of the redirects that led here
  bool trap = false;
  int done = 0;             ///< seq of its visit; 0: waits
  std::string note;         ///< of what is done
  std::int64_t parent = 0;  ///< place in its lane, from 1, of the visit that named it; 0: none
};

/// How a server wants to be treated, and when it was asked last.
struct FrontierHost {
  std::string host;
  std::chrono::milliseconds delay{0};  ///< that its robots.txt asks for
  std::optional<UtcTime> blocked_until;
  std::optional<UtcTime> last_request;
};

class FrontierStore {
 public:
  FrontierStore(Tracker &tracker, RunId run) : m_tracker(&tracker), m_run(run) {}

  bool knows(std::string_view url);
  /// Adds an address that is not known yet.
  void add(FrontierRow const &row);
  void finish(std::string_view url, int seq, std::string_view note);
  /// The next `most` addresses of a lane that are not done, behind the place (depth, ord), in
  /// their order.
  std::vector<FrontierRow> waiting(std::uint32_t lane, int depth, std::int64_t ord,
                                   std::size_t most);
  /// What is done, by seq.
  void each_done(std::function<void(FrontierRow const &)> const &take);
  /// All that is known, by lane and discovery; without chain and note.
  void each_known(std::function<void(FrontierRow const &)> const &take);
  /// Takes away all addresses of the run.
  void forget();

  std::vector<FrontierHost> hosts();
  void put_host(FrontierHost const &host);

 private:
  Tracker *m_tracker;
  RunId m_run;
};

}  // namespace wza
