// SPDX-License-Identifier: Apache-2.0
#include "audit/jobs/export_map.h"

#include "audit/jobs/layer_sheets.h"
#include "audit/jobs/print_pdf.h"
#include "db/base/file.h"
#include "gis/districts/load.h"
#include "gis/io/whole_file.h"

#include <cassert>

namespace wza::audit {
bool is_map_sheet(std::string const &path) {
  return ending_of(path) == ".pdf" || ending_of(path) == ".html";
}

Result<Done> write_document(std::string const &html, std::string const &path) {
  if (ending_of(path) == ".pdf") return print_pdf(html, path);
  gis::write_whole(path, html);
  return Done{};
}

Result<std::size_t> export_map(Tracker &tracker, ExportLayer layer, std::string const &path,
                               std::string const &paper_name, Lang lang) {
  assert(layer != ExportLayer::progress);
  auto loaded = gis::load_districts(tracker);
  if (!loaded) return loaded.problem();
  auto const areas = gis::areas_to_draw(*std::move(loaded));
  auto const box = *gis::box_of(outlines_of(areas));
  auto const paper = gis::paper_for(paper_name, box);
  auto const sheet = layer_sheet(tracker, layer, areas, paper, lang);
  auto written = write_document(sheet_html(tracker, sheet, paper, box, lang), path);
  if (!written) return std::move(written).problem();
  return sheet.rows.size();
}

}  // namespace wza::audit
