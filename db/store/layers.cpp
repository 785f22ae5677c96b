// SPDX-License-Identifier: Apache-2.0
#include "db/store/layers.h"

#include "db/store/districts.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <string_view>

namespace wza {
namespace {

std::string_view query_of(ExportLayer layer) {
  switch (layer) {
    case ExportLayer::findings:
      return "SELECT * FROM v_finding ORDER BY 1";
    case ExportLayer::facilities:
      return "SELECT * FROM v_facility ORDER BY 1";
    case ExportLayer::inspections:
      return "SELECT * FROM v_inspection ORDER BY 1";
    case ExportLayer::retrofits:
      return "SELECT * FROM v_retrofit ORDER BY 1";
    case ExportLayer::districts:
      return "SELECT * FROM v_district ORDER BY 1";
    case ExportLayer::progress:
      return "SELECT * FROM v_progress ORDER BY 1";
  }
  return {};
}

/// Whose boundaries the counts stand on; the columns of the view itself are fixed.
void add_boundaries(Tracker &tracker, LayerRows &rows) {
  auto const sources =
      fmt::format("{}", fmt::join(DistrictStore(tracker).boundary_sources(), "; "));
  rows.columns.push_back({"boundaries", LayerRows::Column::Kind::text});
  for (auto &row : rows.rows)
    row.cells.push_back(sources.empty() ? std::nullopt : std::optional(sources));
}

}  // namespace

LayerRows read_layer_rows(Tracker &tracker, ExportLayer layer) {
  using Kind = LayerRows::Column::Kind;
  LayerRows out;
  Statement row = tracker.db().prepare(query_of(layer));
  std::vector<int> places;  // of our columns in the view
  std::optional<int> geom;  // place of the geometry; a view may have none
  for (int i = 0; i < row.columns(); ++i) {
    if (row.column_name(i) == "geom") {
      geom = i;
    } else {
      places.push_back(i);
      out.columns.push_back({std::string(row.column_name(i)), Kind::text});
    }
  }
  std::vector<bool> kind_known(places.size());
  while (row.step()) {
    LayerRows::Row &to = out.rows.emplace_back();
    for (std::size_t c = 0; c < places.size(); ++c) {
      if (!kind_known[c] && !row.is_null(places[c])) {
        kind_known[c] = true;
        if (row.is_integer(places[c])) out.columns[c].kind = Kind::integer;
        if (row.is_real(places[c])) out.columns[c].kind = Kind::real;
      }
      to.cells.push_back(row.get<std::optional<std::string>>(places[c]));
    }
    if (geom && !row.is_null(*geom)) to.geom = row.get<std::vector<std::byte>>(*geom);
  }
  if (layer == ExportLayer::progress) add_boundaries(tracker, out);
  return out;
}

}  // namespace wza
