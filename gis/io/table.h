// SPDX-License-Identifier: Apache-2.0
// A table as people keep it in files: named columns, rows that know their number in the user's own
// program, and where the source has one, a geometry. Plain values; nothing of GDAL shows through.
#pragma once

#include "gis/geo/gpkg_blob.h"
#include "gis/geo/point.h"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace wza::gis {

/// Degrees in the frame that the table declares.
struct RawPoint {
  double lon = 0, lat = 0;
  bool operator==(RawPoint const &) const = default;
};
using RawRing = std::vector<RawPoint>;
using RawArea = std::vector<std::vector<RawRing>>;
using RawGeometry = std::variant<RawPoint, RawArea>;

/// What the source says of a column, or what a writer shall make of it. Readers give the first
/// three alone; a day is "2026-11-22", a time "2026-11-22T06:07:50.000Z".
enum class CellKind : std::uint8_t { text, integer, real, day, time };

struct Column {
  std::string name;
  CellKind kind{};
};

struct Row {
  std::int64_t number = 0;  ///< 1-based, the header is row 1; in map files the features are counted
  std::vector<std::string> cells;  ///< beside Table::columns, UTF-8, trimmed; empty means no value
  std::optional<RawGeometry> geometry;
  std::string geometry_fault;  ///< why there is none, or what was repaired (GEOS's own words)
  bool repaired = false;       ///< the area was invalid and was made valid
};

struct Table {
  std::string source;  ///< the file, as the user named it
  std::string layer;
  std::vector<Column> columns;
  std::vector<Row> rows;
  std::int64_t header_row = 1;  ///< where the columns were named, as Row::number
  /// The frame of the geometries, where the file's own reference system tells it. A layer in
  /// another system that has a known way to CGCS2000 was converted.
  std::optional<Frame> frame;
  /// The file itself says nothing, but its format has one reference system (RFC 7946, section 4:
  /// GeoJSON is WGS-84), which not all who write the format know.
  bool frame_by_format = false;
  std::string crs;                        ///< the file's own words for it; empty where it has none
  std::vector<std::string> other_layers;  ///< not read
};

/// The same geometry with rounding undone: for writers.
RawGeometry raw_of(Geometry const &geometry);

}  // namespace wza::gis
