// SPDX-License-Identifier: Apache-2.0
// The colours in which the text of an element is seen: that of the text, and those behind it. There
// is no layout here; it is taken that an element lies on its ancestors, and where something speaks
// against that, it is said.
#pragma once

#include "webcheck/page.h"

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

/// For page.facts<Backdrops>(). Elements that change nothing of what lies behind the text in them
/// are told apart once, so that the way up from a text leads past them. Not to be shared among
/// threads.
class Backdrops {
 public:
  explicit Backdrops(Page const &page);

  /// The colours of the text that stands directly in `element`. Costs time by the number of its
  /// ancestors with a background, position or effect; after very many of them in all, the rest of
  /// the page is in doubt.
  TextColors colors(NodeId element) const;

 private:
  class Walk;
  /// A run of plain elements, one in the other.
  struct Run {
    NodeId top;                ///< its outermost
    std::uint32_t length = 0;  ///< from here up to it; 0 where the element is not plain
  };
  /// What an element directly contains.
  struct Around {
    std::uint32_t children = 0;  ///< elements
    bool loose = false;          ///< something out of the flow is among it
  };
  bool spend(std::uint64_t steps) const;

  Document const &m_document;
  ComputedStyles const &m_styles;
  std::vector<Around> m_around;  ///< by node
  std::vector<Run> m_runs;       ///< by node
  mutable std::uint64_t m_left;  ///< steps that all walks together may still take
};

}  // namespace wza::web
