// SPDX-License-Identifier: Apache-2.0
// A hostile upload given to `wza import`, and what it reached.
#pragma once

#include "tests/hostile/hostile_uploads.h"
#include "tests/hostile/measured_run.h"

#include <string>
#include <vector>

namespace wza::test {

struct UploadRun {
  MeasuredRun run;
  int connections = 0;       ///< that somebody made to the bait's address
  bool told_secret = false;  ///< what stands in the bait's file came out, or into the tracker
  std::vector<std::string> changed;  ///< files beside the tracker that are new, gone or altered
};

/// Imports it into a new tracker with the districts of tests/data/demo. The system ends the program
/// after `most_cpu` seconds.
UploadRun import_upload(HostileUpload const &upload, unsigned most_cpu);

}  // namespace wza::test
