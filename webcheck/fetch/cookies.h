// SPDX-License-Identifier: Apache-2.0
// Cookies (RFC 6265, with the stricter points of its revision: prefixes, public suffixes, what a
// plain connection may not do). Kept in memory for one run; the jars of different sites do not see
// each other, because no cookie crosses a registrable domain. One store serves several threads.
#pragma once

#include "db/base/clock.h"
#include "webcheck/url/url.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wza::web {

class CookieStore {
 public:
  static constexpr std::size_t kMostPerSite = 50;
  static constexpr std::size_t kMostBytes = 4096;        ///< name and value of one
  static constexpr std::size_t kMostHeaderBytes = 8192;  ///< of all that are sent at once
  static constexpr std::size_t kMostSites = 10'000;

  /// Takes one Set-Cookie field of an answer from `url`. True if the site will see another Cookie
  /// field than before. What breaks a rule or a limit is passed over.
  bool take(Url const &url, std::string_view set_cookie, UtcTime now);

  /// The value of the Cookie field for a request; "" where none is due.
  std::string for_request(Url const &url, UtcTime now) const;

 private:
  struct Cookie {
    std::string name, value, domain, path;
    bool host_only = true, secure = false;
    std::optional<UtcTime> expires;  ///< nothing: with the run
    std::uint64_t number = 0;        ///< order of creation
  };
  static std::optional<Cookie> read(Url const &url, std::string_view set_cookie, UtcTime now);
  static bool serves(Cookie const &cookie, Url const &url, UtcTime now);

  mutable std::mutex m_mutex;
  std::map<std::string, std::vector<Cookie>> m_sites;  ///< by registrable domain
  std::uint64_t m_next = 0;
};

/// The cookie dates of RFC 6265, section 5.1.1.
std::optional<UtcTime> cookie_date(std::string_view text);

}  // namespace wza::web
