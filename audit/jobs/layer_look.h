// SPDX-License-Identifier: Apache-2.0
// By what the things of a layer are told apart on a map: the same classes, colours and shapes for
// QGIS and for paper.
#pragma once

#include "db/store/layers.h"
#include "gis/map/qml.h"

#include <string>
#include <vector>

namespace wza::audit {

struct LayerLook {
  std::string column;  ///< a column, or an expression of QGIS, whose values are the categories'
  std::vector<gis::QmlCategory> categories;
};

/// Of findings, inspections, facilities and retrofits; without categories for the others.
LayerLook look_of(ExportLayer layer);

/// The cell of `row` in the column of this name; empty where there is none.
std::string cell_of(LayerRows const &rows, LayerRows::Row const &row, std::string_view column);

/// What look_of(layer).column gives for this row.
std::string category_of(ExportLayer layer, LayerRows const &rows, LayerRows::Row const &row);

}  // namespace wza::audit
