// SPDX-License-Identifier: Apache-2.0
#include "gis/io/read_layer.h"

#include "gis/io/csv.h"
#include "gis/io/gdal.h"

#include <fmt/format.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <utility>

namespace wza::gis {
namespace {

namespace fs = std::filesystem;

Problem file_problem(ProblemCode code, std::string const &path, Text reason, Text remedy) {
  return {code, path, "", std::nullopt, std::move(reason), std::move(remedy)};
}

struct TransformDelete {
  void operator()(OGRCoordinateTransformation *t) const {
    OGRCoordinateTransformation::DestroyCT(t);
  }
};
using Transform = std::unique_ptr<OGRCoordinateTransformation, TransformDelete>;

/// What to do with the layer's coordinates.
struct Crs {
  std::optional<Frame> frame;
  Transform transform;  ///< none where the coordinates are taken as they are
  std::string name;
};

/// Datums without public parameters: converting them "ballpark" would be tens of metres wrong.
bool is_old_chinese_datum(OGRSpatialReference const &srs) {
  char const *datum = srs.GetAttrValue("DATUM");
  std::string const name = datum == nullptr ? "" : ascii_lower(datum);
  return name.find("beijing") != std::string::npos || name.find("xian") != std::string::npos;
}

Result<Crs> crs_of(OGRLayer &layer, std::string const &path, GdalMessages &messages) {
  Crs out;
  auto *srs = layer.GetSpatialRef();
  if (srs == nullptr) return out;
  out.name = srs->GetName() == nullptr ? "" : srs->GetName();
  if (srs->IsLocal() || (!srs->IsGeographic() && !srs->IsProjected())) return out;
  if (is_old_chinese_datum(*srs)) {
    return file_problem(
        ProblemCode::undeclared_datum, path,
        {fmt::format("该图层的坐标系是“{}”，它到 CGCS2000 没有公开的转换参数。", out.name),
         fmt::format("The layer's reference system is “{}”, which has no public way to CGCS2000.",
                     out.name)},
        {"请先由测绘部门转换为 CGCS2000，再导入。",
         "Have the surveying office convert it to CGCS2000, then import it."});
  }
  srs->SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
  char const *authority = srs->GetAuthorityCode(nullptr);
  std::string const code = authority == nullptr ? "" : authority;
  if (srs->IsGeographic() && (code == "4326" || code == "4979" || out.name == "WGS 84")) {
    out.frame = Frame::wgs84;
    return out;
  }
  if (srs->IsGeographic() && code == "4490") {
    out.frame = Frame::cgcs2000;
    return out;
  }
  OGRSpatialReference target;
  target.importFromEPSG(4490);
  target.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
  messages.clear();
  out.transform.reset(OGRCreateCoordinateTransformation(srs, &target));
  if (out.transform == nullptr) {
    return file_problem(
        ProblemCode::unreadable, path,
        {fmt::format("坐标系“{}”无法转换为 CGCS2000：{}", out.name, messages.last()),
         fmt::format("The reference system “{}” cannot be converted to CGCS2000: {}", out.name,
                     messages.last())},
        {"请先在 QGIS 中另存为 CGCS2000（EPSG:4490），再导入。",
         "Save the layer as CGCS2000 (EPSG:4490) in QGIS, then import it."});
  }
  out.frame = Frame::cgcs2000;
  return out;
}

RawRing ring_of(OGRLinearRing const &line) {
  RawRing ring;
  for (int i = 0; i < line.getNumPoints(); ++i)
    ring.push_back({line.getX(i), line.getY(i)});
  if (ring.size() > 1 && ring.front() == ring.back()) ring.pop_back();
  return ring;
}

void add_polygons(OGRGeometry const &shape, RawArea &out) {
  auto const type = wkbFlatten(shape.getGeometryType());
  if (type == wkbPolygon) {
    std::vector<RawRing> rings;
    for (auto const *ring : *shape.toPolygon())
      rings.push_back(ring_of(*ring));
    if (!rings.empty()) out.push_back(std::move(rings));
  } else if (OGR_GT_IsSubClassOf(type, wkbGeometryCollection)) {
    for (auto const *part : *shape.toGeometryCollection())
      add_polygons(*part, out);
  }
}

/// Fills the geometry of `row`, or its fault.
void take_geometry(std::unique_ptr<OGRGeometry> shape, Crs const &crs, GdalMessages &messages,
                   Row &row) {
  if (shape == nullptr || shape->IsEmpty()) return;
  messages.clear();
  if (crs.transform != nullptr && shape->transform(crs.transform.get()) != OGRERR_NONE) {
    row.geometry_fault = messages.last();
    return;
  }
  if (shape->hasCurveGeometry()) shape.reset(shape->getLinearGeometry());
  auto const type = wkbFlatten(shape->getGeometryType());
  if (type == wkbMultiPoint && shape->toMultiPoint()->getNumGeometries() == 1) {
    shape.reset(shape->toMultiPoint()->getGeometryRef(0)->clone());
  }
  if (wkbFlatten(shape->getGeometryType()) == wkbPoint) {
    row.geometry = RawPoint{shape->toPoint()->getX(), shape->toPoint()->getY()};
    return;
  }
  if (type != wkbPolygon && type != wkbMultiPolygon && type != wkbGeometryCollection) {
    row.geometry_fault = shape->getGeometryName();
    return;
  }
  messages.clear();
  if (!shape->IsValid()) {
    row.geometry_fault = messages.last();
    std::unique_ptr<OGRGeometry> valid(shape->MakeValid());
    if (valid == nullptr) return;
    shape = std::move(valid);
    row.repaired = true;
  }
  RawArea area;
  add_polygons(*shape, area);
  if (!area.empty()) row.geometry = std::move(area);
}

std::string cell_of(OGRFeature const &feature, int field) {
  if (!feature.IsFieldSetAndNotNull(field)) return {};
  auto const type = feature.GetFieldDefnRef(field)->GetType();
  if (type == OFTDate || type == OFTDateTime) {
    int year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, zone = 0;
    feature.GetFieldAsDateTime(field, &year, &month, &day, &hour, &minute, &second, &zone);
    if (type == OFTDate) return fmt::format("{:04}-{:02}-{:02}", year, month, day);
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}", year, month, day, hour, minute,
                       second);
  }
  if (type == OFTReal) {
    // Ten thousandths of a micrometre are no measurement: 0.1 + 0.2 comes from the spreadsheet.
    return fmt::format("{:.15g}", feature.GetFieldAsDouble(field));
  }
  return std::string(trimmed(feature.GetFieldAsString(field)));
}

