// SPDX-License-Identifier: Apache-2.0
// Presentational hints: attributes that count as style (HTML, section 15.2 and where each element
// is described). They beat the user agent's sheet and lose to every author's rule.
#pragma once

#include "webcheck/css/value.h"
#include "webcheck/dom/document.h"

#include <vector>

namespace wza::web::css {

/// What the values of SVG's attributes point into.
struct Kept {
  StringPool pool;
  TokenArena arena;
};

void presentational_hints(Document const &document, NodeId element, std::vector<Declaration> &out,
                          Kept &kept);

}  // namespace wza::web::css
