// SPDX-License-Identifier: Apache-2.0
// Results as the JUnit XML that CI servers read: a suite a page, a case a rule.
#pragma once

#include "webcheck/check.h"
#include "webcheck/report/refused.h"

#include <span>
#include <string>

namespace wza::web {

/// A failed rule is a <failure> with its elements listed; a rule that could not tell, does not
/// apply or was not run is <skipped> with its reason; a page without a result is a suite with one
/// <error>.
std::string junit(std::span<PageResult const> pages, std::span<RefusedPage const> refused,
                  Lang lang);

}  // namespace wza::web
