// SPDX-License-Identifier: Apache-2.0
// Between the datums of Chinese maps. GCJ-02 is WGS-84 plus an offset of 20 to 700 m that the
// public map services apply; BD-09 adds another. No official text exists: the formula is the one
// that all public implementations share (a = 6378245, ee = 0.00669342162296594323). Inverses are
// found by fixed point to better than 1e-9 degree. CGCS2000 is taken as WGS-84: they differ by
// decimetres, and EPSG itself offers only a "ballpark" identity between 4326 and 4490.
#pragma once

#include "gis/geo/point.h"

namespace wza::gis {

/// Whether map services shift positions here. A technical outline drawn 10 to 100 km outside the
/// area they are known to shift; it states nothing about borders. Within a shift of it, a
/// shifted and an unshifted place may be shown as one; then the shifted one is meant.
bool is_shifted_area(Degrees<Frame::wgs84> at);

Degrees<Frame::gcj02> to_gcj02(Degrees<Frame::wgs84> at);
Degrees<Frame::wgs84> to_wgs84(Degrees<Frame::gcj02> at);
Degrees<Frame::bd09> to_bd09(Degrees<Frame::gcj02> at);
Degrees<Frame::gcj02> to_gcj02(Degrees<Frame::bd09> at);
Degrees<Frame::bd09> to_bd09(Degrees<Frame::wgs84> at);
Degrees<Frame::wgs84> to_wgs84(Degrees<Frame::bd09> at);

/// The identity at our accuracy, with its name on it.
inline Degrees<Frame::cgcs2000> to_cgcs2000(Degrees<Frame::wgs84> at) {
  return {at.lon, at.lat};
}
inline Degrees<Frame::wgs84> to_wgs84(Degrees<Frame::cgcs2000> at) {
  return {at.lon, at.lat};
}

/// Whether GCJ-02 and BD-09 may be converted back. The operator turns it off with
/// WZA_INVERSE_SHIFT=off, because its legal standing is disputed (gis/README.md); said once, before
/// anything is read. Who takes positions from outside has to ask.
bool may_convert(Frame from);
void forbid_inverse_shift(bool forbidden);

/// A pair of any declared frame in the tracker's own. CGCS2000 may also be metres of a zone, the
/// zone number before the easting (gis/geo/gauss_kruger.h).
Degrees<Frame::cgcs2000> to_cgcs2000(RawPair const &pair);

}  // namespace wza::gis
