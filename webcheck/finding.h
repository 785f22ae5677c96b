// SPDX-License-Identifier: Apache-2.0
// One verdict on one element as people get it: in words, with its place.
#pragma once

#include "webcheck/check.h"
#include "webcheck/dom/locate.h"

namespace wza::web {

PageFinding finding_of(Page const &page, Locator &locator, Rule const &rule,
                       TargetResult const &result);

}  // namespace wza::web
