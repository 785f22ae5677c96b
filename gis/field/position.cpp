// SPDX-License-Identifier: Apache-2.0
#include "gis/field/position.h"

#include "db/base/units.h"
#include "gis/geo/frames.h"
#include "gis/geo/gauss_kruger.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace wza::gis {
namespace {

struct FrameWord {
  std::string_view word;
  Frame frame;
};
constexpr std::array kFrameWords{
    FrameWord{"wgs84", Frame::wgs84},       FrameWord{"gps", Frame::wgs84},
    FrameWord{"epsg:4326", Frame::wgs84},   FrameWord{"4326", Frame::wgs84},
    FrameWord{"gnss", Frame::wgs84},        FrameWord{"cgcs2000", Frame::cgcs2000},
    FrameWord{"国家2000", Frame::cgcs2000}, FrameWord{"2000", Frame::cgcs2000},
    FrameWord{"天地图", Frame::cgcs2000},   FrameWord{"epsg:4490", Frame::cgcs2000},
    FrameWord{"4490", Frame::cgcs2000},     FrameWord{"gcj02", Frame::gcj02},
    FrameWord{"火星", Frame::gcj02},        FrameWord{"火星坐标", Frame::gcj02},
    FrameWord{"高德", Frame::gcj02},        FrameWord{"amap", Frame::gcj02},
    FrameWord{"腾讯", Frame::gcj02},        FrameWord{"tencent", Frame::gcj02},
    FrameWord{"bd09", Frame::bd09},         FrameWord{"bd09ll", Frame::bd09},
    FrameWord{"百度", Frame::bd09},         FrameWord{"baidu", Frame::bd09},
};

/// The central meridian of a zone that rows give beside metres, in a column of its own or as the
/// EPSG code of their system.
std::optional<int> meridian_of(Columns const &columns, Row const &row) {
  if (auto const degrees = parse_number(columns.cell(row, "meridian")))
    return static_cast<int>(*degrees);
  return zone_meridian(columns.cell(row, "datum"));
}

/// Metres of a Gauss-Kruger zone get the zone number before the easting, which stands first.
Result<Done> set_zone(Columns const &columns, Row const &row, RawPair &pair) {
  constexpr double kMostDegrees = 180;
  if (pair.frame != Frame::cgcs2000) return Done{};
  if (std::abs(pair.lon) <= kMostDegrees && std::abs(pair.lat) <= kMostDegrees) return Done{};
  auto const placed = as_zone_metres(pair.lon, pair.lat, meridian_of(columns, row));
  if (!placed) {
    return columns.problem(
        ProblemCode::bad_value, row, "lon",
        {"坐标像是平面坐标（米），但不知道是哪个高斯-克吕格带。",
         "The coordinates seem to be metres of a Gauss-Kruger zone, but of which is not said."},
        {"请在东坐标前加上带号（例如 38452132），或增加“中央经线”列（例如 114）。",
         "Write the zone number before the easting (38452132), or add a column “meridian” (114)."});
  }
  pair.lon = placed->east;
  pair.lat = placed->north;
  return Done{};
}

}  // namespace

std::vector<FieldWords> position_fields() {
  return {
      {"lon",
       {"经度", "longitude"},
       {"lon", "lng", "long", "longitude", "经度", "x", "坐标x", "东经"}},
      {"lat", {"纬度", "latitude"}, {"lat", "latitude", "纬度", "y", "坐标y", "北纬"}},
      {"datum", {"坐标系", "datum"}, {"datum", "坐标系", "坐标系统", "坐标类型", "crs"}},
      {"meridian",
       {"中央经线", "central meridian"},
       {"meridian", "centralmeridian", "中央经线", "中央子午线"}},
      {"source_app",
       {"坐标来源", "source of the position"},
       {"sourceapp", "坐标来源", "定位来源", "定位方式"}},
      {"accuracy",
       {"定位精度（米）", "accuracy (m)"},
       {"accuracy", "accuracym", "精度", "定位精度", "hdop"},
       Measures::quantity},
  };
}

