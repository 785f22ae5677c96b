// SPDX-License-Identifier: Apache-2.0
// What holds for every table that is published from here.
#pragma once

#include "audit/app.h"
#include "gis/retrofit/publishing.h"

namespace wza::audit {

/// $WZA_PUBLISH_BELOW (2 to 1000, else 5) and the end of last year. Throws Error where the setting
/// is no such number.
gis::Publishing publishing(App const &app);

}  // namespace wza::audit
