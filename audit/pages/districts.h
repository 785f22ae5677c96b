// SPDX-License-Identifier: Apache-2.0
// The first page: map and table of all districts.
#pragma once

#include "audit/http/router.h"
#include "db/store/overview.h"

#include <string>

namespace wza::audit {

/// `map` is the SVG of gis/map, or empty where there is no boundary to draw.
std::string districts_html(Overview const &overview, std::string const &map, PageCall const &call);

}  // namespace wza::audit
