// SPDX-License-Identifier: Apache-2.0
// Which column of an office's table is which field, in a file that the office keeps: a CSV with the
// columns 字段 (field) and 列名 (header), as many rows for a field as it has names there.
#pragma once

#include "db/base/clock.h"
#include "db/base/error.h"
#include "gis/io/columns.h"

#include <span>
#include <string>

namespace wza::audit {

/// field → header, from the file. A Problem where it is no such file.
Result<gis::Synonyms> read_mapping(std::string const &path);

/// Writes what was found, with a row for each field that was not, to be filled in. `synonyms` are
/// kept; `made` is the time that the file tells. Error where the disk fails.
void save_mapping(std::string const &path, std::span<gis::ColumnMatch const> columns,
                  gis::Synonyms const &synonyms, UtcTime made);

}  // namespace wza::audit
