// SPDX-License-Identifier: Apache-2.0
// What the rules about required context and required owned elements share: which elements do not
// count between an element and its owner (WAI-ARIA 1.2, sections 5.2.6 and 5.2.7).
#pragma once

#include "webcheck/a11y/tree.h"

#include <algorithm>
#include <string_view>

namespace wza::web {

/// True for a custom element, to which its script may give a role or a shadow tree, and for any
/// other that HTML does not define.
inline bool is_custom_element(Document const &document, NodeId n) {
  if (document.ns(n) != Namespace::html || document.tag(n).value < atom::n_count) return false;
  std::string_view const tag = document.tag_name(n);
  return tag != "acronym" && tag != "bdi" && tag != "bdo" && tag != "nobr";
}

/// True if a global ARIA attribute other than aria-hidden says something on the element, so that
/// browsers keep it in the accessibility tree.
inline bool has_telling_global_aria(Document const &document, NodeId n) {
  return std::ranges::any_of(document.attributes(n), [&document](Attribute const &attribute) {
    auto const known = find_aria_attribute(document.name(attribute.name));
    return known && info(*known).global && *known != AriaAttribute::hidden &&
           attribute.value.find_first_not_of(" \t\n\f\r") != std::string_view::npos;
  });
}

/// True if nothing is known of the element but that it is there: no role, generic or none, whatever
/// else is on it.
inline bool has_no_semantics(A11yTree const &tree, NodeId n) {
  Role const role = tree.role(n);
  return role == Role::no_role || role == Role::generic || is_presentational(role);
}

}  // namespace wza::web
