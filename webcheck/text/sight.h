// SPDX-License-Identifier: Apache-2.0
// Which elements show their text to people who look at the page ("visible" in ACT's words), as far
// as style tells without layout.
#pragma once

#include "webcheck/a11y/tree.h"
#include "webcheck/page.h"

#include <vector>

namespace wza::web {

/// By NodeId: whether text that stands directly in the element is seen. False for what is not
/// rendered, hidden, moved far off the screen, clipped away, shrunk to nothing or fully
/// transparent; for the options of a drop-down list, which are not there before it opens; and for
/// <textarea>.
std::vector<Trilean> in_sight(A11yTree const &tree);

/// in_sight() of a page, for page.facts<Sight>().
struct Sight {
  explicit Sight(Page const &page) : of(in_sight(page.a11y())) {}
  std::vector<Trilean> of;
};

/// Whether the box of an element is seen (a picture, a player, a field): the same without what
/// concerns text alone. Climbs to the root and takes from the tree's budget of steps; unknown where
/// that is spent.
Trilean box_in_sight(A11yTree const &tree, NodeId n);

/// True if the element has a text node of its own that is more than white space.
bool has_own_text(Document const &document, NodeId n);

}  // namespace wza::web
