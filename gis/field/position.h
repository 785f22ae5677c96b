// SPDX-License-Identifier: Apache-2.0
// The position of a row: which pair, in which datum, and in which district it lies. A datum that
// nobody declared is never assumed.
#pragma once

#include "db/base/error.h"
#include "db/model/facility.h"
#include "db/store/tracker.h"
#include "gis/districts/locate.h"
#include "gis/io/columns.h"

#include <optional>
#include <string_view>
#include <vector>

namespace wza::gis {

/// The columns that position_of() reads: lon, lat, datum, meridian, source_app, accuracy.
std::vector<FieldWords> position_fields();

/// The central meridian of the zone that an EPSG code of CGCS2000 names, "EPSG:4546": 111; nothing
/// for other words.
std::optional<int> zone_meridian(std::string_view system);

/// The frame that a word of a form or an app names: "GCJ-02", "高德", "国家2000"; nothing
/// otherwise.
std::optional<Frame> frame_of(std::string_view word);

/// A Problem where rows have positions (a table without rows: columns of them) and neither a
/// column, `datum` nor the file's own reference system says in which datum.
Result<Done> check_datum(Table const &table, Columns const &columns, std::optional<Frame> datum);

/// The two numbers of a row as they stand, before any frame is known; nothing where it has none.
Result<std::optional<RawPoint>> pair_of(Columns const &columns, Row const &row);

/// Where a row says it is.
struct RowPosition {
  RawPair raw;
  Point point;  ///< converted
  std::optional<std::string> source_app;
  std::optional<double> accuracy;
  RawPosition kept() const {
    return {raw.lon, raw.lat, std::string(key(raw.frame)), source_app, accuracy};
  }
};

/// Nothing where the row has no position at all. CGCS2000 may be degrees or metres of a
/// Gauss-Kruger zone, in either order. GCJ-02 and BD-09 are refused where they may not be converted
/// (gis/geo/frames.h).
Result<std::optional<RowPosition>> position_of(Table const &table, Columns const &columns,
                                               Row const &row, std::optional<Frame> datum);

/// The district of a position, or the Problem that it lies in none.
Result<Located> district_of(DistrictIndex const &index, Columns const &columns, Row const &row,
                            Point point);

}  // namespace wza::gis
