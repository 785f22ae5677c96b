// SPDX-License-Identifier: Apache-2.0
// A plan's monitoring table as a document that an office fills in, signs and hands on, and for
// programs. A hidden count is "*", a year that has not begun "—", what nobody measures is said to
// be not measured.
#pragma once

#include "audit/report/paper.h"
#include "gis/retrofit/plan_monitor.h"

#include <string>

namespace wza::audit {

Paper monitor_paper(gis::PlanMonitor const &monitor, Lang lang);

/// CSV (RFC 4180, UTF-8): a line a district and year; with `promises`, a line a reading.
std::string monitor_csv(gis::PlanMonitor const &monitor, bool promises);

/// JSON, one object a line, told apart by "row": "plan" (schema wza.plan-monitor/1), "promise",
/// "district_year".
std::string monitor_json(gis::PlanMonitor const &monitor);

}  // namespace wza::audit
