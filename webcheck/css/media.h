// SPDX-License-Identifier: Apache-2.0
// Media queries (Media Queries 4 and 5) against a viewport that is named, not measured.
#pragma once

#include "db/base/known.h"
#include "webcheck/css/tokens.h"

#include <cstdint>
#include <string_view>

namespace wza::web {

enum class Scripting : std::uint8_t { enabled, none };
enum class ColorScheme : std::uint8_t { light, dark };

/// The screen that the page is shown on. The default is a desktop with a mouse.
struct Viewport {
  double width = 1280, height = 800;  ///< CSS pixels
  double resolution = 1;              ///< device pixels a CSS pixel
  Scripting scripting = Scripting::enabled;
  ColorScheme scheme = ColorScheme::light;
};

namespace css {

/// Whether a list of media queries holds. Unknown features and malformed queries do not.
bool media_matches(TokenSpan query_list, Viewport const &viewport);
bool media_matches(std::string_view query_list, Viewport const &viewport);

/// Whether an @supports condition holds, by what Chromium is known to support: unknown where it
/// names a property that we do not know.
Trilean supports_matches(TokenSpan condition);

}  // namespace css
}  // namespace wza::web
