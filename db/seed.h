// SPDX-License-Identifier: Apache-2.0
// Loads the reference tables (db/reference/*.tsv, part of the program) into a tracker: all or
// nothing, only files whose SHA-256 changed, and never over a row that an office added.
#pragma once

#include "db/base/error.h"
#include "db/embedded.h"
#include "db/store/tracker.h"
#include "db/tsv.h"

#include <span>
#include <string>
#include <vector>

namespace wza {

/// What seeding did.
struct Seeded {
  std::vector<std::string> loaded;  ///< files that were new or had changed
};

/// Loads what changed. A file "x.tsv" fills table x; its columns are those of the table, without
/// `origin` and `retired`. Reference rows that the file no longer has are marked retired. A Problem
/// names file and line, and then nothing was written. The tracker must be open for writing.
Result<Seeded> seed(Tracker &tracker, std::span<EmbeddedFile const> files = embedded_reference());

}  // namespace wza
