// SPDX-License-Identifier: Apache-2.0
#include "audit/cli/monthly_request.h"

#include "audit/app.h"
#include "audit/cli/usage.h"
#include "audit/cli/values.h"
#include "audit/report/monthly.h"

namespace wza::audit {

Result<std::string> monthly(App &app, Tracker &tracker, ReportOptions const &options) {
  auto const month = month_of(options.month);
  if (!month) {
    return wrong_usage("--month", {"没有说明是哪个月。", "Which month is not said."},
                       {"请写 --month 2024-05。", "Write --month 2024-05."});
  }
  if (!options.plan.district) {
    return wrong_usage("--district", {"没有说明是哪个地区。", "Which district is not said."},
                       {"请写 --district 区划代码。", "Write --district CODE."});
  }
  auto const known = day_value(options.plan.known_on, "--known-on");
  if (!known) return known.problem();
  auto const report = monthly_report(
      tracker, {DistrictCode(*options.plan.district), *month, *known, options.plan.publish});
  if (!report) return report.problem();
  if (options.form == PaperForm::json) return monthly_json(*report);
  return paper_in(monthly_paper(*report, app.lang()), options.form, app.lang(), app.clock().now());
}

}  // namespace wza::audit
