// SPDX-License-Identifier: Apache-2.0
#include "gis/field/position.h"

#include "db/base/units.h"
#include "gis/geo/frames.h"

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

/// The place of a row in double degrees, before any frame is known.
Result<std::optional<RawPoint>> pair_of(Columns const &columns, Row const &row) {
  if (row.geometry) {
    if (auto const *point = std::get_if<RawPoint>(&*row.geometry)) return std::optional(*point);
    return columns.problem(ProblemCode::bad_geometry, row, "lon",
                           {"这一行的图形不是点。", "The geometry of this row is no point."},
                           {"请用点表示设施的位置。", "Give the place as a point."});
  }
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

}  // namespace

std::vector<FieldWords> position_fields() {
  return {
      {"lon",
       {"经度", "longitude"},
       {"lon", "lng", "long", "longitude", "经度", "x", "坐标x", "东经"}},
      {"lat", {"纬度", "latitude"}, {"lat", "latitude", "纬度", "y", "坐标y", "北纬"}},
      {"datum", {"坐标系", "datum"}, {"datum", "坐标系", "坐标系统", "坐标类型", "crs"}},
      {"source_app",
       {"坐标来源", "source of the position"},
       {"sourceapp", "坐标来源", "定位来源", "定位方式"}},
      {"accuracy",
       {"定位精度（米）", "accuracy (m)"},
       {"accuracy", "accuracym", "精度", "定位精度", "hdop"}},
  };
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
  return std::nullopt;
}

Result<Done> check_datum(Table const &table, Columns const &columns, std::optional<Frame> datum) {
  bool const by_columns = columns.has("lon") && columns.has("lat");
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
  out.raw = {(*pair)->lon, (*pair)->lat, *frame};
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
    auto const metres = parse_quantity(text, *unit_of("m"));
    if (!metres || metres->si < 0) {
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
