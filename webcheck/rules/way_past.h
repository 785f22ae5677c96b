// SPDX-License-Identifier: Apache-2.0
// What the rules share that ask each for one way past the content that a page repeats from other
// pages: they apply to pages with which others can be compared.
#pragma once

#include "webcheck/rule.h"
#include "webcheck/text/bypass.h"

namespace wza::web {

inline void add_compared_page(Page const &page, Targets &targets) {
  NodeId const root = page.dom().document_element();
  bool const compared = !page.surroundings().pages.empty();
  if (compared && root.valid() && page.dom().is(root, atom::html)) targets.add(root);
}

/// `way` is what the page offers. `Msg` has nothing_repeated, found, missing and doubtful.
template <class Msg>
Verdict judge_way(Bypass const &bypass, Trilean way) {
  if (bypass.fresh.is_false()) return passed(Msg::nothing_repeated);
  if (way.is_true()) return passed(Msg::found);
  bool const sure = way.is_false() && bypass.fresh.is_true();
  return sure ? failed(Msg::missing) : cant_tell(Msg::doubtful);
}

}  // namespace wza::web
