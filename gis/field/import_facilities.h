// SPDX-License-Identifier: Apache-2.0
// Facilities from an office's table or map file into the tracker.
#pragma once

#include "db/model/criterion.h"
#include "db/store/tracker.h"
#include "gis/field/import_report.h"
#include "gis/io/table.h"

#include <optional>
#include <string_view>

namespace wza::gis {

/// Columns by their Chinese or English names: id, name, place type (code or name), new or existing,
/// address, owner, lon, lat, datum, source_app, accuracy, district (code or name). The position
/// decides; code and address tell the district where there is none, and narrow it down where the
/// boundaries end above it. Each row that can be used is stored; each other row is refused with its
/// Problem. One transaction; the same file twice changes nothing.
Result<ImportReport> import_facilities(Tracker &tracker, Table const &table,
                                       ImportOptions const &options);

/// "new_build" or "existing" in the words of forms; nothing for other words.
std::optional<AppliesTo> build_of(std::string_view word);

}  // namespace wza::gis
