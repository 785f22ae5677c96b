// SPDX-License-Identifier: Apache-2.0
#include "audit/report/place_map.h"

#include "audit/pages/format.h"
#include "audit/report/place.h"
#include "db/store/districts.h"
#include "gis/districts/load.h"
#include "gis/field/route.h"
#include "gis/map/numbered_map.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

namespace wza::audit {
namespace {

/// Between the margins of A4, and low enough to stand on the first page of a short notice.
gis::MapMedium small_map() {
  gis::MapMedium medium;
  medium.width = 172 * gis::kUnitsPerMillimetre;
  medium.most_height = 88 * gis::kUnitsPerMillimetre;
  medium.text = 12;
  medium.on_paper = true;
  return medium;
}

bool is_drawn(Facility const &place) {
  return place.precision == PlacePrecision::gps && gis::point_of(place).has_value();
}

/// The districts that hold the places, and those of the same levels round them.
struct Drawn {
  std::vector<gis::DistrictArea> districts, around;
};

/// The narrowest district with a boundary that `code` is or lies in.
gis::DistrictArea const *area_of(std::vector<gis::DistrictArea> const &areas,
                                 DistrictCode const &code) {
  gis::DistrictArea const *found = nullptr;
  for (auto const &area : areas) {
    if (!holds(area.district.code, code)) continue;
    if (found == nullptr || area.district.level > found->district.level) found = &area;
  }
  return found;
}

Drawn drawn(std::vector<gis::DistrictArea> const &areas, std::span<Facility const> places) {
  std::set<DistrictCode> own;
  std::set<DistrictLevel> levels;
  for (auto const &place : places) {
    auto const *area = is_drawn(place) ? area_of(areas, place.district) : nullptr;
    if (area == nullptr) continue;
    own.insert(area->district.code);
    levels.insert(area->district.level);
  }
  Drawn out;
  for (auto const &area : areas) {
    auto const &code = area.district.code;
    auto const meets = [&](DistrictCode const &other) {
      return holds(code, other) || holds(other, code);
    };
    if (own.contains(code)) {
      out.districts.push_back(area);
    } else if (levels.contains(area.district.level) && std::ranges::none_of(own, meets)) {
      out.around.push_back(area);
    }
  }
  // A wider district may not cover a narrower one that is drawn as well.
  std::ranges::stable_sort(out.districts, {}, [](auto const &area) { return area.district.level; });
  return out;
}

std::vector<gis::MapDistrict> outlines(std::vector<gis::DistrictArea> const &areas) {
  std::vector<gis::MapDistrict> out;
  for (auto const &area : areas)
    out.push_back({area.district.name, area.area, std::nullopt, {}, area.district.name, {}});
  return out;
}

/// "who drew them (2025-06); …" of the areas drawn.
std::string sources(Drawn const &drawn) {
  std::set<std::string> out;
  for (auto const *list : {&drawn.districts, &drawn.around}) {
    for (auto const &[district, area] : *list) {
      out.insert(district.source_date.empty()
                     ? district.source
                     : fmt::format("{} ({})", district.source, district.source_date));
    }
  }
  return fmt::format("{}", fmt::join(out, "; "));
}

std::string joined(std::vector<std::string> const &texts, Lang lang) {
  return fmt::format("{}", fmt::join(texts, lang == Lang::zh ? "、" : ", "));
}

/// How the position was got: "GCJ-02 (AMap …), app AMap, accuracy 8 m".
std::string origin_words(Tracker &tracker, Facility const &place, Lang lang) {
  if (!is_drawn(place) || !place.raw) return std::string(words(T::no_value, lang));
  auto const frame = from_key<gis::Frame>(place.raw->datum);
  std::vector<std::string> parts{frame ? std::string(label(*frame).in(lang)) : place.raw->datum};
  if (place.raw->source_app) parts.push_back(*place.raw->source_app);
  parts.push_back(place.raw->accuracy
                      ? filled(T::places_accuracy, lang, fmt::format("{}", *place.raw->accuracy))
                      : std::string(words(T::places_accuracy_unknown, lang)));
  std::vector<std::string> others;
  for (auto const &code : place.others) {
    auto const district = DistrictStore(tracker).find(code);
    others.push_back(district ? district->name : code.value);
  }
  if (!others.empty()) parts.push_back(filled(T::places_others, lang, joined(others, lang)));
  return fmt::format("{}", fmt::join(parts, lang == Lang::zh ? "；" : "; "));
}

View row_of(Tracker &tracker, Facility const &place, std::size_t number, Lang lang) {
  View row(View::type::object);
  row.set("number", fmt::format("{}", number));
  row.set("name", place.name);
  row.set("position", position_words(place, lang));
  row.set("placed", is_drawn(place));
  auto const district = DistrictStore(tracker).find(place.district);
  row.set("district", district ? district->name : place.district.value);
  row.set("origin", origin_words(tracker, place, lang));
  return row;
}

/// The map, and what has to be said under it.
std::pair<std::string, std::vector<std::string>> picture(
    Drawn const &drawn, std::vector<gis::NumberedPlace> const &places, Lang lang) {
  gis::MapWords map_words;
  map_words.id = "places";
  map_words.title = words(T::places_heading, lang);
  map_words.description = filled(T::places_description, lang, places.size());
  map_words.legend = words(T::places_legend, lang);
  map_words.medium = small_map();
  auto const map =
      gis::numbered_map(outlines(drawn.districts), outlines(drawn.around), places, map_words,
                        {std::string(words(T::places_legend_place, lang)),
                         std::string(words(T::places_legend_around, lang)),
                         std::string(words(T::places_legend_accuracy, lang))});
  std::vector<std::string> notes;
  auto const known = sources(drawn);
  notes.push_back(known.empty() ? std::string(words(T::places_no_boundary, lang))
                                : filled(T::map_source, lang, known));
  notes.push_back(filled(T::map_datum, lang, grouped(std::llround(map.denominator)), "A4"));
  if (map.names_left_out > 0) notes.emplace_back(words(T::map_left_out, lang));
  return {map.svg, std::move(notes)};
}

View list_of(std::vector<std::string> const &texts) {
  View list(View::type::list);
  for (auto const &text : texts)
    list << View(text);
  return list;
}

}  // namespace

View place_map_view(Tracker &tracker, std::span<Facility const> places, Lang lang) {
  View rows(View::type::list);
  std::vector<gis::NumberedPlace> numbered;
  std::vector<std::string> unplaced;
  for (std::size_t i = 0; i < places.size(); ++i) {
    rows << row_of(tracker, places[i], i + 1, lang);
    if (is_drawn(places[i])) {
      numbered.push_back({i + 1, *gis::point_of(places[i]),
                          places[i].raw ? places[i].raw->accuracy : std::nullopt});
    } else {
      unplaced.push_back(fmt::format("{}", i + 1));
    }
  }
  View view(View::type::object);
  std::vector<std::string> notes;
  if (numbered.empty()) {
    view.set("svg", false);
    notes.emplace_back(words(T::places_no_position, lang));
  } else {
    auto areas = gis::load_districts(tracker);
    auto const shown = areas ? drawn(*areas, places) : Drawn{};
    auto made = picture(shown, numbered, lang);
    view.set("svg", made.first);
    notes = std::move(made.second);
    if (!unplaced.empty())
      notes.push_back(filled(T::places_without_position, lang, joined(unplaced, lang)));
  }
  view.set("notes", list_of(notes));
  view.set("rows", rows);
  return view;
}

}  // namespace wza::audit
