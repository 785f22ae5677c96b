// SPDX-License-Identifier: Apache-2.0
// What an import did, row by row where it refused. Nothing is dropped silently: stored + updated +
// unchanged + refused rows are all rows.
#pragma once

#include "db/base/error.h"
#include "db/base/ids.h"
#include "db/store/change.h"
#include "db/store/runs.h"
#include "gis/geo/point.h"
#include "gis/io/columns.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace wza::gis {

/// Rows done of so many, told now and then.
using Progress = std::function<void(std::size_t done, std::size_t of)>;

struct ImportOptions {
  std::optional<Frame> datum;  ///< of all positions in the file that no column tells of
  ChosenColumns columns;
  Synonyms synonyms;
  std::string actor;     ///< who imports, for the history
  bool dry_run = false;  ///< look and report, write nothing
  Progress progress;     ///< may be empty

  /// To be called for each row.
  void tell(std::size_t done, std::size_t of) const {
    constexpr std::size_t kBetween = 1000;
    if (progress && done % kBetween == 0) progress(done, of);
  }
};

struct ImportReport {
  int rows = 0;
  int stored = 0, updated = 0, unchanged = 0;
  std::vector<Problem> refused;
  std::vector<Text> notes;  ///< what people should know beside the numbers
  std::vector<ColumnMatch> columns;
  std::vector<std::string> also_read;  ///< headers that are no field's: the questions of a form
  RunId run;

  void count(StoreChange change) {
    ++(change == StoreChange::stored    ? stored
       : change == StoreChange::updated ? updated
                                        : unchanged);
  }
};

/// Ends the run of the report with its counts, and with `more` that the import counts.
void finish_run(RunStore &runs, ImportReport const &report,
                nlohmann::json const &more = nlohmann::json::object());

}  // namespace wza::gis
