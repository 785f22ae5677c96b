// SPDX-License-Identifier: Apache-2.0
// Loads the reference tables (db/reference/*.tsv, part of the program) into a tracker: all or
// nothing, only files whose SHA-256 changed, and never over a row that an office added.
#pragma once

#include "db/base/error.h"
#include "db/embedded.h"
#include "db/store/tracker.h"

#include <cstdint>
#include <span>
#include <string>
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
};

/// Reads a table; views into `content`. A Problem names `name` and the line: no header, a column
/// named twice or not at all, a row with another number of fields, bytes that are not UTF-8.
Result<TsvTable> parse_tsv(std::string_view name, std::string_view content);

/// What seeding did.
struct Seeded {
  std::vector<std::string> loaded;  ///< files that were new or had changed
};

/// Loads what changed. A file "x.tsv" fills table x; its columns are those of the table, without
/// `origin` and `retired`. Reference rows that the file no longer has are marked retired. A Problem
/// names file and line, and then nothing was written. The tracker must be open for writing.
Result<Seeded> seed(Tracker &tracker, std::span<EmbeddedFile const> files = embedded_reference());

}  // namespace wza
