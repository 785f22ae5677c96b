// SPDX-License-Identifier: Apache-2.0
// Conversions among colour spaces (CSS Color 4, sections 7 to 10 and its sample code's constants).
// sRGB results are gamma-encoded, 0 to 1, and may lie outside where the colour is out of gamut.
#pragma once

#include <array>

namespace wza::web::css {

using Channels = std::array<double, 3>;

Channels rgb255_to_srgb(Channels rgb);
Channels hsl_to_srgb(Channels hsl);  ///< degrees, per cent, per cent
Channels hwb_to_srgb(Channels hwb);
Channels lab_to_srgb(Channels lab);  ///< D50, L 0 to 100
Channels lch_to_srgb(Channels lch);
Channels oklab_to_srgb(Channels oklab);  ///< L 0 to 1
Channels oklch_to_srgb(Channels oklch);
Channels srgb_to_srgb(Channels srgb);
Channels linear_to_srgb(Channels linear);
Channels p3_to_srgb(Channels p3);
Channels srgb_to_oklab(Channels srgb);

}  // namespace wza::web::css
