// SPDX-License-Identifier: Apache-2.0
// The columns of a table that an import did not use.
#pragma once

#include "gis/io/columns.h"

#include <optional>
#include <string>
#include <vector>

namespace wza::audit {

/// What to tell of the columns in which none of `matches` was found and which `also_read` does not
/// name; nothing where each was used, or where the matches are not of this table. Names of columns
/// only, never what stands in them.
std::optional<Text> unread_columns(std::vector<gis::Column> const &columns,
                                   std::vector<gis::ColumnMatch> const &matches,
                                   std::vector<std::string> const &also_read = {});

}  // namespace wza::audit
