// SPDX-License-Identifier: Apache-2.0
// The style sheet of the user agent (HTML, section 15.3, with Chromium's values for controls), as
// far as the properties that we compute are concerned.
#pragma once

#include "webcheck/css/style_sheet.h"

namespace wza::web::css {

/// Parsed once a process.
std::shared_ptr<StyleSheet const> user_agent_sheet(Mode mode);

}  // namespace wza::web::css
