// SPDX-License-Identifier: Apache-2.0
// The map of the districts page: of the inspected facilities, the share with failures.
#pragma once

#include "db/base/text.h"
#include "db/store/overview.h"

#include <string>

namespace wza::audit {

/// SVG to be put into a page as it is; empty where no district has a boundary.
/// `on_paper`: with a scale bar and without links.
std::string districts_map(Tracker &tracker, Overview const &overview, Lang lang,
                          bool on_paper = false);

}  // namespace wza::audit
