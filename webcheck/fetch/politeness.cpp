// SPDX-License-Identifier: Apache-2.0
#include "webcheck/fetch/politeness.h"

#include "webcheck/fetch/problems.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace wza::web {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds kFirstBackOff{2000};

/// IMF-fixdate (RFC 9110, section 5.6.7): "Sun, 06 Nov 1994 08:49:37 GMT".
std::optional<UtcTime> http_date(std::string_view text) {
  constexpr std::string_view kMonths = "JanFebMarAprMayJunJulAugSepOctNovDec";
  if (text.size() != 29 || text.substr(26) != "GMT") return std::nullopt;
  auto number = [&](std::size_t at, std::size_t length) {
    int value = -1;
    std::from_chars(text.data() + at, text.data() + at + length, value);
    return value;
  };
  std::size_t const month = kMonths.find(text.substr(8, 3));
  if (month == std::string_view::npos || month % 3 != 0) return std::nullopt;
  std::chrono::year_month_day const day{
      std::chrono::year(number(12, 4)), std::chrono::month(static_cast<unsigned>(month / 3 + 1)),
      std::chrono::day(static_cast<unsigned>(std::max(number(5, 2), 0)))};
  if (!day.ok()) return std::nullopt;
  return UtcTime{std::chrono::sys_days(day) + std::chrono::hours(number(17, 2)) +
                 std::chrono::minutes(number(20, 2)) + std::chrono::seconds(number(23, 2))};
}

}  // namespace

void SystemPacer::sleep_until(Time time, std::stop_token const &stop) {
  std::mutex mutex;
  std::condition_variable_any wake;
  std::unique_lock lock(mutex);
  wake.wait_until(lock, stop, time, [] { return false; });
}

void Pacer::wait_until(std::unique_lock<std::mutex> &lock, std::condition_variable_any & /*wake*/,
                       Time time, std::stop_token const &stop) {
  lock.unlock();
  sleep_until(time, stop);
  lock.lock();
}

void SystemPacer::wait_until(std::unique_lock<std::mutex> &lock, std::condition_variable_any &wake,
                             Time time, std::stop_token const &stop) {
  bool asleep = false;  // the first thing that wakes ends the wait
  wake.wait_until(lock, stop, time, [&asleep] { return std::exchange(asleep, true); });
}

std::optional<milliseconds> retry_after(std::string_view value, UtcTime now) {
  value = trimmed(value);
  long long seconds = 0;
  auto const [end, error] = std::from_chars(value.data(), value.data() + value.size(), seconds);
  if (error == std::errc::result_out_of_range) return kLongestPause;
  if (error == std::errc() && end == value.data() + value.size()) {
    if (seconds < 0) return std::nullopt;
    return std::chrono::seconds(std::min<long long>(seconds, kLongestPause.count()));
  }
  std::optional<UtcTime> const date = http_date(value);
  if (!date) return std::nullopt;
  return std::clamp<milliseconds>(date->value - now.value, milliseconds(0), kLongestPause);
}

Politeness::Host &Politeness::host(std::string const &name) {
  Host &found = m_hosts[name];
  if (!found.memory.host.empty()) return found;
  found.memory.host = name;
  found.manners = manners_of(name);
  return found;
}

HostManners Politeness::manners_of(std::string const &name) const {
  return m_options.manners ? m_options.manners(name) : HostManners{m_options.delay, {}};
}

/// The time from which a host may be asked that nothing else is known of.
Pacer::Time Politeness::not_before(HostManners const &manners) const {
  Pacer::Time out = m_held_at ? *m_held_at + manners.delay : Pacer::Time::min();
  UtcTime const now = m_clock->now();
  std::optional<UtcTime> const quiet = manners.quiet.end_at(now);
  return quiet ? std::max(out, m_pacer->now() + (quiet->value - now.value)) : out;
}

