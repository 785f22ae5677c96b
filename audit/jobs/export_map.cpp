// SPDX-License-Identifier: Apache-2.0
#include "audit/jobs/export_map.h"

#include "audit/jobs/about_layer.h"
#include "audit/jobs/print_pdf.h"
#include "audit/pages/format.h"
#include "audit/pages/map.h"
#include "audit/pages/template.h"
#include "audit/text/texts.h"
#include "gis/districts/load.h"
#include "gis/io/whole_file.h"

#include <filesystem>

namespace wza::audit {
namespace {

std::string ending_of(std::string const &path) {
  return ascii_lower(std::filesystem::path(path).extension().string());
}

}  // namespace

bool is_map_sheet(std::string const &path) {
  return ending_of(path) == ".pdf" || ending_of(path) == ".html";
}

Result<std::size_t> export_map(Tracker &tracker, ExportLayer layer, std::string const &path,
                               std::string const &paper, Lang lang) {
  if (layer != ExportLayer::districts) {
    return Problem{ProblemCode::usage,
                   path,
                   "",
                   std::nullopt,
                   {"只有行政区划可以导出为图纸（.pdf、.html）。",
                    "Only districts can be written as a map sheet (.pdf, .html)."},
                   {"请用 wza export districts，或换用 .xlsx、.gpkg。",
                    "Use wza export districts, or the ending .xlsx or .gpkg."}};
  }
  auto const areas = gis::load_districts(tracker);
  if (!areas) return areas.problem();
  Overview const table = overview(tracker);
  View view{View::type::object};
  view.set("svg", districts_map(tracker, table, lang, true));
  view.set("paper", paper);
  view.set("source", filled(T::map_source, lang, boundary_sources(tracker)));
  view.set("made", filled(T::map_made, lang, LocalDate::of(tracker.clock().now()).iso()));
  View rows{View::type::list};
  for (auto const &row : table.rows) {
    View cells{View::type::object};
    cells.set("name", row.name);
    cells.set("code", row.code.value);
    cells.set("inspected", std::to_string(row.inspected));
    cells.set("failed", std::to_string(row.with_failures));
    rows.push_back(cells);
  }
  view.set("rows", rows);
  auto const html = render_document("map_sheet", lang, words(T::map_title, lang), std::move(view));
  if (ending_of(path) == ".html") {
    gis::write_whole(path, html);
  } else if (auto printed = print_pdf(html, path); !printed) {
    return std::move(printed).problem();
  }
  return table.rows.size();
}

}  // namespace wza::audit
