// SPDX-License-Identifier: Apache-2.0
// One request at a time to a host, with a pause between the end of one and the beginning of the
// next; and the same for each network address, since small sites share their servers. The pause is
// the longest of what the user set, what robots.txt asks for, what the server's own answers ask for
// (RFC 6585, section 4; RFC 9110, section 10.2.3), and twice the time that the server usually takes
// to answer: a slow server is asked less. In its quiet hours a host is not asked at all. Time is
// passed in, so that tests do not wait. May be used by several threads.
#pragma once

#include "db/base/clock.h"
#include "db/model/quiet_hours.h"
#include "webcheck/fetch/fetcher.h"
#include "webcheck/fetch/host_addresses.h"

#include <chrono>
#include <condition_variable>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace wza::web {

/// Where time comes from, and how it is waited for.
class Pacer {
 public:
  using Time = std::chrono::steady_clock::time_point;
  virtual ~Pacer() = default;
  virtual Time now() const = 0;
  /// Returns at `time`, or earlier when `stop` is requested.
  virtual void sleep_until(Time time, std::stop_token const &stop) = 0;
  /// The same, or earlier when `wake` is notified; `lock` is not held meanwhile. Without a time of
  /// its own a pacer cannot be woken: it sleeps.
  virtual void wait_until(std::unique_lock<std::mutex> &lock, std::condition_variable_any &wake,
                          Time time, std::stop_token const &stop);
};

/// The machine's own time.
class SystemPacer final : public Pacer {
 public:
  Time now() const override { return std::chrono::steady_clock::now(); }
  void sleep_until(Time time, std::stop_token const &stop) override;
  void wait_until(std::unique_lock<std::mutex> &lock, std::condition_variable_any &wake, Time time,
                  std::stop_token const &stop) override;
};

/// No pause is longer than this, whatever a server asks for.
inline constexpr std::chrono::seconds kLongestPause{120};
/// A server that is merely slow is given no longer a pause than this.
inline constexpr std::chrono::seconds kLongestAdaptivePause{30};

/// Retry-After in seconds or as an HTTP date, from 0 to kLongestPause; nothing where unreadable.
std::optional<std::chrono::milliseconds> retry_after(std::string_view value, UtcTime now);

/// What the user set for one host.
struct HostManners {
  std::chrono::milliseconds delay{0};
  QuietHours quiet;  ///< must end
};

struct PolitenessOptions {
  /// What the user set. With 0, a server of his own, the time that answers take does not matter.
  std::chrono::milliseconds delay{1000};
  int connections = 1;   ///< requests at the same time to a host, and to an address
  AddressLookup lookup;  ///< empty: addresses are not looked at
  /// By host; empty: `delay` for all of them, and no quiet hours.
  std::function<HostManners(std::string const &host)> manners;
};

/// What must outlive the process: when and how a host may be asked.
struct HostMemory {
  std::string host;
  std::chrono::milliseconds crawl_delay{0};
  std::optional<UtcTime> blocked_until;
  std::optional<UtcTime> last_request;
  bool urgent = false;  ///< more than the time of a request has changed
};

class Politeness {
 public:
  Politeness(PolitenessOptions options, Pacer &pacer, Clock const &clock)
      : m_options(std::move(options)), m_pacer(&pacer), m_clock(&clock) {}
  Politeness(std::chrono::milliseconds delay, Pacer &pacer, Clock const &clock)
      : Politeness(PolitenessOptions{delay, 1, {}, {}}, pacer, clock) {}

  /// Crawl-delay of robots.txt.
  void set_crawl_delay(std::string const &host, std::chrono::milliseconds delay);
  /// The pause that now stands between two requests to `host`.
  std::chrono::milliseconds pause(std::string const &host) const;
  /// When the quiet hours in which `host` is now are over; nothing outside of them.
  std::optional<UtcTime> quiet_until(std::string const &host) const;
  /// When `host` may be asked, as far as is known; nothing where others are asking it.
  std::optional<Pacer::Time> ready_at(std::string const &host) const;
  /// Waits until `host` may be asked and takes the turn; false where `stop` or quiet hours came
  /// first: those are not waited for.
  /// answered() or failed() gives the turn back.
  bool wait(std::string const &host, std::stop_token const &stop);
  /// Takes note of an answer: 429 and 503 lengthen the pause, other answers shorten it again.
  void answered(std::string const &host, Response const &response);
  /// Takes note that no answer came.
  void failed(std::string const &host);

  /// For a crawl that is continued: what was told before the restart, and that no host at all is
  /// asked until the user's delay is over, since the last request may have been made just now.
  void restore(std::vector<HostMemory> const &hosts);
  void hold_all();
  /// The hosts for which something to remember has changed since the last call.
  std::vector<HostMemory> take_changes();

 private:
  /// One that is asked: a host, or an address that hosts share.
  struct Line {
    int in_flight = 0;
    Pacer::Time next = Pacer::Time::min();
  };
  struct Host : Line {
    std::optional<std::chrono::milliseconds> crawl_delay;
    std::chrono::milliseconds back_off{0};
    std::optional<double> usual_ms;  ///< that an answer takes, smoothed
    std::optional<Pacer::Time> asked_at;
    std::optional<std::vector<std::string>> addresses;
    HostManners manners;
    HostMemory memory;
    bool changed = false;
  };
  Host &host(std::string const &name);
  HostManners manners_of(std::string const &name) const;
  Pacer::Time not_before(HostManners const &manners) const;
  std::chrono::milliseconds adaptive(Host const &host) const;
  std::chrono::milliseconds pause_of(Host const &host) const;
  std::optional<Pacer::Time> ready(Host const &host) const;
  void look_up(std::string const &name);
  void begin(Host &host);
  void give_back(Host &host, std::chrono::milliseconds pause);

  PolitenessOptions m_options;
  Pacer *m_pacer;
  Clock const *m_clock;
  mutable std::mutex m_mutex;
  std::condition_variable_any m_turn;
  std::map<std::string, Host> m_hosts;
  std::map<std::string, Line> m_addresses;
  std::optional<Pacer::Time> m_held_at;  ///< when hold_all() was called
};

/// A fetcher that waits for its turn before each request.
class PoliteFetcher final : public Fetcher {
 public:
  PoliteFetcher(Fetcher &inner, Politeness &politeness)
      : m_inner(&inner), m_politeness(&politeness) {}
  /// Until when a wait may be broken off; get() then gives the Problem `budget`.
  void set_stop(std::stop_token stop) { m_stop = std::move(stop); }
  Result<Response> get(Url const &url) override;
  Result<Response> get_part(Url const &url, ByteRange range) override;
  Result<Response> send(FetchRequest const &request) override;

 private:
  template <class Ask>
  Result<Response> in_turn(Url const &url, Ask ask);

  Fetcher *m_inner;
  Politeness *m_politeness;
  std::stop_token m_stop;
};

}  // namespace wza::web
