// SPDX-License-Identifier: Apache-2.0
#include "audit/jobs/layer_sheets.h"

#include "audit/jobs/layer_look.h"
#include "audit/pages/format.h"
#include "audit/pages/map.h"
#include "audit/text/texts.h"
#include "db/model/finding.h"
#include "db/model/retrofit.h"
#include "gis/geo/gpkg_blob.h"

#include <algorithm>
#include <functional>
#include <map>
#include <numeric>
#include <utility>

namespace wza::audit {
namespace {

/// How many of each category stand in each district that is drawn; beside them a row of those in
/// none.
class Counts {
 public:
  Counts(std::vector<gis::DistrictArea> const &areas, std::size_t categories)
      : m_counts(areas.size() + 1, std::vector<std::int64_t>(categories)) {
    for (std::size_t i = 0; i < areas.size(); ++i)
      m_row_of.emplace(areas[i].district.code, i);
  }

  void add(DistrictCode const &district, std::size_t category) {
    ++m_counts[row_of(district)][category];
  }
  std::vector<std::int64_t> const &at(std::size_t row) const { return m_counts[row]; }

 private:
  std::size_t row_of(DistrictCode const &district) const {
    if (auto const own = m_row_of.find(district); own != m_row_of.end()) return own->second;
    for (auto const &above : ancestors_of(district)) {
      if (auto const found = m_row_of.find(above); found != m_row_of.end()) return found->second;
    }
    return m_counts.size() - 1;
  }

