// SPDX-License-Identifier: Apache-2.0
// What the rules about names share: a walk over the elements of a page, and the verdict on a name.
#pragma once

#include "webcheck/a11y/name.h"
#include "webcheck/rule.h"

#include <string>

namespace wza::web {

/// Adds every live HTML element for which `applies(node)` (a Trilean) is not false. Looks at all of
/// them: where the attribute, tag or role is known, the functions below cost less.
template <class Applies>
void add_html_elements(Page const &page, Targets &targets, Applies applies) {
  for (NodeId const n : page.dom().elements()) {
    if (page.dom().ns(n) == Namespace::html) targets.add(n, applies(n));
  }
}

/// Adds every live HTML or SVG element with that attribute for which `applies(node)` is not false.
template <class Applies>
void add_with_attr(Page const &page, Targets &targets, Atom name, Applies applies) {
  for (NodeId const n : page.dom().with_attr(name)) {
    if (page.dom().ns(n) != Namespace::mathml) targets.add(n, applies(n));
  }
}

/// The same for some attribute whose name begins with "aria-".
template <class Applies>
void add_with_aria(Page const &page, Targets &targets, Applies applies) {
  for (NodeId const n : page.dom().with_aria()) {
    if (page.dom().ns(n) != Namespace::mathml) targets.add(n, applies(n));
  }
}

/// Calls `use(node)` for each live element whose role satisfies `wanted(role)`; role by role, in
/// document order within each.
template <class Wanted, class Use>
void each_of_roles(Page const &page, Wanted wanted, Use use) {
  for (std::uint32_t i = 0; i < kRoleCount; ++i) {
    auto const role = static_cast<Role>(i);
    std::span<NodeId const> const nodes = page.a11y().by_role(role);
    if (nodes.empty() || !wanted(role)) continue;
    for (NodeId const n : nodes)
      use(n);
  }
}

/// Adds every HTML element of that role, or of one that inherits from it, which is in the
/// accessibility tree.
inline void add_role(Page const &page, Targets &targets, Role role) {
  each_of_roles(
      page, [role](Role one) { return is_a(one, role); },
      [&](NodeId n) {
        if (page.dom().ns(n) == Namespace::html) targets.add(n, page.a11y().included(n));
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
