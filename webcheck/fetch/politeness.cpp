// SPDX-License-Identifier: Apache-2.0
#include "webcheck/fetch/politeness.h"

#include "webcheck/fetch/problems.h"

#include <algorithm>
#include <charconv>
#include <condition_variable>
#include <mutex>

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

void Politeness::set_crawl_delay(std::string const &host, milliseconds delay) {
  Host &h = m_hosts[host];
  h.crawl_delay = delay;
  if (h.next) note(h, pause(host));
}

milliseconds Politeness::pause(std::string const &host) const {
  auto const at = m_hosts.find(host);
  if (at == m_hosts.end()) return m_delay;
  return std::max({m_delay, at->second.crawl_delay.value_or(milliseconds(0)), at->second.back_off});
}

bool Politeness::wait(std::string const &host, std::stop_token const &stop) {
  Host const &h = m_hosts[host];
  if (h.next && *h.next > m_pacer->now()) m_pacer->sleep_until(*h.next, stop);
  return !stop.stop_requested();
}

void Politeness::note(Host &host, milliseconds pause) {
  host.next = m_pacer->now() + pause;
}

void Politeness::answered(std::string const &host, Response const &response) {
  Host &h = m_hosts[host];
  milliseconds asked{0};
  if (response.status == 429 || response.status == 503) {
    h.back_off = std::min<milliseconds>(std::max(kFirstBackOff, h.back_off * 2), kLongestPause);
    if (std::optional<std::string_view> const value = response.header("Retry-After")) {
      asked = retry_after(*value, m_clock->now()).value_or(milliseconds(0));
    }
  } else {
    h.back_off = h.back_off > kFirstBackOff ? h.back_off / 2 : milliseconds(0);
  }
  note(h, std::max(pause(host), asked));
}

void Politeness::failed(std::string const &host) {
  note(m_hosts[host], pause(host));
}

void Politeness::pretend_just_asked(std::string const &host) {
  failed(host);
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

}  // namespace wza::web
