// SPDX-License-Identifier: Apache-2.0
// The landmarks of a page (WAI-ARIA 1.2, section 5.3.4) and what of its content stands outside of
// them. One pass over the document, kept with the page: page.facts<Landmarks>().
#pragma once

#include "db/base/known.h"
#include "webcheck/page.h"
#include "webcheck/spec/aria_roles.h"

#include <span>
#include <vector>

namespace wza::web {

struct Landmark {
  NodeId node;
  Role role{};
  Trilean included = false;  ///< never false: those are left out
  NodeId around = kNoNode;   ///< the landmark in which it stands; kNoNode at top level
};

/// An element with content that assistive technology gets and that no landmark, live region or
/// dialog holds; none of these stands inside it either, unless the content is text of its own.
struct OutsideBlock {
  NodeId node;
  Trilean has_content = true;
};

class Landmarks {
 public:
  explicit Landmarks(Page const &page);

  /// In document order.
  std::span<Landmark const> all() const { return m_all; }
  /// The landmark that this element is; nullptr where it is none.
  Landmark const *find(NodeId n) const;
  /// Whether the page has one of that role. Unknown where only a hidden one may be it.
  Trilean has(Role role) const;

  /// The outermost ones, in document order; <body> alone where all content stands outside.
  std::span<OutsideBlock const> outside() const { return m_outside; }
  bool is_outside(NodeId n) const;
  /// Whether assistive technology gets anything of the page's source at all.
  Trilean has_content() const { return m_has_content; }
  /// Whether a part of the page is not in its source: a frame that may hold its main content, or an
  /// element whose script may give it a shadow tree.
  bool has_opaque_part() const { return m_has_opaque_part; }

 private:
  friend class LandmarkFinder;
  std::vector<Landmark> m_all;
  std::vector<OutsideBlock> m_outside;
  Trilean m_has_content = false;
  bool m_has_opaque_part = false;
};

}  // namespace wza::web
