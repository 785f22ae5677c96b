// SPDX-License-Identifier: Apache-2.0
// A layer's reference system and its shapes, as a Table has them. For gdal_reader.cpp alone.
#pragma once

#include "db/base/error.h"
#include "gis/io/gdal.h"
#include "gis/io/table.h"

#include <memory>
#include <optional>
#include <string>

class OGRCoordinateTransformation;
class OGRGeometry;
class OGRLayer;

namespace wza::gis {

struct TransformDelete {
  void operator()(OGRCoordinateTransformation *t) const;
};
using Transform = std::unique_ptr<OGRCoordinateTransformation, TransformDelete>;

/// What to do with the layer's coordinates.
struct Crs {
  std::optional<Frame> frame;
  Transform transform;  ///< none where the coordinates are taken as they are
  std::string name;
};

/// Of a layer in a system that has no way to CGCS2000, a Problem.
Result<Crs> crs_of(OGRLayer &layer, GdalMessages &messages);

/// Fills the geometry of `row`, or its fault.
void take_geometry(std::unique_ptr<OGRGeometry> shape, Crs const &crs, bool repair,
                   GdalMessages &messages, Row &row);

}  // namespace wza::gis
