// SPDX-License-Identifier: Apache-2.0
// What rules about a page as a whole share: their one target.
#pragma once

#include "webcheck/a11y/landmarks.h"
#include "webcheck/rule.h"

namespace wza::web {

/// Adds <html> where the page has content of its own; a frameset, or a page that scripts fill, has
/// none.
inline void add_whole_page(Page const &page, Targets &targets) {
  NodeId const root = page.dom().document_element();
  if (!root.valid() || !page.dom().is(root, atom::html)) return;
  targets.add(root, page.facts<Landmarks>().has_content());
}

}  // namespace wza::web
