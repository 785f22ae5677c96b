// https://www.w3.org/TR/html-aam-1.0/#html-element-role-mappings
// SPDX-License-Identifier: Apache-2.0
// What HTML says of its elements as far as names and roles need it: the role that HTML-AAM maps an
// element to (with the condition, where it has one) and the display type of the suggested
// user-agent style sheet (https://html.spec.whatwg.org/#rendering).
#pragma once

#include "webcheck/dom/atom.h"
#include "webcheck/spec/aria_roles.h"

#include <cstdint>

namespace wza::web {

/// What decides about the role of an element that has not always the same.
enum class RoleCondition : std::uint8_t {
  always,
  has_href,       ///< a, area: generic without it
  not_sectioned,  ///< header, footer: generic inside article, aside, main, nav or section
  aside,          ///< generic inside sectioning content unless it has a name
  named,          ///< section, form: generic without a name
  image,          ///< img: none where alt is empty
  input,          ///< by its type
  select,         ///< listbox where several can be chosen or seen
  in_list,        ///< li: generic outside a list
  in_table,       ///< table parts: none or generic where the table is no table
  in_select,      ///< option, optgroup
};

enum class Flow : std::uint8_t { inline_, block, not_rendered };

struct HtmlElement {
  Atom tag;
  Role role = Role::generic;
  RoleCondition condition = RoleCondition::always;
  Flow flow = Flow::inline_;
};

/// The row of an HTML element; unknown and custom elements are generic and inline.
HtmlElement const &html_element(Atom tag);

/// True for the form controls that a <label> can be for (HTML, section 4.10.2), but for the
/// condition that an input is not of type hidden.
bool is_labelable(Atom tag);

}  // namespace wza::web
