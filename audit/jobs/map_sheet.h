// SPDX-License-Identifier: Apache-2.0
// A sheet to be printed: title, map with legend, scale and north arrow, what it stands on, and its
// numbers in a table.
#pragma once

#include "db/base/text.h"
#include "db/store/tracker.h"
#include "gis/districts/locate.h"
#include "gis/map/map_drawing.h"
#include "gis/map/symbol_map.h"

#include <string>
#include <vector>

namespace wza::audit {

struct MapSheet {
  std::string title, caption;
  std::string svg;
  std::vector<std::string> notes;  ///< sentences below the map
  std::vector<std::string> head;   ///< above the columns; the first is that of the names
  struct Row {
    std::string name, code;
    std::vector<std::string> cells;
  };
  std::vector<Row> rows;
};

/// The map's districts as outlines with their names.
std::vector<gis::MapDistrict> outlines_of(std::vector<gis::DistrictArea> const &areas);

/// The words of a map on `paper`.
gis::MapWords map_words(gis::MapPaper const &paper, std::string title, std::string caption);

/// The page, with the source of the boundaries, datum, scale and date of printing added.
std::string sheet_html(Tracker &tracker, MapSheet const &sheet, gis::MapPaper const &paper,
                       gis::Box const &box, Lang lang);

}  // namespace wza::audit
