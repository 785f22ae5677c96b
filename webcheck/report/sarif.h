// SPDX-License-Identifier: Apache-2.0
// Results as SARIF 2.1.0 (OASIS), which code hosts and editors read. One run for all pages.
#pragma once

#include "webcheck/check.h"
#include "webcheck/report/refused.h"

#include <nlohmann/json_fwd.hpp>

#include <span>
#include <string_view>

namespace wza::web {

/// Failures are results of kind "fail" with a level by severity (critical, serious: error;
/// moderate: warning; minor: note); what could not be decided is of kind "review". Pages without a
/// result are notifications of the invocation. Columns count code points. `version` is the
/// program's.
nlohmann::ordered_json sarif(std::span<PageResult const> pages,
                             std::span<RefusedPage const> refused, Lang lang,
                             std::string_view version);

}  // namespace wza::web
