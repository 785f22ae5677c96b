// SPDX-License-Identifier: Apache-2.0
// Text of inactive user interface components, which WCAG 2.2 SC 1.4.3 and 1.4.6 leave out; the
// words are those of ACT rule afw4f7: in a disabled widget or group, or in what names a disabled
// widget.
#pragma once

#include "webcheck/a11y/tree.h"

#include <vector>

namespace wza::web {

/// By NodeId. Unknown where only a class, or `aria-disabled` on an element without such a role,
/// says that it is switched off.
std::vector<Trilean> inactive(A11yTree const &tree);

}  // namespace wza::web
