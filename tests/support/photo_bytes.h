// SPDX-License-Identifier: Apache-2.0
// Photos as phones write them, made by code.
#pragma once

#include <string>

namespace wza::test {

struct PhotoTags {
  std::string time = "2026:03:01 09:30:00";
  std::string offset = "+08:00";  ///< empty: none
  double lon = 0, lat = 0;        ///< degrees, north and east; 0, 0: no position
  double accuracy = 0;            ///< metres; 0: none
  int orientation = 1;
  std::string make = "A phone of somebody";  ///< what must not be kept
};

/// A JPEG of 8 by 6 pixels in one grey with an Exif segment; other tags give another picture.
std::string photo_bytes(PhotoTags const &tags);

}  // namespace wza::test
