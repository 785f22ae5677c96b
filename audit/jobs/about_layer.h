// SPDX-License-Identifier: Apache-2.0
// What an export says of itself: its origin, what its columns mean, how QGIS shall draw it.
#pragma once

#include "db/store/layers.h"
#include "gis/io/layer_about.h"
#include "gis/io/table.h"

namespace wza::audit {

/// For the columns of `table`, which hold the layer. Gives the columns the kind that they
/// have by their meaning (text/layer_columns.tsv).
gis::LayerAbout about_layer(Tracker &tracker, ExportLayer layer, gis::Table &table);

/// "who drew them (2024-01); who else" of all boundaries of the tracker; empty where there is none.
std::string boundary_sources(Tracker &tracker);

}  // namespace wza::audit
