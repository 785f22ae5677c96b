// SPDX-License-Identifier: Apache-2.0
// The rows that an import refused, in a table that can be corrected and imported again.
#pragma once

#include "db/base/clock.h"
#include "db/base/error.h"
#include "gis/io/table.h"

#include <span>
#include <string>

namespace wza::audit {

/// Whether this is the column of reasons that such a table was given.
bool is_reason(gis::Column const &column);

/// The refused rows of `table` with all their columns, and the reason in the last one, which an
/// import passes over.
gis::Table refused_rows(gis::Table const &table, std::span<Problem const> refused, Lang lang);

/// Writes them as .xlsx or .csv; other endings are a Problem, also before there is anything to
/// write (`check_refused_name`). With `personal`, nobody but the owner of the file may read it,
/// from its first byte on. Error where the disk fails.
Result<Done> write_refused(gis::Table const &rows, std::string const &path, bool personal,
                           UtcTime made);
Result<Done> check_refused_name(std::string const &path);

}  // namespace wza::audit