std::optional<int> zone_meridian(std::string_view system) {
  auto word = ascii_lower(trimmed(system));
  if (word.starts_with("epsg:")) word.erase(0, 5);
  auto const code = parse_number(word);
  // EPSG 4534 to 4554: 3-degree zones by central meridian, 75 to 135.
  if (code && *code >= 4534 && *code <= 4554) return 75 + 3 * (static_cast<int>(*code) - 4534);
  return std::nullopt;
}

std::optional<Frame> frame_of(std::string_view word) {
  std::string plain = ascii_lower(trimmed(word));
  std::erase_if(plain, [](char c) { return c == ' ' || c == '-' || c == '_'; });
  for (std::string_view tail : {"坐标系", "坐标", "地图"}) {
    if (plain.size() > tail.size() && plain.ends_with(tail) && plain != "天地图") {
      plain.resize(plain.size() - tail.size());
    }
  }
  for (auto const &known : kFrameWords) {
    if (known.word == plain) return known.frame;
  }
  if (plain.starts_with("epsg:")) plain.erase(0, 5);
  auto const code = parse_number(plain);
  // EPSG 4491 to 4554: the Gauss-Kruger zones of CGCS2000.
  if (code && *code >= 4491 && *code <= 4554) return Frame::cgcs2000;
  return std::nullopt;
}

Result<Done> check_datum(Table const &table, Columns const &columns, std::optional<Frame> datum) {
  // Rows that are placed by code or address have nothing to be asked about.
  bool const by_columns = columns.has("lon") && columns.has("lat") &&
                          (table.rows.empty() ||
                           std::any_of(table.rows.begin(), table.rows.end(), [&](auto const &row) {
                             return !columns.cell(row, "lon").empty();
                           }));
  bool const by_geometry = std::any_of(table.rows.begin(), table.rows.end(),
                                       [](auto const &row) { return row.geometry.has_value(); });
  if (datum || columns.has("datum") || (!by_columns && !by_geometry)) return Done{};
  if (by_geometry && table.frame) return Done{};
  return Problem{ProblemCode::undeclared_datum,
                 table.source,
                 "datum",
                 std::nullopt,
                 {"文件没有说明坐标属于哪个坐标系；猜错会偏移 100 到 1500 米。",
                  "The file does not say which datum its coordinates are in; a wrong guess is 100 "
                  "to 1,500 m off."},
                 {"请加上 --datum：手机定位原始值用 wgs84，天地图和规划图用 "
                  "cgcs2000，高德、腾讯地图用 gcj02，百度地图用 bd09；"
                  "也可以在表中增加“坐标系”列。",
                  "Add --datum: wgs84 for raw phone positions, cgcs2000 for Tianditu and planning "
                  "maps, gcj02 for AMap and "
                  "Tencent, bd09 for Baidu; or add a column “datum”."}};
}

namespace {

Problem no_point(Columns const &columns, Row const &row) {
  auto problem = columns.problem(ProblemCode::bad_geometry, row, "lon",
                                 {"这一行的图形不是点。", "The geometry of this row is no point."},
                                 {"请用点表示设施的位置。", "Give the place as a point."});
  problem.field = "geometry";
  return problem;
}

}  // namespace

Result<std::optional<RawPoint>> pair_of(Columns const &columns, Row const &row) {
  if (row.geometry) {
    if (auto const *point = std::get_if<RawPoint>(&*row.geometry)) return std::optional(*point);
    return no_point(columns, row);
  }
  if (!row.geometry_fault.empty()) return no_point(columns, row);
  auto const lon_text = columns.cell(row, "lon");
  auto const lat_text = columns.cell(row, "lat");
  if (lon_text.empty() && lat_text.empty()) return std::optional<RawPoint>();
  RawPoint out;
  for (auto const &[field, text, value] :
       {std::tuple{"lon", lon_text, &out.lon}, std::tuple{"lat", lat_text, &out.lat}}) {
    auto const number = parse_number(text);
    if (!number) {
      // The cell is not quoted: in a table of homes it is personal.
      return columns.problem(
          ProblemCode::bad_number, row, field, {"坐标不是数字。", "The coordinate is no number."},
          {"请填写十进制的度，例如 113.5321；不要写度分秒或文字。",
           "Write decimal degrees, such as 113.5321; no minutes, seconds or words."});
    }
    *value = *number;
  }
  return std::optional(out);
}

