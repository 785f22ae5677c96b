// SPDX-License-Identifier: Apache-2.0
#include "audit/jobs/export_layer.h"

#include "audit/jobs/about_layer.h"
#include "db/base/file.h"
#include "db/base/text.h"
#include "gis/districts/load.h"
#include "gis/geo/gpkg_blob.h"
#include "gis/io/write_layer.h"
#include "gis/map/mbtiles.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <string_view>
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

/// The rows of `progress` have no place of their own: they are drawn as their district.
void put_on_districts(Tracker &tracker, gis::Table &table) {
  auto const column = std::ranges::find(table.columns, "district", &gis::Column::name);
  auto const areas = gis::load_districts(tracker);
  if (!areas || column == table.columns.end()) return;
  std::map<std::string_view, gis::MultiPolygon const *> by_code;
  for (auto const &area : *areas)
    by_code.emplace(area.district.code.value, &area.area);
  auto const at = static_cast<std::size_t>(column - table.columns.begin());
  for (auto &row : table.rows) {
    auto const area = by_code.find(row.cells[at]);
    if (area != by_code.end()) row.geometry = gis::raw_of(*area->second);
  }
}

Result<std::size_t> export_tiles(Tracker &tracker, ExportLayer layer, std::string const &path) {
  if (layer != ExportLayer::districts) {
    return Problem{ProblemCode::usage,
                   path,
                   "",
                   std::nullopt,
                   {"只有行政区划可以导出为瓦片（.mbtiles）。",
                    "Only districts can be written as tiles (.mbtiles)."},
                   {"请用 wza export districts，或换用 .gpkg。",
                    "Use wza export districts, or the ending .gpkg."}};
  }
  auto const areas = gis::load_districts(tracker);
  if (!areas) return areas.problem();
  gis::MbtilesWords words;
  words.name = "行政区划 Districts";
  words.attribution = boundary_sources(tracker);
  words.description =
      fmt::format("行政区划，边界 boundaries: {}; CGCS2000 = WGS 84 ± 1 m", words.attribution);
  gis::write_mbtiles(*areas, words, path);
  return areas->size();
}

}  // namespace

Result<std::size_t> export_layer(Tracker &tracker, ExportLayer layer, std::string const &path) {
  if (ending_of(path) == ".mbtiles") return export_tiles(tracker, layer, path);
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
  if (layer == ExportLayer::progress) put_on_districts(tracker, table);
  auto const about = about_layer(tracker, layer, table);
  auto written = gis::write_layer(table, path, about);
  if (!written) return std::move(written).problem();
  return table.rows.size();
}

}  // namespace wza::audit
