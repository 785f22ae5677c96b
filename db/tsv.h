// SPDX-License-Identifier: Apache-2.0
// Tables as text, as db/reference keeps them and people write them by hand: tab-separated values.
#pragma once

#include "db/base/error.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace wza {

/// A reference table as text: '#' lines are remarks, then a header line, then rows; tab-separated,
/// UTF-8, no quoting. An empty field is "no value".
struct TsvTable {
  struct Row {
    std::int64_t line = 0;  ///< 1-based line of the file
    std::vector<std::string_view> fields;
  };
  std::vector<std::string_view> columns;
  std::vector<Row> rows;

  bool has(std::string_view column) const;
  /// The field of `row` in `column`, which the table has.
  std::string_view at(Row const &row, std::string_view column) const;
};

/// Reads a table; views into `content`. A Problem names `name` and the line: no header, a column
/// named twice or not at all, a row with another number of fields, bytes that are not UTF-8.
Result<TsvTable> parse_tsv(std::string_view name, std::string_view content);

/// A table of db/reference by its file name ("wcag22.tsv"), which is part of the program.
TsvTable reference_table(std::string_view file);

}  // namespace wza
