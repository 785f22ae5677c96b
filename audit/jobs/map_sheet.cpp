// SPDX-License-Identifier: Apache-2.0
#include "audit/jobs/map_sheet.h"

#include "audit/jobs/about_layer.h"
#include "audit/pages/format.h"
#include "audit/pages/template.h"
#include "audit/text/texts.h"

#include <cmath>
#include <utility>

namespace wza::audit {
namespace {

View list_of(std::vector<std::string> const &texts) {
  View list(View::type::list);
  for (auto const &text : texts)
    list << View(text);
  return list;
}

}  // namespace

std::vector<gis::MapDistrict> outlines_of(std::vector<gis::DistrictArea> const &areas) {
  std::vector<gis::MapDistrict> out;
  for (auto const &area : areas)
    out.push_back({area.district.name, area.area, std::nullopt, {}, area.district.name, {}});
  return out;
}

gis::MapWords map_words(gis::MapPaper const &paper, std::string title, std::string caption) {
  gis::MapWords words;
  words.title = std::move(title);
  words.description = std::move(caption);
  words.medium = paper.medium;
  return words;
}

std::string sheet_html(Tracker &tracker, MapSheet const &sheet, gis::MapPaper const &paper,
                       gis::Box const &box, Lang lang) {
  auto notes = sheet.notes;
  notes.emplace_back(words(T::map_left_out, lang));
  notes.push_back(filled(T::map_source, lang, boundary_sources(tracker)));
  auto const denominator = gis::MapFrame(box, paper.medium).denominator();
  notes.push_back(filled(T::map_datum, lang, grouped(std::llround(denominator)), paper.name));
  notes.push_back(filled(T::map_made, lang, LocalDate::of(tracker.clock().now()).iso()));
  View view(View::type::object);
  view.set("svg", sheet.svg);
  view.set("paper", paper.name);
  view.set("turned", std::string(paper.landscape ? "landscape" : "portrait"));
  view.set("caption", sheet.caption);
  view.set("notes", list_of(notes));
  view.set("names", sheet.head.front());
  view.set("head", list_of({sheet.head.begin() + 1, sheet.head.end()}));
  View rows(View::type::list);
  for (auto const &row : sheet.rows) {
    View cells(View::type::object);
    cells.set("name", row.name);
    cells.set("code", row.code);
    cells.set("cells", list_of(row.cells));
    rows << cells;
  }
  view.set("rows", rows);
  return render_document("map_sheet", lang, sheet.title, std::move(view));
}

}  // namespace wza::audit
