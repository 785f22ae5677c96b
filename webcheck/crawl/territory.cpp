// SPDX-License-Identifier: Apache-2.0
#include "webcheck/crawl/territory.h"

#include <fmt/format.h>

namespace wza::web {

/// As same_host() and same_domain(): http and https on their own ports are one site.
std::string Territory::key(Url const &url) const {
  if (m_kind == ScopeKind::domain) return registrable_domain(url.host());
  return url.port() ? fmt::format("{}:{}", url.host(), *url.port()) : url.host();
}

LaneId Territory::add_start(Url const &start) {
  auto const [owner, is_new] =
      m_owners.try_emplace(key(start), static_cast<LaneId>(m_domains.size()));
  if (is_new) m_domains.push_back(registrable_domain(start.host()));
  return owner->second;
}

std::optional<LaneId> Territory::owner(Url const &url) const {
  if (!url.is_http()) return std::nullopt;
  auto const found = m_owners.find(key(url));
  return found == m_owners.end() ? std::nullopt : std::optional(found->second);
}

void Territory::claim(Url const &url, LaneId lane) {
  m_owners.try_emplace(key(url), lane);
}

}  // namespace wza::web
