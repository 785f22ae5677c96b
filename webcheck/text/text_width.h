// SPDX-License-Identifier: Apache-2.0
// Whether text takes more than one line, from what style says of widths and from bounds on how wide
// characters are in common fonts.
#pragma once

#include "webcheck/css/computed.h"
#include "webcheck/dom/document.h"

#include <string_view>

namespace wza::web {

/// Bounds on the width of a text in one line, in multiples of the font size.
struct WidthBounds {
  double least = 0, most = 0;
};
WidthBounds width_bounds(std::string_view text);

/// True where the text of the element is broken by <br> or is wider than a box around it, false
/// where it fits into a box of known width or may not be broken. The length of text that is looked
/// at is bounded.
Trilean wraps(Document const &document, ComputedStyles const &styles, NodeId element);

}  // namespace wza::web
