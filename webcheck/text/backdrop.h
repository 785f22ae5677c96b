// SPDX-License-Identifier: Apache-2.0
// The colours in which the text of an element is seen: that of the text, and those behind it. There
// is no layout here; it is taken that an element lies on its ancestors, and where something speaks
// against that, it is said.
#pragma once

#include "webcheck/css/computed.h"
#include "webcheck/dom/document.h"

#include <cstdint>
#include <vector>

namespace wza::web {

/// Why the colours cannot be told.
enum class ColorDoubt : std::uint8_t {
  none,
  style,    ///< a value hangs on a style sheet that is not at hand, or is not computed
  image,    ///< a picture lies behind the text
  shadow,   ///< the text has a shadow, which changes what lies around its letters
  effect,   ///< filter, blending, text filled by its background
  overlap,  ///< the text may lie on something that does not contain it
};

/// One text colour with one colour behind it, both opaque: as they are seen.
struct ColorPair {
  Rgba text, back;
  bool sure = true;  ///< false where a gradient above may cover it altogether
};

struct TextColors {
  std::vector<ColorPair> pairs;  ///< more than one on a gradient; empty where nothing is known
  /// With `overlap` the pairs are what a page without overlapping would show; else they are empty.
  ColorDoubt doubt = ColorDoubt::none;
};

/// The colours of the text that stands directly in `element`. Costs time by its depth.
TextColors text_colors(Document const &document, ComputedStyles const &styles, NodeId element);

}  // namespace wza::web
