// SPDX-License-Identifier: Apache-2.0
// Districts with their areas: from the tracker, or straight from a boundary file.
#pragma once

#include "db/base/error.h"
#include "db/store/tracker.h"
#include "gis/districts/locate.h"
#include "gis/io/columns.h"
#include "gis/io/table.h"

#include <optional>
#include <string>
#include <vector>

namespace wza::gis {

/// All districts of the tracker that have a boundary. A Problem that says how to import some where
/// there are none.
Result<std::vector<DistrictArea>> load_districts(Tracker &tracker);

/// What was read from a boundary file.
struct DistrictRows {
  struct Entry {
    DistrictArea area;  ///< empty where the table has no areas, but codes and names alone
    std::int64_t row = 0;
    bool repaired = false;
    std::string fault;  ///< what was wrong, in GEOS's words
    Frame frame{};
  };
  std::vector<Entry> entries;
  std::vector<Problem> refused;
  std::vector<ColumnMatch> columns;
};

/// Finds the code and name columns (or takes the chosen ones), converts the areas from `datum`,
/// else from the file's own reference system. A Problem where a column or the datum is missing;
/// rows that cannot be used are refused one by one.
Result<DistrictRows> read_districts(Table const &table, ChosenColumns const &chosen,
                                    std::optional<Frame> datum, Synonyms const &synonyms = {});

}  // namespace wza::gis
