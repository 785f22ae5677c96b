// SPDX-License-Identifier: Apache-2.0
// The spacing of text that a style attribute lays down with !important, so that no user style sheet
// can widen it on that element (WCAG 2.2 SC 1.4.12; ACT 24afc2, 9e45ec, 78fd32).
#pragma once

#include "webcheck/page.h"

#include <string>
#include <vector>

namespace wza::web {

enum class Spacing : std::uint8_t { letter, word, line };

/// Multiples of the font size that SC 1.4.12 asks for: 0.12, 0.16, 1.5.
double wanted_spacing(Spacing spacing);

struct SpacedElement {
  NodeId node;
  Trilean applies;
};

/// The HTML elements whose style attribute decides the spacing with !important, by a value of its
/// own (not `inherit` or `unset`), for text that people see, as far as the text has such spaces:
/// words apart for `word`, more than one line for `line` (unknown where the width is).
std::vector<SpacedElement> fixed_spacings(Page const &page, Spacing spacing);

enum class SpacingState : std::uint8_t {
  wide,
  narrow,            ///< for text of the element itself
  narrow_inherited,  ///< only for text of elements in it, which inherit the value
  unknown,
};

struct SpacingResult {
  SpacingState state{};
  std::string numbers;  ///< "0.06 < 0.12", multiples of the font size; empty where not known
};

SpacingResult judge_spacing(Page const &page, NodeId n, Spacing spacing);

}  // namespace wza::web
