// SPDX-License-Identifier: Apache-2.0
// Results as one page for people: self-contained, without scripts, readable at 320 px, in the dark
// and on paper. It meets what it asks of others: `wza check` and axe-core find nothing in it
// (tests/browser).
#pragma once

#include "db/base/text.h"
#include "webcheck/report/report.h"

#include <string>

namespace wza::web {

/// The summary first, then how far each standard is met (the one that was asked for, else one of
/// each norm), failures by rule, questions for people, advice, what is suppressed, and the pages.
/// Of one rule at most a hundred places are listed; how many more there are is said.
std::string html(Report const &report, Lang lang);

}  // namespace wza::web
