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

DatumHint hint(std::string_view zh, std::string_view en, std::string_view named, Frame frame) {
  auto const name = label(frame);
  return {frame,
          {fmt::format("{}“{}”像是 {}。", zh, named, name.zh),
           fmt::format("{} “{}” hints at {}.", en, named, name.en)}};
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

std::vector<DatumHint> datum_hints(Table const &table, Columns const &columns) {
  std::vector<DatumHint> out;
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
    out.push_back({frame,
                   {fmt::format("{} 行的坐标来源像是 {}。", rows, name.zh),
                    fmt::format("{} rows name a source that gives {}.", rows, name.en)}});
  }
  return out;
}

Problem with_words(Problem problem, std::span<DatumProposal const> proposals,
                   std::span<DatumHint const> hints) {
  for (auto const &proposal : proposals)
    problem.reason = proposal.added_to(std::move(problem.reason));
  for (auto const &hint : hints) {
    problem.reason.zh += hint.words.zh;
    problem.reason.en += ' ' + hint.words.en;
  }
  return problem;
}

DatumSaid said_by_format(Table const &table, std::span<DatumProposal const> proposals,
                         std::span<DatumHint const> hints) {
  auto const is_shifted = [](Frame frame) { return frame == Frame::gcj02 || frame == Frame::bd09; };
  bool const against = std::any_of(proposals.begin(), proposals.end(), [&](auto const &one) {
    return one.frame && is_shifted(*one.frame);
  });
  auto const agreeing = std::find_if(proposals.begin(), proposals.end(), [&](auto const &one) {
    return one.frame && !is_shifted(*one.frame);
  });
  bool const hinted = std::any_of(hints.begin(), hints.end(),
                                  [&](auto const &one) { return is_shifted(one.frame); });
  if (against || (hinted && agreeing == proposals.end())) {
    Problem problem{
        ProblemCode::undeclared_datum,
        table.source,
        "datum",
        std::nullopt,
        {"文件没有写明坐标系。按 GeoJSON 标准（RFC 7946）应是 WGS-84，但有迹象表明不是。",
         "The file does not say its datum. By the standard of GeoJSON (RFC 7946) it is WGS 84, but "
         "there are signs that it is not."},
        {"请核实后加上 --datum gcj02（高德、DataV）、bd09（百度）、cgcs2000 或 wgs84。",
         "Check, and add --datum gcj02 (AMap, DataV), bd09 (Baidu), cgcs2000 or wgs84."}};
    return {with_words(std::move(problem), proposals, hints), {}};
  }
  Text note{
      "文件没有写明坐标系，按 GeoJSON 标准（RFC 7946）当作 WGS-84；不对的话请用 --datum 说明。",
      "The file does not say its datum and was taken for WGS 84 by the standard of GeoJSON "
      "(RFC 7946); if that is wrong, say so with --datum."};
  return {{}, agreeing == proposals.end() ? note : agreeing->added_to(std::move(note))};
}

DatumSaid ask_datum(Tracker &tracker, Table const &table, Columns const &columns,
                    std::optional<Frame> datum, std::string_view id_field) {
  auto const declared = check_datum(table, columns, datum);
  bool const by_format = table.frame_by_format && !datum && !columns.has("datum") &&
                         std::any_of(table.rows.begin(), table.rows.end(),
                                     [](Row const &row) { return row.geometry.has_value(); });
  if (declared && !by_format) return {};
  std::vector<DeclaredPoint> named;
  std::vector<Pair> known, cameras;
  DeclaredPlaces const places(tracker);
  for (auto const &row : table.rows) {
    auto const pair = pair_of(columns, row);
    if (!pair || !*pair) continue;
    if (auto const place = places.beside_position(columns, row))
      named.emplace_back(**pair, place->code);
    if (!id_field.empty())
      pair_with_known(tracker, FacilityId(std::string(columns.cell(row, id_field))), **pair, known);
    if (auto const camera = camera_of(columns, row)) cameras.emplace_back(**pair, *camera);
  }
  std::vector<DatumProposal> proposals;
  auto const add = [&](std::optional<DatumProposal> proposal) {
    if (proposal) proposals.push_back(std::move(*proposal));
  };
  if (auto districts = load_districts(tracker); districts && !named.empty())
    add(propose_by_districts(named, DistrictIndex(std::move(*districts))));
  add(propose_by_pairs(known));
  add(propose_by_pairs(cameras));
  auto const hints = datum_hints(table, columns);
  if (!declared) return {with_words(declared.problem(), proposals, hints), {}};
  return said_by_format(table, proposals, hints);
}

}  // namespace wza::gis