Column column_of(OGRFieldDefn const &field) {
  CellKind kind = CellKind::text;
  if (field.GetType() == OFTInteger || field.GetType() == OFTInteger64) kind = CellKind::integer;
  if (field.GetType() == OFTReal) kind = CellKind::real;
  return {std::string(trimmed(field.GetNameRef())), kind};
}

Problem no_rows(std::string const &path) {
  return file_problem(
      ProblemCode::missing_value, path, {"该文件没有数据行。", "The file holds no rows of data."},
      {"请检查文件：第一行应为列名，数据从第二行开始。",
       "Check the file: the first row holds the column names, data begin in the second."});
}

Result<Table> read_csv_table(std::string const &path) {
  Table table;
  table.source = path;
  auto const read =
      read_csv(path, [&](std::int64_t number, std::span<std::string_view const> cells) {
        if (table.columns.empty()) {
          for (auto cell : cells)
            table.columns.push_back({std::string(cell), CellKind::text});
          return;
        }
        Row row;
        row.number = number;
        row.cells.assign(cells.begin(), cells.end());
        row.cells.resize(std::max(row.cells.size(), table.columns.size()));
        table.rows.push_back(std::move(row));
      });
  if (!read) return read.problem();
  if (table.rows.empty()) return no_rows(path);
  return table;
}

OGRLayer *choose_layer(GDALDataset &source, std::string const &wanted,
                       std::vector<std::string> &others) {
  OGRLayer *chosen = nullptr;
  for (auto *layer : source.GetLayers()) {
    bool const fits = wanted.empty() ? chosen == nullptr : wanted == layer->GetName();
    if (fits && chosen == nullptr) {
      chosen = layer;
    } else {
      others.emplace_back(layer->GetName());
    }
  }
  return chosen;
}

}  // namespace

