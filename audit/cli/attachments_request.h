// SPDX-License-Identifier: Apache-2.0
// What `wza report attachments` is asked for.
#pragma once

#include "audit/cli/report_kinds.h"

namespace wza::audit {

/// The files of the site that --site names, in the form that was asked for.
Result<std::string> attachments(App &app, Tracker &tracker, ReportOptions const &options);

}  // namespace wza::audit