void Politeness::set_crawl_delay(std::string const &name, milliseconds delay) {
  std::lock_guard const lock(m_mutex);
  Host &h = host(name);
  h.crawl_delay = delay;
  h.memory.crawl_delay = delay;
  h.memory.urgent = h.changed = true;
  // robots.txt itself was the last request.
  if (h.next != Pacer::Time::min()) h.next = m_pacer->now() + pause_of(h);
}

milliseconds Politeness::adaptive(Host const &host) const {
  constexpr double kTimesUsual = 2;
  if (!host.usual_ms || host.manners.delay == milliseconds(0)) return milliseconds(0);
  return std::min<milliseconds>(milliseconds(static_cast<long long>(kTimesUsual * *host.usual_ms)),
                                kLongestAdaptivePause);
}

milliseconds Politeness::pause_of(Host const &host) const {
  return std::max({host.manners.delay, host.crawl_delay.value_or(milliseconds(0)), host.back_off,
                   adaptive(host)});
}

milliseconds Politeness::pause(std::string const &name) const {
  std::lock_guard const lock(m_mutex);
  auto const at = m_hosts.find(name);
  return at == m_hosts.end() ? manners_of(name).delay : pause_of(at->second);
}

std::optional<Pacer::Time> Politeness::ready(Host const &host) const {
  if (host.in_flight >= m_options.connections) return std::nullopt;
  Pacer::Time out = std::max(host.next, not_before(host.manners));
  if (!host.addresses) return out;
  for (std::string const &address : *host.addresses) {
    auto const line = m_addresses.find(address);
    if (line == m_addresses.end()) continue;
    if (line->second.in_flight >= m_options.connections) return std::nullopt;
    out = std::max(out, line->second.next);
  }
  return out;
}

std::optional<UtcTime> Politeness::quiet_until(std::string const &name) const {
  std::lock_guard const lock(m_mutex);
  auto const at = m_hosts.find(name);
  HostManners const &manners = at == m_hosts.end() ? manners_of(name) : at->second.manners;
  return manners.quiet.end_at(m_clock->now());
}

std::optional<Pacer::Time> Politeness::ready_at(std::string const &name) const {
  std::lock_guard const lock(m_mutex);
  auto const at = m_hosts.find(name);
  return at == m_hosts.end() ? not_before(manners_of(name)) : ready(at->second);
}

void Politeness::look_up(std::string const &name) {
  if (!m_options.lookup) return;
  {
    std::lock_guard const lock(m_mutex);
    if (host(name).addresses) return;
  }
  std::vector<std::string> addresses = m_options.lookup(name);
  std::lock_guard const lock(m_mutex);
  if (!host(name).addresses) host(name).addresses = std::move(addresses);
}

bool Politeness::wait(std::string const &name, std::stop_token const &stop) {
  look_up(name);
  std::unique_lock lock(m_mutex);
  Host &h = host(name);
  while (!stop.stop_requested() && !h.manners.quiet.end_at(m_clock->now())) {
    std::optional<Pacer::Time> const time = ready(h);
    if (!time) {
      m_turn.wait(lock, stop, [&] { return ready(h).has_value(); });
    } else if (*time > m_pacer->now()) {
      m_pacer->wait_until(lock, m_turn, *time, stop);
    } else {
      begin(h);
      return true;
    }
  }
  return false;
}

void Politeness::begin(Host &h) {
  ++h.in_flight;
  h.asked_at = m_pacer->now();
  // With several connections the pause stands between two beginnings.
  bool const several = m_options.connections > 1;
  if (several) h.next = *h.asked_at + pause_of(h);
  if (!h.addresses) return;
  for (std::string const &address : *h.addresses) {
    Line &line = m_addresses[address];
    ++line.in_flight;
    if (several) line.next = *h.asked_at + std::max(h.manners.delay, adaptive(h));
  }
}

