// SPDX-License-Identifier: Apache-2.0
// Examines a tracker: the file, its references, its GeoPackage side, and runs that were cut short.
#pragma once

#include "db/base/text.h"
#include "db/store/tracker.h"

#include <cstdint>
#include <vector>

namespace wza {

enum class Health : std::uint8_t {
  sound,      ///< nothing to do
  attention,  ///< something waits to be done; the tracker can be used
  broken,     ///< the tracker should not be written to before this is mended
};

/// One thing that was looked at.
struct Examined {
  Health health{};
  Text what;    ///< what was found, a full sentence
  Text remedy;  ///< what to do; empty where nothing is
};

/// Looks at everything; never writes. Throws TrackerError where the file cannot be read at all.
std::vector<Examined> examine(Tracker &tracker);

}  // namespace wza
