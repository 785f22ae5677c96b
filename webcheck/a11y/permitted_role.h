// SPDX-License-Identifier: Apache-2.0
// Whether an element may have the role that its author gave it (ARIA in HTML, section 4; the table
// is spec/permitted_roles.h).
#pragma once

#include "db/base/known.h"
#include "webcheck/a11y/tree.h"

namespace wza::web {

/// Whether ARIA in HTML allows `role` on the HTML element; its own role it allows always. Unknown
/// where that hangs on something that is not known: the name of an image, what a label is for.
Trilean may_have_role(A11yTree const &tree, NodeId n, Role role);

}  // namespace wza::web
