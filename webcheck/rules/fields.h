// SPDX-License-Identifier: Apache-2.0
// What the rules about the labels of form fields share.
#pragma once

#include "webcheck/a11y/role.h"
#include "webcheck/rule.h"

namespace wza::web {

/// True for <select>, <textarea> and every <input> that people fill in or check.
inline bool is_native_field(Document const &document, NodeId n) {
  if (document.is(n, atom::select) || document.is(n, atom::textarea)) return true;
  if (!document.is(n, atom::input)) return false;
  std::string_view const type = input_type(document, n);
  return type != "hidden" && type != "button" && type != "submit" && type != "reset" &&
         type != "image";
}

/// Calls `use(node)` for each native field; element by element, in document order within each.
template <class Use>
void each_native_field(Document const &document, Use use) {
  for (Atom const tag : {atom::input, atom::select, atom::textarea}) {
    for (NodeId const n : document.by_tag(tag)) {
      if (is_native_field(document, n)) use(n);
    }
  }
}

}  // namespace wza::web
