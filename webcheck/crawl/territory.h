// SPDX-License-Identifier: Apache-2.0
// Which lane an address belongs to. A lane is one start with its scope; starts whose scopes are the
// same share one. Each address has one owner at most, so that no page is visited twice.
#pragma once

#include "webcheck/crawl/frontier.h"
#include "webcheck/url/site.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace wza::web {

class Territory {
 public:
  explicit Territory(ScopeKind kind) : m_kind(kind) {}

  /// The lane of a start, a new one where no earlier start has its scope.
  LaneId add_start(Url const &start);
  /// The lane that visits `url`; nothing where that is out of scope.
  std::optional<LaneId> owner(Url const &url) const;
  /// The scope of a lane takes the host of `url` in, unless another lane has it.
  void claim(Url const &url, LaneId lane);
  /// Registrable domain of the lane's starts: lanes of other ones never claim the same host.
  std::string const &domain(LaneId lane) const { return m_domains[lane]; }
  std::size_t lanes() const { return m_domains.size(); }

 private:
  std::string key(Url const &url) const;

  ScopeKind m_kind;
  std::map<std::string, LaneId> m_owners;
  std::vector<std::string> m_domains;  ///< by lane
};

}  // namespace wza::web
