// SPDX-License-Identifier: Apache-2.0
// One file into the tracker: chooses the reader and the import of its kind.
#pragma once

#include "db/base/error.h"
#include "db/store/tracker.h"
#include "gis/field/import_report.h"
#include "gis/io/table.h"

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace wza::audit {

struct ImportRequest {
  std::string
      kind;  ///< districts, facilities, inspections, rounds, households, plan, photos, criteria
  std::string file;
  std::string layer;  ///< empty: the first
  std::optional<gis::Frame> datum;
  std::optional<std::string> zone;  ///< of metres, as an EPSG code: "EPSG:4546"
  std::map<std::string, std::string, std::less<>> columns;  ///< field → header; empty: find it
  gis::Synonyms synonyms;
  std::string boundary_source, boundary_date;
  std::string programme;
  std::vector<std::string> tracks;  ///< of photos, as gis::PhotoOptions has them
  std::chrono::minutes track_gap{5}, utc_offset{8 * 60};
  bool dry_run = false;
  bool large = false;      ///< the file is trusted to be as large as it is
  gis::Progress progress;  ///< of 0 while the file is read: how many there are is not known yet
};

struct ImportOutcome {
  gis::ImportReport report;
  gis::Table table;  ///< what was read
};

/// Reads and imports. A Problem where nothing could be imported at all; refused rows and what else
/// people should know stand in the report.
Result<ImportOutcome> import_file(Tracker &tracker, ImportRequest const &request);

}  // namespace wza::audit
