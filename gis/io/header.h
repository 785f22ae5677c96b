// SPDX-License-Identifier: Apache-2.0
// Sheets as offices write them: a title above the header, cells merged over rows and columns,
// digits as wide as characters. What comes out is a table.
#pragma once

#include "gis/io/table.h"
#include "gis/io/table_sink.h"

#include <span>
#include <string>

namespace wza::gis {

/// Makes a grid a table. The apostrophe of formula_guard.h is taken away. Merged
/// cells all get the value that is shown; codes, dates and numbers in full-width characters become
/// ASCII; the header is the first row with at least half as many different values as the fullest of
/// the first 20 rows. Where the header's own cells are merged downwards, it goes as far as they do
/// and the lowest names count. What stands above is left out.
void take_header(Table &grid, std::span<MergedCells const> merged);

/// A cell without full-width ASCII, if it is a code, a date or a number; otherwise as it is.
std::string narrowed(std::string cell);

}  // namespace wza::gis
