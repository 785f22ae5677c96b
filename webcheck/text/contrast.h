// SPDX-License-Identifier: Apache-2.0
// Relative luminance and contrast ratio (WCAG 2.2,
// https://www.w3.org/TR/WCAG22/#dfn-relative-luminance and #dfn-contrast-ratio), and how colours
// cover one another (CSS Compositing 1, section 5.1).
#pragma once

#include "webcheck/css/computed.h"

#include <string>

namespace wza::web {

/// A colour with its channels, from 0 to 1, multiplied by its alpha.
struct Paint {
  double red = 0, green = 0, blue = 0, alpha = 0;

  static Paint of(Rgba const &color);
  /// Source-over: this above `under`.
  Paint over(Paint const &under) const;
  /// As part of a group of that opacity.
  Paint faded(double opacity) const;
  bool opaque() const { return alpha > 0.999; }
  /// To eight bits a channel, as a screen shows it.
  Rgba rounded() const;
};

/// 0 (black) to 1 (white). Alpha is left out of account.
double relative_luminance(Rgba const &color);

/// 1 to 21, of two opaque colours.
double contrast_ratio(Rgba const &a, Rgba const &b);

/// "#1a2b3c".
std::string hex_of(Rgba const &color);

}  // namespace wza::web
