// SPDX-License-Identifier: Apache-2.0
// The map of the districts page: of the inspected facilities, the share with failures.
#pragma once

#include "db/base/text.h"
#include "db/store/overview.h"
#include "gis/map/map_frame.h"

#include <string>

namespace wza::audit {

/// SVG to be put into a page as it is; empty where no district has a boundary.
/// On paper without links.
std::string districts_map(Tracker &tracker, Overview const &overview, Lang lang,
                          gis::MapMedium const &medium = {});

}  // namespace wza::audit
