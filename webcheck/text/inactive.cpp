// SPDX-License-Identifier: Apache-2.0
#include "webcheck/text/inactive.h"

#include "db/base/text.h"
#include "webcheck/dom/tokens.h"

namespace wza::web {
namespace {

bool is_component(Role role) {
  return is_a(role, Role::widget) || is_a(role, Role::group);
}

/// True if one of the element's classes is a word for "switched off".
bool classed_as_off(Document const &document, NodeId n) {
  return ascii_icontains(document.attr_or_empty(n, atom::class_), "disabled");
}

bool is_disabled_fieldset(Document const &document, NodeId n) {
  return document.is(n, atom::fieldset) && document.has_attr(n, atom::disabled);
}

}  // namespace

std::vector<Trilean> inactive(A11yTree const &tree) {
  Document const &document = tree.document();
  std::vector<bool> aria_off(document.size(), false);  // by itself or by an ancestor
  std::vector<bool> names_off(document.size(), false);
  std::vector<Trilean> off(document.size(), false);
  for (NodeId n{1}; n.value < document.size(); ++n.value) {
    if (!document.is_element(n)) continue;
    NodeId const up = document.parent(n);
    aria_off[n.value] = ascii_iequals(document.attr_or_empty(n, atom::aria_disabled), "true") ||
                        (up.valid() && aria_off[up.value]);
    bool const component = is_component(tree.role(n)) || is_disabled_fieldset(document, n);
    bool const disabled =
        aria_off[n.value] || tree.disabled(n) || is_disabled_fieldset(document, n);
    if (component && disabled) {
      off[n.value] = true;
    } else if (aria_off[n.value] || classed_as_off(document, n)) {
      off[n.value] = Trilean::unknown();
    }
    if (!disabled || (!component && !tree.disabled(n))) continue;
    for (NodeId const label : tree.labels(n))
      names_off[label.value] = true;
    each_token(document.attr_or_empty(n, atom::aria_labelledby), [&](std::string_view id) {
      NodeId const named = document.by_id(id);
      if (named.valid()) names_off[named.value] = true;
    });
  }
  for (NodeId n{1}; n.value < document.size(); ++n.value) {
    NodeId const up = document.parent(n);
    off[n.value] = off[n.value] || Trilean(names_off[n.value]) ||
                   (up.valid() ? off[up.value] : Trilean(false));
  }
  return off;
}

}  // namespace wza::web
