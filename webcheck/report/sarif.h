// SPDX-License-Identifier: Apache-2.0
// Results as SARIF 2.1.0 (OASIS), which code hosts and editors read. One run for all pages.
#pragma once

#include "db/base/text.h"
#include "webcheck/report/report.h"

#include <nlohmann/json_fwd.hpp>

namespace wza::web {

/// The member of partialFingerprints that knows a finding again (finding_words.h). The other,
/// "wzaElement/v1", tells its very element.
inline constexpr char const *kFindingFingerprint = "wzaFinding/v1";

/// Failures are results of kind "fail" with a level by severity (critical, serious: error;
/// moderate: warning; minor: note); advice is a note. What could not be decided is of kind
/// "review". Suppressed findings have a suppression; with a baseline failures have their
/// baselineState. Pages without a result are notifications of the invocation. Columns count code
/// points.
nlohmann::ordered_json sarif(Report const &report, Lang lang);

}  // namespace wza::web
