// SPDX-License-Identifier: Apache-2.0
#include "gis/field/datum_evidence.h"

#include "db/store/facilities.h"
#include "db/store/photos.h"
#include "gis/districts/load.h"
#include "gis/districts/propose_datum.h"
#include "gis/field/declared_place.h"
#include "gis/field/position.h"
#include "gis/geo/frames.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>

namespace wza::gis {
namespace {

using Pair = std::pair<RawPoint, Point>;

struct HintWord {
  std::string_view word;  ///< ASCII in lower case
  Frame frame;
};
// DataV, from which many boundary files come, gives AMap's.
constexpr std::array kHints{
    HintWord{"gcj", Frame::gcj02},
    HintWord{"火星", Frame::gcj02},
    HintWord{"高德", Frame::gcj02},
    HintWord{"amap", Frame::gcj02},
    HintWord{"腾讯", Frame::gcj02},
    HintWord{"tencent", Frame::gcj02},
    HintWord{"datav", Frame::gcj02},
    HintWord{"acroutes", Frame::gcj02},
    HintWord{"subfeatureindex", Frame::gcj02},
    HintWord{"bd09", Frame::bd09},
    HintWord{"bd-09", Frame::bd09},
    HintWord{"bd_09", Frame::bd09},
    HintWord{"百度", Frame::bd09},
    HintWord{"baidu", Frame::bd09},
    HintWord{"wgs", Frame::wgs84},
    HintWord{"cgcs", Frame::cgcs2000},
    HintWord{"国家2000", Frame::cgcs2000},
    HintWord{"天地图", Frame::cgcs2000},
    HintWord{"tianditu", Frame::cgcs2000},
};

Text hint(std::string_view zh, std::string_view en, std::string_view named, Frame frame) {
  auto const name = label(frame);
  return {fmt::format("{}“{}”像是 {}。", zh, named, name.zh),
          fmt::format("{} “{}” hints at {}.", en, named, name.en)};
}

std::optional<Point> place_of(RawPosition const &raw) {
  auto const frame = from_key<Frame>(raw.datum);
  return frame ? Point::of(to_cgcs2000(RawPair{raw.lon, raw.lat, *frame})) : std::nullopt;
}

/// Where the facility of the row is known to be: its own position, else those of its photos.
void pair_with_known(Tracker &tracker, FacilityId const &id, RawPoint at, std::vector<Pair> &out) {
  auto const facility = FacilityStore(tracker).find(id);
  if (!facility) return;
  if (facility->raw) {
    if (auto const known = place_of(*facility->raw)) out.emplace_back(at, *known);
    return;
  }
  for (auto const &photo : PhotoStore(tracker).of_facility(id)) {
    auto const known = photo.camera ? place_of(*photo.camera) : std::nullopt;
    if (known) out.emplace_back(at, *known);
  }
}

std::optional<Point> camera_of(Columns const &columns, Row const &row) {
  auto const lon = parse_number(columns.cell(row, "camera_lon"));
  auto const lat = parse_number(columns.cell(row, "camera_lat"));
  return lon && lat ? Point::of({*lon, *lat}) : std::nullopt;
}

void add(Problem &problem, std::optional<DatumProposal> const &proposal) {
  if (proposal) problem.reason = proposal->added_to(std::move(problem.reason));
}

}  // namespace

std::vector<FieldWords> camera_fields() {
  return {
      {"camera_lon",
       {"照片经度", "longitude of the photo"},
       {"照片经度", "exif经度", "exiflon", "exiflongitude", "gpslongitude", "photolon"}},
      {"camera_lat",
       {"照片纬度", "latitude of the photo"},
       {"照片纬度", "exif纬度", "exiflat", "exiflatitude", "gpslatitude", "photolat"}},
  };
}

std::optional<Frame> frame_hinted_in(std::string_view text) {
  for (auto const &known : kHints) {
    if (ascii_icontains(text, known.word)) return known.frame;
  }
  return std::nullopt;
}

std::vector<Text> datum_hints(Table const &table, Columns const &columns) {
  std::vector<Text> out;
  for (auto const &column : table.columns) {
    if (auto const frame = frame_hinted_in(column.name))
      out.push_back(hint("列名", "The column", utf8_prefix(column.name, 60), *frame));
  }
  auto const file = std::filesystem::path(table.source).filename().string();
  if (auto const frame = frame_hinted_in(file))
    out.push_back(hint("文件名", "The file's name", utf8_prefix(file, 60), *frame));
  if (auto const frame = frame_hinted_in(table.layer); frame && table.layer != file)
    out.push_back(hint("图层名", "The layer", utf8_prefix(table.layer, 60), *frame));
  std::map<Frame, int> apps;
  for (auto const &row : table.rows) {
    if (auto const frame = frame_hinted_in(columns.cell(row, "source_app"))) ++apps[*frame];
  }
  for (auto const &[frame, rows] : apps) {
    auto const name = label(frame);
    out.push_back({fmt::format("{} 行的坐标来源像是 {}。", rows, name.zh),
                   fmt::format("{} rows name a source that gives {}.", rows, name.en)});
  }
  return out;
}

Problem with_evidence(Problem problem, Tracker &tracker, Table const &table, Columns const &columns,
                      std::string_view id_field) {
  std::vector<DeclaredPoint> declared;
  std::vector<Pair> known, cameras;
  DeclaredPlaces const places(tracker);
  for (auto const &row : table.rows) {
    auto const pair = pair_of(columns, row);
    if (!pair || !*pair) continue;
    if (auto const place = places.beside_position(columns, row))
      declared.emplace_back(**pair, place->code);
    if (!id_field.empty())
      pair_with_known(tracker, FacilityId(std::string(columns.cell(row, id_field))), **pair, known);
    if (auto const camera = camera_of(columns, row)) cameras.emplace_back(**pair, *camera);
  }
  if (auto districts = load_districts(tracker); districts && !declared.empty())
    add(problem, propose_by_districts(declared, DistrictIndex(std::move(*districts))));
  add(problem, propose_by_pairs(known));
  add(problem, propose_by_pairs(cameras));
  for (auto const &told : datum_hints(table, columns)) {
    problem.reason.zh += told.zh;
    problem.reason.en += ' ' + told.en;
  }
  return problem;
}

}  // namespace wza::gis
