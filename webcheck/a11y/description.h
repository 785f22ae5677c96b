// SPDX-License-Identifier: Apache-2.0
// Accessible descriptions: Accessible Name and Description Computation 1.2, section 4.2, with what
// HTML-AAM 1.0 and SVG-AAM 1.0 take from the markup.
#pragma once

#include "webcheck/a11y/name.h"

namespace wza::web {

/// What is said of an element besides its name: aria-describedby, else aria-description, else what
/// the markup has and its name does not say already.
Name accessible_description(A11yTree const &tree, NodeId n);

}  // namespace wza::web
