// SPDX-License-Identifier: Apache-2.0
// --column FIELD=HEADER: which column of a table holds a field.
#pragma once

#include "db/base/error.h"
#include "gis/io/columns.h"

#include <string>
#include <vector>

namespace wza::audit {

/// What the words say, by field; a Problem of code `usage` where one is not FIELD=HEADER.
Result<gis::ChosenColumns> chosen_columns(std::vector<std::string> const &words);

}  // namespace wza::audit
