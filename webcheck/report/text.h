// SPDX-License-Identifier: Apache-2.0
// A page's result as plain words for a terminal.
#pragma once

#include "webcheck/check.h"
#include "webcheck/standards/standard.h"

#include <optional>
#include <string>

namespace wza::web {

/// Headline; failures, worst first, each with its place, whom it hurts and how to mend it; advice;
/// what a person must answer or look at, one line a rule; the count of rules by outcome; with a
/// standard how far the page meets it.
/// What a page holds cannot move the cursor or change colours: control characters are shown as "·".
std::string page_text(PageResult const &result, Lang lang,
                      std::optional<Standard> standard = std::nullopt);

}  // namespace wza::web