  std::map<DistrictCode, std::size_t> m_row_of;
  std::vector<std::vector<std::int64_t>> m_counts;
};

MapSheet::Row row_of(std::string name, std::string code, std::vector<std::int64_t> const &counts) {
  MapSheet::Row row{std::move(name), std::move(code), {}};
  for (auto const count : counts)
    row.cells.push_back(grouped(count));
  row.cells.push_back(grouped(std::accumulate(counts.begin(), counts.end(), std::int64_t{0})));
  return row;
}

void fill_table(MapSheet &sheet, Counts const &counts, std::vector<gis::DistrictArea> const &areas,
                LayerLook const &look, Lang lang) {
  sheet.head.emplace_back(words(T::district, lang));
  for (auto const &category : look.categories)
    sheet.head.push_back(category.label);
  sheet.head.emplace_back(words(T::total, lang));
  std::vector<std::int64_t> total(look.categories.size());
  for (std::size_t i = 0; i <= areas.size(); ++i) {
    auto const &own = counts.at(i);
    std::transform(own.begin(), own.end(), total.begin(), total.begin(), std::plus());
    if (i < areas.size()) {
      auto const &district = areas[i].district;
      sheet.rows.push_back(row_of(district.name, district.code.value, own));
    } else if (std::any_of(own.begin(), own.end(), [](auto count) { return count > 0; })) {
      sheet.rows.push_back(row_of(std::string(words(T::map_without_district, lang)), "", own));
    }
  }
  sheet.rows.push_back(row_of(std::string(words(T::total, lang)), "", total));
}

T title_of(ExportLayer layer) {
  switch (layer) {
    case ExportLayer::facilities:
      return T::map_title_facilities;
    case ExportLayer::findings:
      return T::map_title_findings;
    case ExportLayer::inspections:
      return T::map_title_inspections;
    default:
      return T::map_title_retrofits;
  }
}

/// What of the layer a sheet is about: of findings, those of facilities that are to be mended.
bool on_sheet(ExportLayer layer, LayerRows const &rows, LayerRows::Row const &row) {
  if (layer != ExportLayer::findings) return true;
  auto const state = cell_of(rows, row, "state");
  return cell_of(rows, row, "kind") == "facility" &&
         (state == key(FindingState::open) || state == key(FindingState::reopened));
}

MapSheet points_sheet(Tracker &tracker, ExportLayer layer,
                      std::vector<gis::DistrictArea> const &areas, gis::MapPaper const &paper,
                      Lang lang) {
  auto const look = look_of(layer);
  auto const rows = read_layer_rows(tracker, layer);
  Counts counts(areas, look.categories.size());
  std::vector<gis::MapPoint> points;
  std::size_t placeless = 0;
  for (auto const &row : rows.rows) {
    if (!on_sheet(layer, rows, row)) continue;
    auto const category =
        std::ranges::find(look.categories, category_of(layer, rows, row), &gis::QmlCategory::value);
    if (category == look.categories.end()) continue;
    auto const kind = static_cast<std::size_t>(category - look.categories.begin());
    counts.add(DistrictCode(cell_of(rows, row, "district")), kind);
    auto const geometry = gis::from_blob(row.geom);
    auto const *point = geometry ? std::get_if<gis::Point>(&*geometry) : nullptr;
    if (point != nullptr) points.push_back({*point, kind});
    placeless += point == nullptr ? 1 : 0;
  }
  MapSheet sheet;
  sheet.title = words(title_of(layer), lang);
  sheet.caption = words(T::map_worst, lang);
  if (placeless > 0) sheet.notes.push_back(filled(T::map_without_place, lang, placeless));
  std::vector<gis::MapPointKind> kinds;
  for (auto const &category : look.categories)
    kinds.push_back({category.label, category.colour, category.shape, category.over});
  sheet.svg = gis::point_map(outlines_of(areas), std::move(points), kinds,
                             map_words(paper, sheet.title, sheet.caption));
  fill_table(sheet, counts, areas, look, lang);
  return sheet;
}

/// Homes stand on the map as the number of their district: they have no place of their own.
MapSheet retrofits_sheet(Tracker &tracker, std::vector<gis::DistrictArea> const &areas,
                         gis::MapPaper const &paper, Lang lang) {
  auto const look = look_of(ExportLayer::retrofits);
  auto const rows = read_layer_rows(tracker, ExportLayer::retrofits);
  Counts counts(areas, look.categories.size());
  for (auto const &row : rows.rows) {
    auto const state = from_key<RetrofitState>(cell_of(rows, row, "state"));
    if (state)
      counts.add(DistrictCode(cell_of(rows, row, "district")), static_cast<std::size_t>(*state));
  }
  MapSheet sheet;
  sheet.title = words(T::map_title_retrofits, lang);
  sheet.caption = words(T::map_internal, lang);
  auto words_of_map = map_words(paper, sheet.title, sheet.caption);
  words_of_map.legend = words(T::map_legend_homes, lang);
  std::vector<gis::MapCount> shown;
  auto const outlines = outlines_of(areas);
  for (std::size_t i = 0; i < outlines.size(); ++i) {
    auto const accepted = counts.at(i)[static_cast<std::size_t>(RetrofitState::accepted)];
    shown.push_back({outlines[i], accepted});
    shown.back().district.sentence =
        filled(T::map_home_count, lang, outlines[i].name, grouped(accepted));
  }
  sheet.svg = gis::count_map(shown, words_of_map);
  fill_table(sheet, counts, areas, look, lang);
  return sheet;
}

MapSheet districts_sheet(Tracker &tracker, gis::MapPaper const &paper, Lang lang) {
  Overview const table = overview(tracker);
  MapSheet sheet;
  sheet.title = words(T::map_title, lang);
  sheet.caption = words(T::map_caption, lang);
  sheet.svg = districts_map(tracker, table, lang, paper.medium);
  for (T const name : {T::district, T::facilities_inspected, T::facilities_failed})
    sheet.head.emplace_back(words(name, lang));
  for (auto const &row : table.rows) {
    sheet.rows.push_back(
        {row.name, row.code.value, {grouped(row.inspected), grouped(row.with_failures)}});
  }
  return sheet;
}

}  // namespace

MapSheet layer_sheet(Tracker &tracker, ExportLayer layer,
                     std::vector<gis::DistrictArea> const &areas, gis::MapPaper const &paper,
                     Lang lang) {
  if (layer == ExportLayer::districts) return districts_sheet(tracker, paper, lang);
  if (layer == ExportLayer::retrofits) return retrofits_sheet(tracker, areas, paper, lang);
  return points_sheet(tracker, layer, areas, paper, lang);
}

}  // namespace wza::audit
