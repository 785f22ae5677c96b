// SPDX-License-Identifier: Apache-2.0
// The map sheet of each layer.
#pragma once

#include "audit/jobs/map_sheet.h"
#include "db/store/layers.h"

namespace wza::audit {

/// `areas` are the districts to draw. Precondition: `layer` is not progress, whose sheet is a
/// plan's (plan_sheet.h).
MapSheet layer_sheet(Tracker &tracker, ExportLayer layer,
                     std::vector<gis::DistrictArea> const &areas, gis::MapPaper const &paper,
                     Lang lang);

}  // namespace wza::audit
