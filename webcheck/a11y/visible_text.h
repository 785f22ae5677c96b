// SPDX-License-Identifier: Apache-2.0
// The text of an element that people see ("visible inner text" in ACT's words): what is rendered,
// without what is cut off, moved off the screen or shrunk for screen readers alone.
#pragma once

#include "webcheck/a11y/tree.h"

#include <string>

namespace wza::web {

struct VisibleText {
  std::string text;       ///< with blanks where blocks meet
  bool sure = true;       ///< false where style or fonts may hide, add or replace some of it
  bool in_parts = false;  ///< more than one element gives text
};

/// Takes from the tree's budget of steps; where that is spent, the text is not sure.
VisibleText visible_text(A11yTree const &tree, NodeId n);

}  // namespace wza::web
