// SPDX-License-Identifier: Apache-2.0
// The ellipsoid of CGCS2000 (GB 22021-2008); to a tenth of a millimetre that of GRS80 and WGS-84.
#pragma once

namespace wza::gis {

inline constexpr double kAxis = 6378137;  ///< semi-major, metres
inline constexpr double kFlattening = 1 / 298.257222101;

}  // namespace wza::gis
