// SPDX-License-Identifier: Apache-2.0
#include "gis/io/write_layer.h"

#include "db/base/file.h"
#include "gis/io/csv.h"
#include "gis/io/formula_guard.h"
#include "gis/io/gdal.h"
#include "gis/io/whole_file.h"
#include "gis/io/xlsx.h"

#include <cpl_conv.h>
#include <fmt/format.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <charconv>
#include <filesystem>
#include <map>
#include <memory>

namespace wza::gis {
namespace {

namespace fs = std::filesystem;

bool has_geometry(Table const &table) {
  for (auto const &row : table.rows) {
    if (row.geometry) return true;
  }
  return false;
}

bool has_points_only(Table const &table) {
  bool any = false;
  for (auto const &row : table.rows) {
    if (!row.geometry) continue;
    if (!std::holds_alternative<RawPoint>(*row.geometry)) return false;
    any = true;
  }
  return any;
}

bool has_column(Table const &table, std::string_view name) {
  for (auto const &column : table.columns) {
    if (column.name == name) return true;
  }
  return false;
}

/// For formats without geometry: points as two more columns, unless the table has them already.
Table with_lon_lat(Table table) {
  if (!has_points_only(table) || has_column(table, "lon") || has_column(table, "lat")) return table;
  table.columns.push_back({"lon", CellKind::real});
  table.columns.push_back({"lat", CellKind::real});
  for (auto &row : table.rows) {
    auto const *point = row.geometry ? std::get_if<RawPoint>(&*row.geometry) : nullptr;
    row.cells.push_back(point == nullptr ? "" : fmt::format("{:.7f}", point->lon));
    row.cells.push_back(point == nullptr ? "" : fmt::format("{:.7f}", point->lat));
  }
  return table;
}

std::unique_ptr<OGRGeometry> to_ogr(RawGeometry const &geometry) {
  if (auto const *point = std::get_if<RawPoint>(&geometry)) {
    return std::make_unique<OGRPoint>(point->lon, point->lat);
  }
  auto out = std::make_unique<OGRMultiPolygon>();
  for (auto const &polygon : std::get<RawArea>(geometry)) {
    OGRPolygon part;
    for (auto const &ring : polygon) {
      OGRLinearRing line;
      for (auto const &p : ring)
        line.addPoint(p.lon, p.lat);
      line.closeRings();
      part.addRing(&line);
    }
    out->addGeometry(&part);
  }
  return out;
}

bool is_date(CellKind kind) {
  return kind == CellKind::day || kind == CellKind::time;
}

OGRFieldType field_type(CellKind kind) {
  switch (kind) {
    case CellKind::text:
      return OFTString;
    case CellKind::integer:
      return OFTInteger64;
    case CellKind::real:
      return OFTReal;
    case CellKind::day:
      return OFTDate;
    case CellKind::time:
      return OFTDateTime;
  }
  return OFTString;
}

/// Days and times are in ISO 8601, which OGR reads itself, as it does numbers with a point. Nothing
/// is written as null: GeoJSON would leave out what is not set, as if there were no such column.
void set_cell(OGRFeature &feature, int field, CellKind kind, std::string const &cell) {
  if (cell.empty()) return feature.SetFieldNull(field);
  if (kind == CellKind::integer) {
    GIntBig value = 0;
    auto const [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (error == std::errc() && end == cell.data() + cell.size())
      return feature.SetField(field, value);
  }
  feature.SetField(field, cell.c_str());
}

std::string in_both(Text const &text) {
  return text.zh == text.en ? text.zh : fmt::format("{} {}", text.zh, text.en);
}

/// The table in which QGIS looks for the styles of a GeoPackage's layers.
void write_styles(GDALDataset &target, std::string const &layer_name, LayerAbout const &about) {
  char const *const options[] = {"FID=id", "DESCRIPTION=Styles of QGIS", nullptr};
  auto *layer = target.CreateLayer("layer_styles", nullptr, wkbNone, const_cast<char **>(options));
  bool made = layer != nullptr;
  auto const add = [&](char const *name, OGRFieldType type, OGRFieldSubType kind = OFSTNone) {
    OGRFieldDefn field(name, type);
    field.SetSubType(kind);
    made = made && layer->CreateField(&field) == OGRERR_NONE;
  };
  for (char const *name : {"f_table_catalog", "f_table_schema", "f_table_name", "f_geometry_column",
                           "styleName", "styleQML", "styleSLD"})
    add(name, OFTString);
  add("useAsDefault", OFTInteger, OFSTBoolean);
  for (char const *name : {"description", "owner", "ui"})
    add(name, OFTString);
  add("update_time", OFTDateTime);
  for (std::size_t i = 0; made && i < about.styles.size(); ++i) {
    auto const &style = about.styles[i];
    OGRFeature row(layer->GetLayerDefn());
    for (char const *name : {"f_table_catalog", "f_table_schema", "styleSLD", "owner"})
      row.SetField(name, "");
    row.SetField("f_table_name", layer_name.c_str());
    row.SetField("f_geometry_column", "geom");
    row.SetField("styleName", style.name.c_str());
    row.SetField("styleQML", style.qml.c_str());
    row.SetField("useAsDefault", i == 0 ? 1 : 0);
    row.SetField("description", style.description.c_str());
    row.SetField("update_time", about.made.iso().c_str());
    made = layer->CreateFeature(&row) == OGRERR_NONE;
  }
  if (!made)
    throw Error(Text{"无法写入图层样式。", "The layer's styles cannot be written."},
                ExitCode::refused);
}

void write_ogr(Table const &table, std::string const &path, std::string const &driver_name,
               LayerAbout const &about) {
  init_gdal();
  GdalMessages messages;
  CPLConfigOptionSetter const date("OGR_CURRENT_DATE", about.made.iso().c_str(), false);
  auto *driver = GetGDALDriverManager()->GetDriverByName(driver_name.c_str());
  if (driver == nullptr)
    throw cannot_write(path, fmt::format("GDAL has no {} driver", driver_name));
  std::unique_ptr<GDALDataset> target(driver->Create(path.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
  if (target == nullptr) throw cannot_write(path, messages.last());
  bool const mapped = has_geometry(table);
  OGRSpatialReference srs;
  srs.importFromEPSG(driver_name == "GeoJSON" ? 4326 : kTrackerSrs);
  srs.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
  CPLStringList options;
  if (driver_name == "GeoJSON") {
    options.SetNameValue("RFC7946", "YES");
    // With 7, OGR takes a last digit 1 behind zeros for rounding noise and drops it.
    options.SetNameValue("COORDINATE_PRECISION", "9");
  } else {
    if (!about.title.empty()) options.SetNameValue("IDENTIFIER", in_both(about.title).c_str());
    std::string description;
    for (auto const &fact : about.facts)
      description += fmt::format("{}: {}\n", in_both(fact.label), in_both(fact.value));
    options.SetNameValue("DESCRIPTION", description.c_str());
    options.SetNameValue("GEOMETRY_NAME", "geom");
  }
  auto const type = !mapped ? wkbNone : (has_points_only(table) ? wkbPoint : wkbMultiPolygon);
  auto *layer = target->CreateLayer(table.layer.empty() ? "layer" : table.layer.c_str(),
                                    mapped ? &srs : nullptr, type, options.List());
  if (layer == nullptr) throw cannot_write(path, messages.last());
  for (auto const &column : table.columns) {
    // GeoJSON has no dates: a text stays as it is.
    bool const is_text = driver_name == "GeoJSON" && is_date(column.kind);
    OGRFieldDefn field(column.name.c_str(), is_text ? OFTString : field_type(column.kind));
    if (layer->CreateField(&field) != OGRERR_NONE) throw cannot_write(path, messages.last());
  }
  bool const in_transaction = target->StartTransaction(FALSE) == OGRERR_NONE;
  for (auto const &row : table.rows) {
    OGRFeature feature(layer->GetLayerDefn());
    for (std::size_t i = 0; i < table.columns.size() && i < row.cells.size(); ++i) {
      set_cell(feature, static_cast<int>(i), table.columns[i].kind, row.cells[i]);
    }
    if (mapped && row.geometry) feature.SetGeometryDirectly(to_ogr(*row.geometry).release());
    if (layer->CreateFeature(&feature) != OGRERR_NONE) throw cannot_write(path, messages.last());
  }
  if (mapped && driver_name == "GPKG" && !about.styles.empty())
    write_styles(*target, layer->GetName(), about);
  if (in_transaction && target->CommitTransaction() != OGRERR_NONE)
    throw cannot_write(path, messages.last());
  messages.clear();
  target.reset();
  if (!messages.last().empty() && !fs::exists(path)) throw cannot_write(path, messages.last());
}

/// The sheet that tells what the rows are.
Table notes_of(LayerAbout const &about) {
  Table notes;
  notes.layer = "说明 Notes";
  notes.columns = {
      {"项目 Item", CellKind::text}, {"中文", CellKind::text}, {"English", CellKind::text}};
  auto const add = [&](std::string item, Text const &text) {
    Row &row = notes.rows.emplace_back();
    row.number = static_cast<std::int64_t>(notes.rows.size()) + 1;
    row.cells = {std::move(item), text.zh, text.en};
  };
  for (auto const &fact : about.facts)
    add(in_both(fact.label), fact.value);
  for (auto const &column : about.columns)
    add(column.column, column.meaning);
  return notes;
}

}  // namespace

std::vector<std::string> const &writable_endings() {
  static std::vector<std::string> const endings{".gpkg", ".geojson", ".csv", ".xlsx"};
  return endings;
}

std::string csv_bytes(Table const &table) {
  std::string out = "\xEF\xBB\xBF";
  std::vector<std::string> line;
  for (auto const &column : table.columns)
    line.push_back(guarded(column.name));
  out += csv_line(line);
  for (auto const &row : table.rows) {
    line = row.cells;
    for (std::size_t i = 0; i < line.size() && i < table.columns.size(); ++i) {
      if (table.columns[i].kind == CellKind::text) line[i] = guarded(std::move(line[i]));
    }
    out += csv_line(line);
  }
  return out;
}

Result<Done> write_layer(Table const &table, std::string const &path, LayerAbout const &about) {
  static std::map<std::string, std::string> const drivers{{".gpkg", "GPKG"},
                                                          {".geojson", "GeoJSON"},
                                                          {".json", "GeoJSON"},
                                                          {".xlsx", "XLSX"},
                                                          {".csv", "CSV"}};
  auto const ending = ending_of(path);
  auto const driver = drivers.find(ending);
  if (driver == drivers.end()) {
    return Problem{ProblemCode::usage,
                   path,
                   "",
                   std::nullopt,
                   {fmt::format("不认识文件名的后缀“{}”。", ending),
                    fmt::format("The ending “{}” names no format that can be written.", ending)},
                   {fmt::format("请使用 {} 中的一种。", fmt::join(writable_endings(), "、")),
                    fmt::format("Use one of {}.", fmt::join(writable_endings(), ", "))}};
  }
  if (driver->second == "CSV") {
    write_whole(path, csv_bytes(with_lon_lat(table)));
    return Done{};
  }
  write_whole(path, [&](std::string const &draft) {
    if (driver->second != "XLSX") return write_ogr(table, draft, driver->second, about);
    Table const flat = with_lon_lat(table);
    Table const notes = notes_of(about);
    std::vector<Sheet> sheets{{table.layer, flat.columns, flat.rows}};
    if (!notes.rows.empty()) sheets.push_back({notes.layer, notes.columns, notes.rows});
    write_xlsx(sheets, about.title.empty() ? table.layer : in_both(about.title), about.made, draft);
  });
  return Done{};
}

}  // namespace wza::gis
