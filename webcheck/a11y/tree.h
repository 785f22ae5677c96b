// SPDX-License-Identifier: Apache-2.0
// What assistive technology gets of a page: roles, names and inclusion, computed on first use.
#pragma once

#include "webcheck/css/computed.h"
#include "webcheck/dom/document.h"

namespace wza::web {

class A11yTree {
 public:
  /// Both outlive the tree and do not move.
  A11yTree(Document const &, ComputedStyles const &) {}
};

}  // namespace wza::web
