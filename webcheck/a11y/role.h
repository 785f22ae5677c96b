// SPDX-License-Identifier: Apache-2.0
// The role of an element: what its author gave it (WAI-ARIA 1.2, section 5.4 and 8.1) and what its
// markup means (HTML-AAM 1.0, SVG-AAM 1.0).
#pragma once

#include "webcheck/dom/document.h"
#include "webcheck/spec/aria_roles.h"

#include <string_view>

namespace wza::web {

/// What the elements around one decide about its role.
struct RoleContext {
  bool sectioned = false;      ///< inside article, aside, main, nav or section
  bool in_sectioning = false;  ///< the same without main
  bool in_select = false;      ///< inside select, datalist
  Role parent = Role::no_role;
  Role table = Role::no_role;  ///< role of the nearest table around; no_role outside of any
};

/// The first concrete role of the role attribute; no_role where there is none. `image` is told as
/// `img`, `presentation` as `none`: they are the same role.
Role explicit_role(Document const &document, NodeId n);

/// The role that the markup alone means. For section, form and aside, whose role hangs on a name,
/// `named` tells whether they have one.
Role implicit_role(Document const &document, NodeId n, RoleContext const &context, bool named);

/// True if one of the global states and properties stands on the element (WAI-ARIA 1.2, section
/// 8.1.1: then the role `none` does not count).
bool has_global_aria(Document const &document, NodeId n);

/// True for <input type=image>.
bool is_image_button(Document const &document, NodeId n);

/// The type of an <input>, in lower case; "text" where it is missing or unknown.
std::string_view input_type(Document const &document, NodeId n);

}  // namespace wza::web
