// SPDX-License-Identifier: Apache-2.0
#include "gis/districts/load.h"

#include "db/store/districts.h"
#include "gis/field/position.h"
#include "gis/geo/frames.h"
#include "gis/geo/gpkg_blob.h"

#include <fmt/format.h>

#include <map>

namespace wza::gis {
namespace {

std::vector<FieldWords> district_fields() {
  return {
      {"code",
       {"行政区划代码", "district code"},
       {"行政区划代码", "区划代码", "code", "adcode", "行政代码", "区划码", "代码", "gb", "pac",
        "xzqdm", "districtcode", "id"}},
      {"name",
       {"名称", "name"},
       {"名称", "行政区名称", "区划名称", "name", "xzqmc", "区县名称", "乡镇名称", "地名", "namezh",
        "districtname", "fullname"}},
      {"datum", {"坐标系", "datum"}, {"datum", "坐标系"}},
  };
}

/// The area in CGCS2000; nothing where a vertex is no place on Earth or nothing is left.
std::optional<MultiPolygon> converted(RawArea const &area, Frame frame) {
  MultiPolygon out;
  for (auto const &polygon : area) {
    Polygon part;
    for (auto const &ring : polygon) {
      Ring line;
      for (auto const &p : ring) {
        auto const point = Point::of(to_cgcs2000(RawPair{p.lon, p.lat, frame}));
        if (!point) return std::nullopt;
        if (line.empty() || line.back() != *point) line.push_back(*point);
      }
      if (line.size() > 1 && line.front() == line.back()) line.pop_back();
      if (line.size() >= 3) part.push_back(std::move(line));
    }
    if (!part.empty()) out.push_back(std::move(part));
  }
  if (out.empty()) return std::nullopt;
  return out;
}

}  // namespace

Result<std::vector<DistrictArea>> load_districts(Tracker &tracker) {
  std::vector<DistrictArea> out;
  for (auto &stored : DistrictStore(tracker).with_boundary()) {
    auto const geometry = from_blob(stored.geom);
    if (!geometry || !std::holds_alternative<MultiPolygon>(*geometry)) {
      throw TrackerError(Text{
          fmt::format("跟踪库中行政区 {} 的边界已损坏。请重新导入行政区划。",
                      stored.district.code.value),
          fmt::format(
              "The boundary of district {} in the tracker is damaged. Import the districts again.",
              stored.district.code.value)});
    }
    out.push_back({std::move(stored.district), std::get<MultiPolygon>(*geometry)});
  }
  if (out.empty()) {
    return Problem{
        ProblemCode::not_found,
        tracker.path().string(),
        "districts",
        std::nullopt,
        {"跟踪库中还没有行政区划的边界。", "The tracker has no district boundaries yet."},
        {"请先用 wza import districts 导入行政区划。",
         "Import them first with wza import districts."}};
  }
  return out;
}

Result<DistrictRows> read_districts(Table const &table, ChosenColumns const &chosen,
                                    std::optional<Frame> datum, Synonyms const &synonyms) {
  auto const columns = Columns::of(table, district_fields(), chosen, synonyms);
  if (!columns) return columns.problem();
  if (auto const there = columns->require({"code", "name"}); !there) return there.problem();
  // A table of codes and names alone has no datum to be asked for.
  bool const drawn = std::any_of(table.rows.begin(), table.rows.end(), [](auto const &row) {
    return row.geometry || !row.geometry_fault.empty();
  });
  auto const frame = !drawn ? Frame::cgcs2000 : datum ? datum : table.frame;
  if (!frame) {
    return Problem{
        ProblemCode::undeclared_datum,
        table.source,
        "datum",
        std::nullopt,
        {"边界文件没有说明坐标系。", "The boundary file does not say its reference system."},
        {"请加上 --datum cgcs2000（天地图、规划图）、wgs84（OpenStreetMap）或 gcj02（高德、DataV "
         "的边界）。",
         "Add --datum cgcs2000 (Tianditu, planning maps), wgs84 (OpenStreetMap) or gcj02 (AMap, "
         "DataV)."}};
  }
  if (!may_convert(*frame)) {
    return Problem{
        ProblemCode::configuration,
        table.source,
        "datum",
        std::nullopt,
        {"本系统已设置为不把 GCJ-02、BD-09 坐标还原。",
         "This system is set not to convert GCJ-02 and BD-09 back."},
        {"请使用天地图等 CGCS2000 边界；是否允许还原由管理员用 WZA_INVERSE_SHIFT 决定。",
         "Use boundaries in CGCS2000, as of Tianditu; the operator decides about it with "
         "WZA_INVERSE_SHIFT."}};
  }
  DistrictRows out;
  out.columns = columns->matches();
  std::map<DistrictCode, std::int64_t> seen;
  for (auto const &row : table.rows) {
    auto const code = canonical_code(columns->cell(row, "code"));
    if (!code) {
      out.refused.push_back(columns->problem(
          ProblemCode::bad_value, row, "code",
          {fmt::format("“{}”不是行政区划代码。", utf8_prefix(columns->cell(row, "code"), 40)),
           fmt::format("“{}” is no district code.", utf8_prefix(columns->cell(row, "code"), 40))},
          {"请填写 6 位（县级以上）、9 位（乡镇）或 12 位（村）的代码。",
           "Write a code of 6 digits (county and above), 9 (township) or 12 (village)."}));
      continue;
    }
    if (auto const [at, is_new] = seen.emplace(*code, row.number); !is_new) {
      out.refused.push_back(columns->problem(
          ProblemCode::duplicate, row, "code",
          {fmt::format("代码 {} 在第 {} 行已经有了。", code->value, at->second),
           fmt::format("Code {} stands in row {} already.", code->value, at->second)},
          {"请合并为一行，或改正代码。", "Merge the rows or correct the code."}));
      continue;
    }
    auto const *area = row.geometry ? std::get_if<RawArea>(&*row.geometry) : nullptr;
    auto shape = area == nullptr ? std::nullopt : converted(*area, *frame);
    if (!drawn) shape = MultiPolygon();
    if (!shape) {
      out.refused.push_back(columns->problem(
          ProblemCode::bad_geometry, row, "code",
          {fmt::format("代码 {} 没有可用的边界{}。", code->value,
                       row.geometry_fault.empty() ? "" : "（" + row.geometry_fault + "）"),
           fmt::format("Code {} has no usable boundary{}.", code->value,
                       row.geometry_fault.empty() ? "" : " (" + row.geometry_fault + ")")},
          {"请检查该行的图形；边界必须是面。",
           "Check the geometry of this row; a boundary is a polygon."}));
      continue;
    }
    District district;
    district.code = *code;
    district.name = std::string(columns->cell(row, "name"));
    if (district.name.empty()) district.name = code->value;
    district.level = level_of(*code);
    out.entries.push_back({{std::move(district), std::move(*shape)},
                           row.number,
                           row.repaired,
                           row.geometry_fault,
                           *frame});
  }
  return out;
}

}  // namespace wza::gis
