// SPDX-License-Identifier: Apache-2.0
// CSS Color 4 and 5: colours as text to sRGB. System colours are those of Chromium's light theme.
#pragma once

#include "webcheck/css/computed.h"
#include "webcheck/css/tokens.h"

#include <optional>
#include <string_view>

namespace wza::web::css {

enum class ColorKind : std::uint8_t {
  invalid,
  rgba,
  current,  ///< currentcolor
  unknown,  ///< a colour, but not one that we compute
};
struct ParsedColor {
  ColorKind kind = ColorKind::invalid;
  Rgba rgba{};
};

ParsedColor parse_color(TokenSpan tokens);

/// HTML, section 2.3.6: the rules for parsing a legacy colour value ("bgcolor=chucknorris").
std::optional<Rgba> parse_legacy_color(std::string_view text);

/// A colour by its name, in lower case.
std::optional<Rgba> named_color(std::string_view lower);

}  // namespace wza::web::css
