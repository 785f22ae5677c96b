// SPDX-License-Identifier: Apache-2.0
// Form fields in the words of ACT cc0f0a and 36b590: what people fill in or choose.
#pragma once

#include "webcheck/spec/aria_roles.h"

#include <algorithm>
#include <array>

namespace wza::web {

/// The roles that inherit from input, menuitem or select and are fields of a form.
inline bool is_form_field(Role role) {
  constexpr std::array kRoles{Role::checkbox,         Role::combobox,      Role::listbox,
                              Role::menuitemcheckbox, Role::menuitemradio, Role::radio,
                              Role::searchbox,        Role::slider,        Role::spinbutton,
                              Role::switch_,          Role::textbox};
  return std::ranges::find(kRoles, role) != kRoles.end();
}

}  // namespace wza::web
