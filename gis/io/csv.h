// SPDX-License-Identifier: Apache-2.0
// Comma separated values (RFC 4180) as Chinese offices write them: UTF-8 with or without a mark,
// UTF-16 from "Unicode text", GB18030 from Excel; comma, semicolon or tab. Our own reader because
// GDAL's loses the row numbers where lines are blank or values hold line breaks.
#pragma once

#include "db/base/error.h"

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace wza::gis {

/// Called for each row that is not blank, the header (the first of them) too. `number` counts as a
/// spreadsheet does: blank lines count, a line break within a value does not.
using CsvRow = std::function<void(std::int64_t number, std::span<std::string_view const> cells)>;

/// Reads the file; the views live for one call. Cells are trimmed.
Result<Done> read_csv(std::string const &path, CsvRow const &row);

/// The same for text that is at hand, UTF-8.
Result<Done> parse_csv(std::string_view text, std::string const &where, CsvRow const &row);

/// One line, ended by CRLF; values with a separator, quote or line break are quoted.
std::string csv_line(std::span<std::string const> cells);

}  // namespace wza::gis
