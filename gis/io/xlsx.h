// SPDX-License-Identifier: Apache-2.0
// Spreadsheets as Excel, WPS and LibreOffice open them: SpreadsheetML (ECMA-376 part 1,
// transitional) in a ZIP archive. What a table needs in an office and GDAL's driver leaves out: a
// frozen bold header with filters, columns as wide as their Chinese text, numbers and dates as
// such, long texts wrapped, the header on each printed page. Texts are texts: no cell is ever a
// formula.
#pragma once

#include "db/base/clock.h"
#include "gis/io/table.h"

#include <span>
#include <string>
#include <vector>

namespace wza::gis {

/// A sheet to write: views of a table that outlives the call. The header is row 1; cells stand
/// beside `columns`, an empty one is no cell. In a column of numbers or dates a cell that is none
/// (or has more than 15 digits, which a spreadsheet would round) stays text.
struct Sheet {
  std::string name;  ///< made fit: at most 31 UTF-16 units, none of []:*?/\, none twice
  std::span<Column const> columns;
  std::span<Row const> rows;  ///< beyond 1,048,575 they go on in another sheet
};

/// The workbook as bytes, the same for the same sheets and time. A text longer than a cell may be
/// (32,767 UTF-16 units) ends in "…（截断 cut）". What is no UTF-8 becomes U+FFFD.
std::string xlsx_bytes(std::vector<Sheet> const &sheets, std::string const &title, UtcTime made);

/// The same into a file, which appears when it is complete. Error where the disk fails.
void write_xlsx(std::vector<Sheet> const &sheets, std::string const &title, UtcTime made,
                std::string const &path);

}  // namespace wza::gis