Result<std::optional<RowPosition>> position_of(Table const &table, Columns const &columns,
                                               Row const &row, std::optional<Frame> datum) {
  auto const pair = pair_of(columns, row);
  if (!pair) return pair.problem();
  if (!*pair) return std::optional<RowPosition>();
  RowPosition out;
  auto frame = datum;
  if (auto const word = columns.cell(row, "datum"); !word.empty()) {
    frame = frame_of(word);
    if (!frame) {
      return columns.problem(
          ProblemCode::bad_value, row, "datum",
          {fmt::format("不认识坐标系“{}”。", utf8_prefix(word, 40)),
           fmt::format("“{}” is no datum that is known here.", utf8_prefix(word, 40))},
          {"请填写 wgs84、cgcs2000、gcj02 或 bd09。", "Write wgs84, cgcs2000, gcj02 or bd09."});
    }
  } else if (!frame && row.geometry) {
    frame = table.frame;
  }
  if (!frame) {
    return columns.problem(
        ProblemCode::undeclared_datum, row, "datum",
        {"这一行没有说明坐标系。", "This row does not say its datum."},
        {"请填写“坐标系”列，或者加上 --datum。", "Fill the datum column, or add --datum."});
  }
  if (!may_convert(*frame)) {
    return columns.problem(
        ProblemCode::configuration, row, "datum",
        {"本系统已设置为不把 GCJ-02、BD-09 坐标还原。",
         "This system is set not to convert GCJ-02 and BD-09 back."},
        {"请提供 CGCS2000 或 WGS-84 坐标；是否允许还原由管理员用 WZA_INVERSE_SHIFT 决定。",
         "Give CGCS2000 or WGS 84; the operator decides about it with WZA_INVERSE_SHIFT."});
  }
  out.raw = {(*pair)->lon, (*pair)->lat, *frame};
  if (!row.geometry) {
    if (auto const zone = set_zone(columns, row, out.raw); !zone) return zone.problem();
  }
  auto const point = Position<Frame::cgcs2000>::of(to_cgcs2000(out.raw));
  bool const swapped = out.raw.lat > 70 && out.raw.lat < 136 && out.raw.lon > 3 && out.raw.lon < 55;
  if (!point || swapped) {
    Text const reason =
        swapped ? Text{"经度和纬度好像填反了。", "Longitude and latitude seem to be swapped."}
                : Text{"坐标超出了地球的范围。", "The coordinates are no place on Earth."};
    return columns.problem(
        ProblemCode::bad_value, row, "lon", reason,
        {"请检查两列：中国的经度约为 73 到 135，纬度约为 4 到 54。",
         "Check the two columns: in China longitudes run from 73 to 135, latitudes from 4 to 54."});
  }
  out.point = *point;
  out.source_app = columns.optional_cell(row, "source_app");
  if (auto const text = columns.cell(row, "accuracy"); !text.empty()) {
    auto const unit = unit_of(columns.unit("accuracy")).value_or(*unit_of("m"));
    auto const metres = parse_quantity(text, unit);
    if (!metres || metres->dimension != Dimension::length || metres->si < 0) {
      return columns.problem(
          ProblemCode::bad_number, row, "accuracy",
          {"定位精度不是数字。", "The accuracy is no number."},
          {"请填写以米为单位的数字，或者留空。", "Write a number of metres, or leave it empty."});
    }
    out.accuracy = metres->si;
  }
  return std::optional(std::move(out));
}

Result<Located> district_of(DistrictIndex const &index, Columns const &columns, Row const &row,
                            Point point) {
  if (auto const found = index.locate(point)) return *found;
  return columns.problem(
      ProblemCode::outside_districts, row, "lon",
      {"该位置不在任何行政区内。", "The position lies in none of the districts."},
      {"请检查坐标和坐标系（--datum）；如果位置正确，请先导入它所在的行政区。",
       "Check the coordinates and the datum (--datum); if the place is right, import its district "
       "first."});
}

}  // namespace wza::gis
