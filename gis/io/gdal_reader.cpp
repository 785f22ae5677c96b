// SPDX-License-Identifier: Apache-2.0
#include "gis/io/gdal_reader.h"

#include "gis/io/gdal.h"
#include "gis/io/gdal_geometry.h"
#include "gis/io/gdal_photo.h"
#include "gis/io/passed_limits.h"
#include "gis/io/vsi_file.h"
#include "gis/io/xlsx_parts.h"
#include "gis/io/zipped_shape.h"

#include <fmt/format.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <memory>
#include <utility>

namespace wza::gis {
namespace {

/// A number as a spreadsheet keeps it in its file ("0.30000000000000004", "1E-4") as it shows it;
/// other text as it is. What is too long to be shown whole stays: an identity number is no number.
std::string without_rounding(std::string_view text) {
  bool const small = text.find("E-") != std::string_view::npos;
  if (!small && (text.size() < 17 || text.find('.') == std::string_view::npos))
    return std::string(text);
  double value = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  bool const number = error == std::errc() && end == text.data() + text.size();
  if (!number || text.find("E+") != std::string_view::npos) return std::string(text);
  if (!small) return fmt::format("{:.15g}", value);
  auto plain = fmt::format("{:.15f}", value);
  plain.resize(plain.find_last_not_of('0') + 1);
  return plain;
}

/// "+08:00", where a time says so; nothing for UTC, and for times that say nothing. OGRField::Date
/// keeps quarters of an hour from 100, which is UTC.
std::string zone_words(int zone) {
  constexpr int kLocal = 1, kUtc = 100;
  if (zone <= kLocal || zone == kUtc) return {};
  int const minutes = std::abs(zone - kUtc) * 15;
  return fmt::format("{}{:02}:{:02}", zone < kUtc ? '-' : '+', minutes / 60, minutes % 60);
}

std::string cell_of(OGRFeature const &feature, int field) {
  if (!feature.IsFieldSetAndNotNull(field)) return {};
  auto const type = feature.GetFieldDefnRef(field)->GetType();
  if (type == OFTDate || type == OFTDateTime) {
    int year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, zone = 0;
    feature.GetFieldAsDateTime(field, &year, &month, &day, &hour, &minute, &second, &zone);
    if (type == OFTDate) return fmt::format("{:04}-{:02}-{:02}", year, month, day);
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}{}", year, month, day, hour, minute,
                       second, zone_words(zone));
  }
  if (type == OFTReal) {
    // Ten thousandths of a micrometre are no measurement: 0.1 + 0.2 comes from the spreadsheet.
    return fmt::format("{:.15g}", feature.GetFieldAsDouble(field));
  }
  return without_rounding(trimmed(feature.GetFieldAsString(field)));
}

