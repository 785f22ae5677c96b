// SPDX-License-Identifier: Apache-2.0
// What the rules about names share: a walk over the elements of a page, and the verdict on a name.
#pragma once

#include "webcheck/a11y/name.h"
#include "webcheck/rule.h"

#include <string>

namespace wza::web {

/// Adds every HTML element for which `applies(node)` (a Trilean) is not false.
template <class Applies>
void add_html_elements(Page const &page, Targets &targets, Applies applies) {
  Document const &document = page.dom();
  for (NodeId n{1}; n.value < document.size(); ++n.value) {
    if (!document.is_element(n) || document.ns(n) != Namespace::html) continue;
    targets.add(n, applies(n));
  }
}

/// Adds every HTML element of that role, or of one that inherits from it, which is in the
/// accessibility tree.
inline void add_role(Page const &page, Targets &targets, Role role) {
  A11yTree const &tree = page.a11y();
  add_html_elements(page, targets, [&tree, role](NodeId n) {
    return is_a(tree.role(n), role) ? tree.included(n) : Trilean(false);
  });
}

/// Passed where there is a name, failed where there is none. `Msg` has the messages has_name,
/// no_name and doubtful_name.
template <class Msg>
Verdict judge_name(Page const &page, NodeId n) {
  Name name = accessible_name(page.a11y(), n);
  if (name.present.is_true()) return passed(Msg::has_name, std::move(name.text));
  if (name.present.is_unknown()) return cant_tell(Msg::doubtful_name);
  return failed(Msg::no_name);
}

}  // namespace wza::web
