// SPDX-License-Identifier: Apache-2.0
#include "webcheck/fetch/cookies.h"

#include "webcheck/url/host.h"
#include "webcheck/url/idna.h"
#include "webcheck/url/site.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace wza::web {
namespace {

bool has_controls(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    auto const byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\t') || byte == 0x7F;
  });
}

std::string_view blanks_off(std::string_view text) {
  constexpr std::string_view kBlanks = " \t";
  while (!text.empty() && kBlanks.find(text.front()) != std::string_view::npos)
    text.remove_prefix(1);
  while (!text.empty() && kBlanks.find(text.back()) != std::string_view::npos)
    text.remove_suffix(1);
  return text;
}

/// Section 5.1.4: the folder of the address.
std::string default_path(Url const &url) {
  std::string const path = url.path();
  std::size_t const slash = path.rfind('/');
  return slash == std::string::npos || slash == 0 ? "/" : path.substr(0, slash);
}

bool path_matches(std::string_view path, std::string_view of_cookie) {
  if (!path.starts_with(of_cookie)) return false;
  return path.size() == of_cookie.size() || of_cookie.ends_with('/') ||
         path[of_cookie.size()] == '/';
}

bool domain_matches(std::string_view host, std::string_view domain) {
  return host == domain || (host.size() > domain.size() && host.ends_with(domain) &&
                            host[host.size() - domain.size() - 1] == '.' && !is_ip_host(host));
}

/// The next "name=value" of an attribute list, which it shortens.
std::pair<std::string, std::string_view> next_attribute(std::string_view &rest) {
  std::size_t const end = rest.find(';');
  std::string_view const part = rest.substr(0, end);
  rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  std::size_t const equals = part.find('=');
  std::string_view const value =
      equals == std::string_view::npos ? std::string_view() : blanks_off(part.substr(equals + 1));
  return {ascii_lower(blanks_off(part.substr(0, equals))), value};
}

std::optional<UtcTime> after_seconds(std::string_view text, UtcTime now) {
  long long seconds = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
  bool const digits = end == text.data() + text.size() && !text.empty();
  if (!digits) return std::nullopt;
  constexpr long long kLongest = 400LL * 86400;  // as the revision of the RFC asks
  if (error == std::errc::result_out_of_range) seconds = text[0] == '-' ? -1 : kLongest;
  return UtcTime{now.value + std::chrono::seconds(std::clamp(seconds, -1LL, kLongest))};
}

}  // namespace

std::optional<CookieStore::Cookie> CookieStore::read(Url const &url, std::string_view set_cookie,
                                                     UtcTime now) {
  if (has_controls(set_cookie)) return std::nullopt;
  std::size_t const end = set_cookie.find(';');
  std::string_view const pair = set_cookie.substr(0, end);
  std::size_t const equals = pair.find('=');
  if (equals == std::string_view::npos) return std::nullopt;
  Cookie out;
  out.name = blanks_off(pair.substr(0, equals));
  out.value = blanks_off(pair.substr(equals + 1));
  if (out.name.empty() || out.name.size() + out.value.size() > kMostBytes) return std::nullopt;
  out.domain = url.host();
  out.path = default_path(url);
  std::optional<UtcTime> from_age;
  std::string_view rest =
      end == std::string_view::npos ? std::string_view() : set_cookie.substr(end + 1);
  while (!rest.empty()) {
    auto const [name, value] = next_attribute(rest);
    constexpr std::size_t kLongestValue = 1024;
    if (value.size() > kLongestValue) continue;
    if (name == "expires") {
      if (std::optional<UtcTime> const date = cookie_date(value)) out.expires = date;
    } else if (name == "max-age") {
      if (std::optional<UtcTime> const date = after_seconds(value, now)) from_age = date;
    } else if (name == "path") {
      out.path = value.starts_with('/') ? std::string(value) : default_path(url);
    } else if (name == "secure") {
      out.secure = true;
    } else if (name == "domain" && !value.empty()) {
      std::string_view const bare = value.substr(value.starts_with('.') ? 1 : 0);
      std::optional<std::string> const domain = domain_to_ascii(bare);
      if (!domain || !domain_matches(url.host(), *domain)) return std::nullopt;
      // A cookie for a whole suffix ("gov.cn") would go to other people's sites (section 5.3).
      bool const suffix = !is_ip_host(*domain) && is_public_suffix(*domain);
      if (suffix && *domain != url.host()) return std::nullopt;
      out.host_only = suffix;
      out.domain = *domain;
    }
  }
  if (from_age) out.expires = from_age;
  bool const safe = url.scheme() == "https";
  if (out.secure && !safe) return std::nullopt;
  if (out.name.starts_with("__Secure-") && !out.secure) return std::nullopt;
  bool const host_prefix = out.name.starts_with("__Host-");
  if (host_prefix && (!out.secure || !out.host_only || out.path != "/")) return std::nullopt;
  return out;
}

bool CookieStore::take(Url const &url, std::string_view set_cookie, UtcTime now) {
  std::optional<Cookie> cookie = read(url, set_cookie, now);
  if (!cookie) return false;
  std::lock_guard const lock(m_mutex);
  std::string const site = registrable_domain(url.host());
  if (m_sites.size() >= kMostSites && m_sites.count(site) == 0) return false;
  std::vector<Cookie> &jar = m_sites[site];
  std::erase_if(jar, [&](Cookie const &old) { return old.expires && *old.expires <= now; });
  auto const same = std::find_if(jar.begin(), jar.end(), [&](Cookie const &old) {
    return old.name == cookie->name && old.domain == cookie->domain && old.path == cookie->path &&
           old.host_only == cookie->host_only;
  });
  bool const gone = cookie->expires && *cookie->expires <= now;
  if (same != jar.end()) {
    if (same->secure && url.scheme() != "https") return false;
    bool const changed = gone || same->value != cookie->value;
    cookie->number = same->number;
    if (gone) {
      jar.erase(same);
    } else {
      *same = std::move(*cookie);
    }
    return changed;
  }
  if (gone) return false;
  if (jar.size() >= kMostPerSite) jar.erase(jar.begin());  // the oldest
  cookie->number = m_next++;
  jar.push_back(std::move(*cookie));
  return true;
}

bool CookieStore::serves(Cookie const &cookie, Url const &url, UtcTime now) {
  if (cookie.expires && *cookie.expires <= now) return false;
  if (cookie.secure && url.scheme() != "https") return false;
  bool const host =
      cookie.host_only ? url.host() == cookie.domain : domain_matches(url.host(), cookie.domain);
  return host && path_matches(url.path().empty() ? "/" : url.path(), cookie.path);
}

std::string CookieStore::for_request(Url const &url, UtcTime now) const {
  std::lock_guard const lock(m_mutex);
  auto const site = m_sites.find(registrable_domain(url.host()));
  if (site == m_sites.end()) return {};
  std::vector<Cookie const *> due;
  for (Cookie const &cookie : site->second) {
    if (serves(cookie, url, now)) due.push_back(&cookie);
  }
  // Longer paths first, then the older ones (section 5.4).
  std::stable_sort(due.begin(), due.end(), [](Cookie const *a, Cookie const *b) {
    if (a->path.size() != b->path.size()) return a->path.size() > b->path.size();
    return a->number < b->number;
  });
  std::string out;
  for (Cookie const *cookie : due) {
    std::size_t const more = cookie->name.size() + cookie->value.size() + 3;
    if (out.size() + more > kMostHeaderBytes) continue;
    if (!out.empty()) out += "; ";
    out += cookie->name + "=" + cookie->value;
  }
  return out;
}

}  // namespace wza::web
