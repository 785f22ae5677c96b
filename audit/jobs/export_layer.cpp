// SPDX-License-Identifier: Apache-2.0
#include "audit/jobs/export_layer.h"

#include "gis/geo/gpkg_blob.h"
#include "gis/io/write_layer.h"

#include <utility>

namespace wza::audit {
namespace {

gis::CellKind cell_kind(LayerRows::Column::Kind kind) {
  switch (kind) {
    case LayerRows::Column::Kind::text:
      return gis::CellKind::text;
    case LayerRows::Column::Kind::integer:
      return gis::CellKind::integer;
    case LayerRows::Column::Kind::real:
      return gis::CellKind::real;
  }
  return gis::CellKind::text;
}

}  // namespace

Result<std::size_t> export_layer(Tracker &tracker, ExportLayer layer, std::string const &path) {
  LayerRows rows = read_layer_rows(tracker, layer);
  gis::Table table;
  table.layer = key(layer);
  table.frame = gis::Frame::cgcs2000;
  for (LayerRows::Column &column : rows.columns) {
    // A GeoPackage names its own row number "fid" and would refuse ours.
    if (column.name == "fid") column.name = "row";
    table.columns.push_back({std::move(column.name), cell_kind(column.kind)});
  }
  for (LayerRows::Row &from : rows.rows) {
    gis::Row &to = table.rows.emplace_back();
    to.number = static_cast<std::int64_t>(table.rows.size()) + 1;
    for (auto &cell : from.cells)
      to.cells.push_back(std::move(cell).value_or(std::string()));
    if (auto const geometry = gis::from_blob(from.geom)) to.geometry = gis::raw_of(*geometry);
  }
  auto written = gis::write_layer(table, path, tracker.clock().now());
  if (!written) return std::move(written).problem();
  return table.rows.size();
}

}  // namespace wza::audit
