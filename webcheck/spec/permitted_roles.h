// https://www.w3.org/TR/html-aria/#docconformance
// SPDX-License-Identifier: Apache-2.0
// Which roles authors may give to HTML elements that have restrictions (ARIA in HTML, section 4).
// Elements that are not listed may have any role.
#pragma once

#include "webcheck/spec/aria_roles.h"
#include "webcheck/spec/few.h"

#include <span>
#include <string_view>

namespace wza::web {

struct PermittedRoles {
  /// Element name with the condition that parts its rows: "a[href]", "input[type=checkbox]".
  std::string_view element;
  Few<Role, 50> roles;  ///< besides the element's own; `none` stands for `presentation` too
};

/// The row of that element; nullptr where any role is allowed.
PermittedRoles const *permitted_roles(std::string_view element);

/// All rows, by element in alphabetical order.
std::span<PermittedRoles const> all_permitted_roles();

}  // namespace wza::web
