// SPDX-License-Identifier: Apache-2.0
// A page's result as plain words for a terminal.
#pragma once

#include "webcheck/check.h"

#include <string>

namespace wza::web {

/// Headline, failures (worst first), what could not be decided, and the count of rules by outcome.
/// What a page holds cannot move the cursor or change colours: control characters are shown as "·".
std::string page_text(PageResult const &result, Lang lang);

}  // namespace wza::web
