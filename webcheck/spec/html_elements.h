// https://www.w3.org/TR/html-aam-1.0/#html-element-role-mappings
// SPDX-License-Identifier: Apache-2.0
// What HTML says of its elements as far as names and roles need it: the role that HTML-AAM maps an
// element to (with the condition, where it has one) and the display type of the suggested
// user-agent style sheet (https://html.spec.whatwg.org/#rendering).
#pragma once

#include "webcheck/spec/aria_roles.h"

#include <cstdint>
#include <span>
#include <string_view>

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
  std::string_view tag;
  Role role = Role::generic;
  RoleCondition condition = RoleCondition::always;
  Flow flow = Flow::inline_;
  bool labelable = false;  ///< a <label> can be for it (HTML, section 4.10.2)
};

/// All rows, by tag in alphabetical order. Unknown and custom elements are generic and inline.
std::span<HtmlElement const> all_html_elements();

}  // namespace wza::web
