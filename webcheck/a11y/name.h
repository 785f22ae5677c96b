// SPDX-License-Identifier: Apache-2.0
// Accessible names: Accessible Name and Description Computation 1.2, with the text alternatives of
// HTML-AAM 1.0 and SVG-AAM 1.0.
#pragma once

#include "db/base/known.h"
#include "webcheck/a11y/tree.h"

#include <string>

namespace wza::web {

/// A name or description.
struct Name {
  std::string text;         ///< flat, without white space at its ends; the likeliest reading
  Trilean present = false;  ///< whether it is more than white space. Unknown where it may come from
                            ///< content that may be hidden, or is a picture of an icon font alone
};

Name accessible_name(A11yTree const &tree, NodeId n);

}  // namespace wza::web
