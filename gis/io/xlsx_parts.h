// SPDX-License-Identifier: Apache-2.0
// What GDAL's driver passes over in an XLSX workbook (ECMA-376 part 1, 18.2 and 18.3).
#pragma once

#include "gis/io/table_sink.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace wza::gis {

/// Cells whose number is shown as something else than it is (18.8.30).
class CellFormats {
 public:
  enum class Shown : std::uint8_t {
    percent,  ///< 0.125 as 12.5 %
    day,      ///< 46030 as 1月8日
  };
  /// Row and column count from 1.
  void add(std::int64_t row, std::int64_t column, Shown shown);
  bool empty() const { return m_cells.empty(); }
  std::optional<Shown> at(std::int64_t row, std::int64_t column) const;

 private:
  std::vector<std::uint64_t> m_cells;  ///< in the order of the sheet, which goes row by row
};

/// The cells of the sheet that are shown as percent or as a day. GDAL gives their bare numbers, of
/// days where they are written in the Chinese way.
CellFormats read_cell_formats(std::string const &path, int sheet);

/// The cell's text as the spreadsheet shows it: "12.5%", "2026-01-08" (with the time of day where
/// it has one). Text that is no number stays.
std::string as_shown(std::string cell, CellFormats::Shown shown);

/// Whether days count from 1904 (18.2.28); GDAL takes them to count from 1900.
bool counts_days_from_1904(std::string const &path);

/// Tells `sink` the merged cells (18.3.1.55) of the sheet that is the `sheet`-th of the workbook,
/// counted from 0. Nothing where the workbook cannot be understood.
void read_merged_cells(std::string const &path, int sheet, TableSink &sink);

}  // namespace wza::gis
