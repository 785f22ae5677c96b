// SPDX-License-Identifier: Apache-2.0
// A layer as a map sheet to be printed: title, map, legend, scale, source, date, and the numbers of
// the map in a table.
#pragma once

#include "db/base/error.h"
#include "db/store/layers.h"

#include <cstddef>
#include <string>

namespace wza::audit {

/// True if the ending is one of a map sheet: .pdf or .html.
bool is_map_sheet(std::string const &path);

/// Writes the sheet for `paper` ("A4", "A3", turned as the map fits best); how many rows its table
/// has. A Problem where no boundary is known or PDF cannot be printed (print_pdf.h). Precondition:
/// `layer` is not progress, whose sheet is a plan's (export_plan.h).
Result<std::size_t> export_map(Tracker &tracker, ExportLayer layer, std::string const &path,
                               std::string const &paper, Lang lang);

/// A page as .html as it is, as .pdf printed.
Result<Done> write_document(std::string const &html, std::string const &path);

}  // namespace wza::audit
