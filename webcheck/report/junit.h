// SPDX-License-Identifier: Apache-2.0
// Results as the JUnit XML that CI servers read: a suite a page, a case a rule.
#pragma once

#include "db/base/text.h"
#include "webcheck/report/report.h"

#include <string>

namespace wza::web {

/// A rule with findings that count is a <failure> with its elements listed; advice and what is
/// suppressed or known from a baseline is told in <system-out> of a case that passes; a rule that
/// could not tell, does not apply or was not run is <skipped> with its reason; a page without a
/// result is a suite with one <error>.
std::string junit(Report const &report, Lang lang);

}  // namespace wza::web
