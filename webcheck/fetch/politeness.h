// SPDX-License-Identifier: Apache-2.0
// One request at a time to a host, with a pause between two. The pause is the longest of what the
// user set, what robots.txt asks for, and what the server's own answers ask for (RFC 6585, section
// 4; RFC 9110, section 10.2.3). Time is passed in, so that tests do not wait.
#pragma once

#include "db/base/clock.h"
#include "webcheck/fetch/fetcher.h"

#include <chrono>
#include <map>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>

namespace wza::web {

/// Where time comes from, and how it is waited for.
class Pacer {
 public:
  using Time = std::chrono::steady_clock::time_point;
  virtual ~Pacer() = default;
  virtual Time now() const = 0;
  /// Returns at `time`, or earlier when `stop` is requested.
  virtual void sleep_until(Time time, std::stop_token const &stop) = 0;
};

/// The machine's own time.
class SystemPacer final : public Pacer {
 public:
  Time now() const override { return std::chrono::steady_clock::now(); }
  void sleep_until(Time time, std::stop_token const &stop) override;
};

/// No pause is longer than this, whatever a server asks for.
inline constexpr std::chrono::seconds kLongestPause{120};

/// Retry-After in seconds or as an HTTP date, from 0 to kLongestPause; nothing where unreadable.
std::optional<std::chrono::milliseconds> retry_after(std::string_view value, UtcTime now);

class Politeness {
 public:
  Politeness(std::chrono::milliseconds delay, Pacer &pacer, Clock const &clock)
      : m_delay(delay), m_pacer(&pacer), m_clock(&clock) {}

  /// Crawl-delay of robots.txt.
  void set_crawl_delay(std::string const &host, std::chrono::milliseconds delay);
  /// The pause that now stands between two requests to `host`.
  std::chrono::milliseconds pause(std::string const &host) const;
  /// Waits until `host` may be asked; false where `stop` came first.
  bool wait(std::string const &host, std::stop_token const &stop);
  /// Takes note of an answer: 429 and 503 lengthen the pause, other answers shorten it again.
  void answered(std::string const &host, Response const &response);
  /// Takes note that no answer came.
  void failed(std::string const &host);
  /// For a crawl that is continued: the first request waits as if one had just been made.
  void pretend_just_asked(std::string const &host);

 private:
  struct Host {
    std::optional<std::chrono::milliseconds> crawl_delay;
    std::chrono::milliseconds back_off{0};
    std::optional<Pacer::Time> next;
  };
  void note(Host &host, std::chrono::milliseconds pause);

  std::chrono::milliseconds m_delay;
  Pacer *m_pacer;
  Clock const *m_clock;
  std::map<std::string, Host> m_hosts;
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

 private:
  template <class Ask>
  Result<Response> in_turn(Url const &url, Ask ask);

  Fetcher *m_inner;
  Politeness *m_politeness;
  std::stop_token m_stop;
};

}  // namespace wza::web