Column column_of(OGRFieldDefn const &field) {
  CellKind kind = CellKind::text;
  if (field.GetType() == OFTInteger || field.GetType() == OFTInteger64) kind = CellKind::integer;
  if (field.GetType() == OFTReal) kind = CellKind::real;
  return {std::string(trimmed(field.GetNameRef())), kind};
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

/// What GDAL may not do, whatever a file or the environment asks for.
void set_up_gdal(Format const &format, bool large) {
  CPLSetConfigOption("OGR_GEOJSON_MAX_OBJ_SIZE", std::to_string(most_of_a_shape(large)).c_str());
  for (auto const &[name, value] : {std::pair{"GDAL_DRIVER_PATH", "disable"},
                                    {"GDAL_PYTHON_DRIVER_PATH", ""},
                                    {"CPL_VSIL_CURL_ALLOWED_EXTENSIONS", "{none}"},
                                    {"OGR_SQLITE_PRAGMA", "trusted_schema=0,cell_size_check=1"},
                                    {"GML_SKIP_RESOLVE_ELEMS", "ALL"},
                                    // A slope of 1:10 is no time of day.
                                    {"OGR_GEOJSON_DATE_AS_STRING", "YES"},
                                    // The header is looked for by ourselves.
                                    {"OGR_XLSX_HEADERS", "DISABLE"},
                                    {"OGR_ODS_HEADERS", "DISABLE"},
                                    {"OGR_XLS_HEADERS", "DISABLE"}}) {
    CPLSetConfigOption(name, value);
  }
  format.register_driver();
}

Row row_of(OGRFeature &feature, Crs const &crs, bool repair, GdalMessages &messages) {
  Row row;
  row.number = feature.GetFID();
  for (int i = 0; i < feature.GetFieldCount(); ++i)
    row.cells.push_back(cell_of(feature, i));
  take_geometry(std::unique_ptr<OGRGeometry>(feature.StealGeometry()), crs, repair, messages, row);
  return row;
}

bool is_blank(Row const &row) {
  return !row.geometry && row.geometry_fault.empty() &&
         std::all_of(row.cells.begin(), row.cells.end(),
                     [](auto const &cell) { return cell.empty(); });
}

int index_of(GDALDataset &source, OGRLayer const &layer) {
  int index = 0;
  for (auto *other : source.GetLayers()) {
    if (other == &layer) break;
    ++index;
  }
  return index;
}

Problem days_from_1904() {
  return nameless_refusal(
      ProblemCode::bad_date,
      {"该工作簿从 1904 年起计算日期，读出的日期会差四年。",
       "The workbook counts its days from 1904, so dates would be read four years off."},
      {"请在 Excel 的选项中取消“使用 1904 日期系统”，核对日期后另存。",
       "Switch off “Use 1904 date system” in Excel's options, check the dates and save."});
}

/// All rows of the layer. A Problem where GDAL gave up half-way: a part is not the whole.
Result<Done> send_rows(OGRLayer &layer, Crs const &crs, bool repair, bool grid,
                       CellFormats const &formats, GdalMessages &messages, TableSink &sink) {
  layer.ResetReading();
  std::int64_t number = 0;
  for (;;) {
    CPLErrorReset();
    std::unique_ptr<OGRFeature> const feature(layer.GetNextFeature());
    if (feature == nullptr) break;
    Row row = row_of(*feature, crs, repair, messages);
    // People count features from 1, whatever the file calls them.
    row.number = number = grid ? row.number : number + 1;
    for (std::size_t i = 0; !formats.empty() && i < row.cells.size(); ++i) {
      auto const shown = formats.at(number, static_cast<std::int64_t>(i) + 1);
      if (shown) row.cells[i] = as_shown(std::move(row.cells[i]), *shown);
    }
    if (!is_blank(row)) sink.row(std::move(row));
  }
  if (CPLGetLastErrorType() < CE_Failure) return Done{};
  return nameless_refusal(
      ProblemCode::unreadable,
      {fmt::format("该文件从第 {} 行之后读不下去了，可能已经损坏。", number),
       fmt::format("The file cannot be read beyond row {}; it may be damaged.", number)},
      {"请用原软件打开后另存，再导入。",
       "Open it in the program it came from, save it again and import it."});
}

/// What keeps a driver from doing more than reading the file.
std::vector<char const *> open_options(Format const &format) {
  if (format.ending == ".gpkg") return {"IMMUTABLE=YES", nullptr};
  if (format.ending == ".gml") return {"DOWNLOAD_SCHEMA=NO", "WRITE_GFS=NO", nullptr};
  return {nullptr};
}

/// Whether a JSON file has a member "crs" at its top: GDAL does not tell it from none.
bool names_crs(std::string const &path) {
  VsiFile const file(VSIFOpenL(path.c_str(), "rb"));
  if (file == nullptr) return false;
  std::array<char, 1 << 16> block;
  std::string word;  // of the string that was read last, its beginning
  bool in_string = false, escaped = false;
  int depth = 0;
  while (auto const got = VSIFReadL(block.data(), 1, block.size(), file.get())) {
    for (char const c : std::string_view(block.data(), got)) {
      if (in_string) {
        if (!escaped && c == '"') {
          in_string = false;
        } else if (word.size() < 4) {
          word += c;
        }
        escaped = !escaped && c == '\\';
      } else if (c == '"') {
        in_string = true;
        word.clear();
      } else if (c == ':' && depth == 1 && word == "crs") {
        return true;
      } else {
        depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
      }
    }
  }
  return false;
}

bool is_geojson(Format const &format) {
  return format.ending == ".json" || format.ending.starts_with(".geojson");
}

/// `others` are layers of the same file that `path` does not show.
Result<Done> read_source(std::string const &path, Format const &format, LayerWish const &wish,
                         std::vector<std::string> const &others, TableSink &sink) {
  GdalMessages messages;
  auto const options = open_options(format);
  std::unique_ptr<GDALDataset> const source(
      GDALDataset::Open(path.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY, nullptr, options.data()));
  if (source == nullptr)
    return limit_passed(path, format, messages, wish.large).value_or(no_table({}));
  Table head;
  head.other_layers = others;
  OGRLayer *layer = choose_layer(*source, wish.layer, head.other_layers);
  if (layer == nullptr) {
    if (head.other_layers.empty())
      return limit_passed(path, format, messages, wish.large).value_or(no_table({}));
    return nameless_refusal(ProblemCode::not_found,
                            {fmt::format("文件中没有工作表或图层“{}”。", wish.layer),
                             fmt::format("The file has no sheet or layer “{}”.", wish.layer)},
                            {fmt::format("文件中有：{}。", fmt::join(head.other_layers, "、")),
                             fmt::format("It has: {}.", fmt::join(head.other_layers, ", "))});
  }
  head.layer = layer->GetName();
  auto crs = crs_of(*layer, messages);
  if (!crs) return crs.problem();
  head.frame = crs->frame;
  head.crs = crs->name;
  head.frame_by_format = head.frame && is_geojson(format) && !names_crs(path);
  auto const *definition = layer->GetLayerDefn();
  for (int i = 0; !format.grid && i < definition->GetFieldCount(); ++i)
    head.columns.push_back(column_of(*definition->GetFieldDefn(i)));
  bool const workbook = format.ending == ".xlsx" || format.ending == ".xlsm";
  if (workbook && counts_days_from_1904(path)) return days_from_1904();
  sink.begin(head);
  CellFormats formats;
  if (workbook) {
    read_merged_cells(path, index_of(*source, *layer), sink);
    formats = read_cell_formats(path, index_of(*source, *layer));
  }
  auto sent = send_rows(*layer, *crs, wish.repair_areas, format.grid, formats, messages, sink);
  if (sent) return sent;
  return limit_passed(path, format, messages, wish.large).value_or(sent.problem());
}

}  // namespace

Problem no_table(std::string const &path) {
  return {ProblemCode::unreadable,
          path,
          "",
          std::nullopt,
          {"该文件不是能读取的表格或地图文件，或者已经损坏。",
           "The file is no table or map file that can be read, or it is damaged."},
          {fmt::format("能读取的格式有 {}。请用原软件打开后另存为其中一种。", readable_names("、")),
           fmt::format("{} can be read. Open it in the program it came from and save it as one of "
                       "these.",
                       readable_names(", "))}};
}

Result<Done> read_with_gdal(std::string const &path, Format const &format, LayerWish const &wish,
                            TableSink &sink) {
  set_up_gdal(format, wish.large);
  if (format.photo) return read_photo_with_gdal(path, sink);
  if (format.ending == ".zip") {
    auto const shape = shape_in_zip(path, wish.layer);
    if (!shape) return shape.problem();
    return read_source(shape->path, format, {{}, wish.repair_areas, wish.large, false},
                       shape->others, sink);
  }
  return read_source(path, format, wish, {}, sink);
}

}  // namespace wza::gis
