// SPDX-License-Identifier: Apache-2.0
#include "audit/pages/map.h"

#include "audit/http/request.h"
#include "audit/pages/format.h"
#include "gis/districts/load.h"
#include "gis/map/choropleth.h"

#include <algorithm>

namespace wza::audit {
namespace {

gis::MapDistrict on_map(gis::DistrictArea const &area, Overview const &overview, Lang lang) {
  gis::MapDistrict shown{.name = area.district.name,
                         .area = area.area,
                         .share = std::nullopt,
                         .value = std::string(words(T::no_value, lang)),
                         .sentence = {},
                         .href = {}};
  auto const row = std::ranges::find(overview.rows, area.district.code, &OverviewRow::code);
  if (row == overview.rows.end() || row->inspected == 0) {
    shown.sentence = filled(T::map_nothing, lang, area.district.name);
    return shown;
  }
  shown.share = static_cast<double>(row->with_failures) / static_cast<double>(row->inspected);
  shown.value = fmt::format("{:.0f}%", *shown.share * 100);
  shown.sentence =
      filled(T::map_share, lang, row->name, shown.value, row->inspected, row->with_failures);
  shown.href = "/findings" + Query()
                                 .with("kind", "facility")
                                 .with("state", "unresolved")
                                 .with("district", row->code.value)
                                 .str();
  return shown;
}

}  // namespace

std::string districts_map(Tracker &tracker, Overview const &overview, Lang lang,
                          gis::MapMedium const &medium) {
  auto areas = gis::load_districts(tracker);
  if (!areas) return {};  // no boundary yet; the page says so
  std::vector<gis::MapDistrict> shown;
  for (gis::DistrictArea const &area : gis::areas_to_draw(*std::move(areas)))
    shown.push_back(on_map(area, overview, lang));
  if (medium.on_paper) {
    for (auto &district : shown)
      district.href.clear();
  }
  gis::MapWords map_words;
  map_words.title = words(T::map_title, lang);
  map_words.description = words(T::map_caption, lang);
  map_words.legend = words(T::map_legend, lang);
  map_words.medium = medium;
  map_words.no_data = words(T::map_no_data, lang);
  return gis::choropleth(shown, map_words);
}

}  // namespace wza::audit
