// SPDX-License-Identifier: Apache-2.0
// JPEG files without what cameras write into them (ISO/IEC 10918-1, annex B; Exif 2.32).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace wza::gis {

/// The same picture, to the bit, without comments and application data: no Exif, no maker's notes,
/// no thumbnail, no second picture behind the end. Colour (JFIF, ICC, Adobe) and, where it is not
/// upright, the orientation (1 to 8) are kept. Nothing where the bytes are no whole JPEG.
std::optional<std::string> without_metadata(std::string_view jpeg, int orientation);

}  // namespace wza::gis
