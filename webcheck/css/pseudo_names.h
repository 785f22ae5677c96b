// SPDX-License-Identifier: Apache-2.0
// The pseudo-classes and pseudo-elements that are known by name (Selectors 4, CSS Pseudo-Elements
// 4, HTML section 4.16.3, and the -webkit- names that every browser takes).
#pragma once

#include "webcheck/dom/selector.h"

#include <string_view>

namespace wza::web::css {

/// A pseudo-class without argument. `b` is that of An+B; `with_last` adds the same from the end.
struct PseudoClassRow {
  std::string_view name;
  SimpleKind kind{};
  std::int32_t b = 0;
  bool with_last = false;
};

PseudoClassRow const *find_pseudo_class(std::string_view name);
/// Those that may be written with one colon.
bool is_legacy_pseudo_element(std::string_view name);
bool is_pseudo_element(std::string_view name);
bool is_functional_pseudo_element(std::string_view name);

}  // namespace wza::web::css
