// SPDX-License-Identifier: Apache-2.0
// Where the places of a notice are: a map to be printed, and the same in words for who cannot see
// it and for who has to check it.
#pragma once

#include "audit/pages/template.h"
#include "db/model/facility.h"

#include <span>

namespace wza {
class Tracker;
}

namespace wza::audit {

/// For the part "places" of a template: `svg` (false where no place has a position), `notes` on
/// what the map stands on and leaves out, `rows` with number, position, district and how the
/// position was got. Numbers begin at 1 in the order given. A place of which only the district is
/// known is never drawn.
View place_map_view(Tracker &tracker, std::span<Facility const> places, Lang lang);

}  // namespace wza::audit