RawGeometry raw_of(Geometry const &geometry) {
  auto const raw = [](Point p) { return RawPoint{p.degrees().lon, p.degrees().lat}; };
  if (auto const *point = std::get_if<Point>(&geometry)) return raw(*point);
  RawArea out;
  for (auto const &polygon : std::get<MultiPolygon>(geometry)) {
    auto &part = out.emplace_back();
    for (auto const &ring : polygon) {
      std::transform(ring.begin(), ring.end(), std::back_inserter(part.emplace_back()), raw);
    }
  }
  return out;
}

bool is_csv(std::string const &path) {
  auto const ending = ascii_lower(fs::path(path).extension().string());
  return ending == ".csv" || ending == ".tsv" || ending == ".txt";
}

Result<Done> check_file(std::string const &path) {
  std::error_code error;
  auto const status = fs::status(path, error);
  if (!fs::exists(status)) {
    return file_problem(ProblemCode::not_found, path, {"没有这个文件。", "There is no such file."},
                        {"请检查文件名和所在文件夹。", "Check the name and the folder."});
  }
  if (fs::is_directory(status)) {
    return file_problem(ProblemCode::unreadable, path,
                        {"这是文件夹，不是文件。", "This is a folder, not a file."},
                        {"请写出文件夹中的文件名，例如 .shp 或 .gpkg 文件。",
                         "Name the file in the folder, for example the .shp or .gpkg file."});
  }
  if (fs::is_regular_file(status) && fs::file_size(path, error) == 0) {
    return file_problem(ProblemCode::unreadable, path, {"该文件是空的。", "The file is empty."},
                        {"请重新导出或复制该文件。", "Export or copy the file again."});
  }
  return Done{};
}

Result<Table> read_layer(std::string const &path, ReadOptions const &options) {
  if (auto const checked = check_file(path); !checked) return checked.problem();
  if (is_csv(path)) return read_csv_table(path);

  GdalMessages messages;
  std::unique_ptr<GDALDataset> const source(
      GDALDataset::Open(path.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY));
  if (source == nullptr) {
    return file_problem(
        ProblemCode::unreadable, path,
        {"该文件不是能读取的表格或地图文件，或者已经损坏。",
         "The file is no table or map file that can be read, or it is damaged."},
        {"能读取的格式有 "
         "CSV、XLSX、XLS、ODS、GeoJSON、GPKG、SHP、KML。请用原软件打开后另存为其中一种。",
         "CSV, XLSX, XLS, ODS, GeoJSON, GPKG, SHP and KML can be read. Open it in the program it "
         "came from and save it as one of these."});
  }
  Table table;
  table.source = path;
  OGRLayer *layer = choose_layer(*source, options.layer, table.other_layers);
  if (layer == nullptr) {
    return file_problem(ProblemCode::not_found, path,
                        {fmt::format("文件中没有工作表或图层“{}”。", options.layer),
                         fmt::format("The file has no sheet or layer “{}”.", options.layer)},
                        {fmt::format("文件中有：{}。", fmt::join(table.other_layers, "、")),
                         fmt::format("It has: {}.", fmt::join(table.other_layers, ", "))});
  }
  table.layer = layer->GetName();
  auto crs = crs_of(*layer, path, messages);
  if (!crs) return crs.problem();
  table.frame = crs->frame;
  table.crs = crs->name;
  auto const *definition = layer->GetLayerDefn();
  for (int i = 0; i < definition->GetFieldCount(); ++i) {
    table.columns.push_back(column_of(*definition->GetFieldDefn(i)));
  }
  messages.clear();
  layer->ResetReading();
  while (auto feature = std::unique_ptr<OGRFeature>(layer->GetNextFeature())) {
    Row row;
    row.number = feature->GetFID();
    for (int i = 0; i < definition->GetFieldCount(); ++i)
      row.cells.push_back(cell_of(*feature, i));
    take_geometry(std::unique_ptr<OGRGeometry>(feature->StealGeometry()), *crs, messages, row);
    bool const blank = !row.geometry && row.geometry_fault.empty() &&
                       std::all_of(row.cells.begin(), row.cells.end(),
                                   [](auto const &cell) { return cell.empty(); });
    if (!blank) table.rows.push_back(std::move(row));
  }
  if (table.rows.empty()) return no_rows(path);
  return table;
}

}  // namespace wza::gis
