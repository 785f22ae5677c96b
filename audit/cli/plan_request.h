// SPDX-License-Identifier: Apache-2.0
// What `wza report plan` is asked for: its options, and the page or the list that answers them.
#pragma once

#include "audit/app.h"
#include "audit/cli/args.h"
#include "audit/report/paper.h"

#include <optional>
#include <string>

namespace wza::gis {
struct PlanQuery;
struct Publishing;
}  // namespace wza::gis

namespace wza::audit {

struct PlanRequest {
  std::optional<std::string> plan, known_on, by, level, programme, rule, district, column, monitor;
  std::string part = "table", of = "counted";
  bool publish = false, list = false, rest = false;
};

/// Declares --plan and the others; --as-of is an option of other reports as well.
void declare(Args &args, PlanRequest &request);
/// Those of them that choose a plan and its table, for exports.
void declare_table(Args &args, PlanRequest &request);

/// Why such a table may not be published, if --publish asks for it: a list, or a choice of homes of
/// which the hidden counts could be worked out.
std::optional<Problem> not_published(PlanRequest const &request);

/// What is asked of the plan; a Problem where it cannot be, or may not be published. Precondition:
/// `request` names a plan.
Result<gis::PlanQuery> plan_query(Tracker &tracker, gis::Publishing const &publishing,
                                  PlanRequest const &request,
                                  std::optional<std::string> const &as_of);

/// The content of the report: the list of plans where none is named, a list of homes, a monitoring
/// table (which is what there is of a plan as a page or a workbook), or its progress.
Result<std::string> answer(App &app, Tracker &tracker, PlanRequest const &request,
                           std::optional<std::string> const &as_of, PaperForm form);

}  // namespace wza::audit
