// SPDX-License-Identifier: Apache-2.0
// What `wza report monthly` is asked for.
#pragma once

#include "audit/cli/report_kinds.h"

namespace wza::audit {

/// The month's report in the form that the file's ending or --format says.
Result<std::string> monthly(App &app, Tracker &tracker, ReportOptions const &options);

}  // namespace wza::audit
