// SPDX-License-Identifier: Apache-2.0
// What the rules about the names of widgets share besides judge_name(): which elements have a role
// from their author, and what is said of a name that may not be there.
#pragma once

#include "webcheck/a11y/tree.h"
#include "webcheck/rules/targets.h"

namespace wza::web {

/// Adds every element to which its author gave that role and which is in the accessibility tree.
inline void add_explicit_role(Page const &page, Targets &targets, Role role) {
  A11yTree const &tree = page.a11y();
  add_with_attr(page, targets, atom::role, [&tree, role](NodeId n) {
    bool const explicitly = tree.role(n) == role && tree.explicit_role(n) == role;
    return explicitly ? tree.included(n) : Trilean(false);
  });
}

/// The message `doubtful_name` of judge_name().
inline constexpr Message kDoubtfulName{
    "doubtful_name",
    {"名称只可能来自图标字体，或来自不一定显示的内容，请用读屏软件核对",
     "The name may only come from an icon font or from content that may be hidden; check with a "
     "screen reader"},
    {"读屏软件读得出它的名称，而且听得懂吗？",
     "Does a screen reader read out a name for it that can be understood?"}};

}  // namespace wza::web