void Politeness::give_back(Host &h, milliseconds pause) {
  Pacer::Time const now = m_pacer->now();
  bool const alone = m_options.connections == 1;
  if (h.in_flight > 0) {
    --h.in_flight;
    for (std::string const &address : h.addresses.value_or(std::vector<std::string>())) {
      Line &line = m_addresses[address];
      --line.in_flight;
      if (alone) line.next = now + std::max(h.manners.delay, adaptive(h));
    }
  }
  bool const blocked = pause > pause_of(h) || h.back_off > milliseconds(0);
  if (alone || blocked) h.next = now + pause;
  h.memory.last_request = m_clock->now();
  h.memory.blocked_until.reset();
  if (blocked) h.memory.blocked_until = UtcTime{m_clock->now().value + pause};
  h.memory.urgent = h.memory.urgent || blocked;
  h.changed = true;
  m_turn.notify_all();
}

void Politeness::answered(std::string const &name, Response const &response) {
  std::lock_guard const lock(m_mutex);
  Host &h = host(name);
  milliseconds asked{0};
  if (response.status == 429 || response.status == 503) {
    h.back_off = std::min<milliseconds>(std::max(kFirstBackOff, h.back_off * 2), kLongestPause);
    if (std::optional<std::string_view> const value = response.header("Retry-After")) {
      asked = retry_after(*value, m_clock->now()).value_or(milliseconds(0));
    }
  } else {
    h.back_off = h.back_off > kFirstBackOff ? h.back_off / 2 : milliseconds(0);
  }
  if (h.asked_at) {
    constexpr double kWeight = 0.25;
    double const took =
        std::chrono::duration<double, std::milli>(m_pacer->now() - *h.asked_at).count();
    h.usual_ms = h.usual_ms ? (1 - kWeight) * *h.usual_ms + kWeight * took : took;
  }
  give_back(h, std::max(pause_of(h), asked));
}

void Politeness::failed(std::string const &name) {
  std::lock_guard const lock(m_mutex);
  Host &h = host(name);
  give_back(h, pause_of(h));
}

void Politeness::restore(std::vector<HostMemory> const &hosts) {
  std::lock_guard const lock(m_mutex);
  UtcTime const now = m_clock->now();
  for (HostMemory const &known : hosts) {
    Host &h = host(known.host);
    h.memory = known;
    if (known.crawl_delay > milliseconds(0)) h.crawl_delay = known.crawl_delay;
    milliseconds rest{0};
    if (known.last_request) rest = known.last_request->value + pause_of(h) - now.value;
    // A clock that was set back must not make a pause longer than it was.
    rest = std::min(rest, pause_of(h));
    if (known.blocked_until) {
      rest = std::max<milliseconds>(
          rest, std::min<milliseconds>(known.blocked_until->value - now.value, kLongestPause));
    }
    if (rest > milliseconds(0)) h.next = m_pacer->now() + rest;
  }
}

void Politeness::hold_all() {
  std::lock_guard const lock(m_mutex);
  Pacer::Time const now = m_pacer->now();
  m_held_at = now;
  for (auto &[name, h] : m_hosts)
    h.next = std::max(h.next, now + pause_of(h));
}

std::vector<HostMemory> Politeness::take_changes() {
  std::lock_guard const lock(m_mutex);
  std::vector<HostMemory> out;
  for (auto &[name, h] : m_hosts) {
    if (h.changed) out.push_back(h.memory);
    h.changed = h.memory.urgent = false;
  }
  return out;
}

template <class Ask>
Result<Response> PoliteFetcher::in_turn(Url const &url, Ask ask) {
  std::string const host = url.host();
  if (!m_politeness->wait(host, m_stop)) return interrupted(url.href());
  Result<Response> answer = ask();
  if (answer) {
    m_politeness->answered(host, *answer);
  } else {
    m_politeness->failed(host);
  }
  return answer;
}

Result<Response> PoliteFetcher::get(Url const &url) {
  return in_turn(url, [&] { return m_inner->get(url); });
}

Result<Response> PoliteFetcher::get_part(Url const &url, ByteRange range) {
  return in_turn(url, [&] { return m_inner->get_part(url, range); });
}

Result<Response> PoliteFetcher::send(FetchRequest const &request) {
  return in_turn(request.url, [&] { return m_inner->send(request); });
}

}  // namespace wza::web
