// SPDX-License-Identifier: Apache-2.0
// Links at the beginning of a page that lead to a place in it (WCAG 2.2, techniques G1 and G123):
// those before the first link that leads elsewhere. One pass over the links, kept with the page:
// page.facts<SkipLinks>().
#pragma once

#include "db/base/known.h"
#include "webcheck/page.h"

#include <span>
#include <vector>

namespace wza::web {

struct SkipLink {
  NodeId link;
  NodeId target = kNoNode;        ///< where it leads (HTML, section 7.4.6.4)
  Trilean target_exists = false;  ///< unknown for a percent-encoded fragment
};

class SkipLinks {
 public:
  explicit SkipLinks(Page const &page);

  /// In document order; some may be hidden until they have the focus.
  std::span<SkipLink const> all() const { return m_all; }
  /// nullptr where that link is none.
  SkipLink const *find(NodeId link) const;

 private:
  std::vector<SkipLink> m_all;
};

}  // namespace wza::web
