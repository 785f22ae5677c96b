// SPDX-License-Identifier: Apache-2.0
// The headings of a page with their levels (WAI-ARIA 1.2, role heading; HTML-AAM 1.0), in document
// order. One pass over the document, kept with the page: page.facts<Headings>().
#pragma once

#include "db/base/known.h"
#include "webcheck/page.h"

#include <span>
#include <vector>

namespace wza::web {

struct Heading {
  NodeId node;
  int level = 2;
  Trilean included = false;  ///< never false: those are left out
  /// The levels that the heading before it may have; 0 where there may be none before it.
  int least_before = 0, most_before = 0;
};

class Headings {
 public:
  explicit Headings(Page const &page);

  std::span<Heading const> all() const { return m_all; }
  /// nullptr where the element is no heading.
  Heading const *find(NodeId n) const;

 private:
  std::vector<Heading> m_all;
};

/// The level of an element with the role heading: aria-level where it is a positive number, else
/// that of <h1> to <h6>, else 2.
int heading_level(Document const &document, NodeId n);

}  // namespace wza::web
