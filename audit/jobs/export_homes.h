// SPDX-License-Identifier: Apache-2.0
// The homes with what is personal of them, for a person who has the key: the only way in which it
// leaves the private file. Each time is written into the history: who, when, how many, why, and the
// digest of the file; never what stood in it.
#pragma once

#include "db/base/error.h"
#include "db/store/tracker.h"

#include <cstddef>
#include <string>

namespace wza::audit {

struct HomesOrder {
  std::string path;    ///< .csv or .xlsx
  std::string reason;  ///< why, in the words of who asks; kept in the history
  std::string actor;
  bool unmask = false;  ///< certificate and identity numbers in full
};

/// Writes a row for each retrofit, readable by the owner of the file alone; how many. The history
/// is written before the file is: a file without its entry cannot be. A Problem where the ending is
/// another, no reason is given or one with people's names or numbers in it, there is no private
/// file, or a file stands there that others may read. TrackerError where the key is missing.
/// Precondition: the tracker is open for writing.
Result<std::size_t> export_homes(Tracker &tracker, HomesOrder const &order);

}  // namespace wza::audit
