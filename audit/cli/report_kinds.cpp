// SPDX-License-Identifier: Apache-2.0
#include "audit/cli/report_kinds.h"

#include "audit/app.h"
#include "audit/cli/monthly_request.h"
#include "audit/cli/usage.h"
#include "audit/cli/values.h"
#include "audit/report/coverage.h"
#include "audit/report/districts.h"
#include "audit/report/facility.h"
#include "audit/report/form.h"
#include "audit/report/notice.h"
#include "audit/report/round.h"
#include "audit/report/round_sheet.h"
#include "audit/report/units.h"
#include "audit/report/web_faults.h"
#include "db/store/coverage.h"
#include "db/store/districts.h"
#include "db/store/overview.h"
#include "gis/field/xlsform.h"
#include "gis/retrofit/publish_overview.h"

#include <array>

namespace wza::audit {
namespace {

Result<std::string> districts(App &app, Tracker &tracker, ReportOptions const &options) {
  std::string const &format = options.format;
  if (auto refused = not_published(options.plan)) return *std::move(refused);
  Overview table = overview(tracker);
  if (table.rows.empty()) {
    app.terminal().warn({"跟踪库里还没有行政区划。请先运行 wza import districts 边界文件。",
                         "There are no districts in the tracker yet. Run wza import districts FILE "
                         "first."});
  }
  if (options.plan.publish && !gis::hide_small_homes(tracker, table, options.plan.threshold)) {
    app.terminal().warn({"有的小数目无法保护，请勿发布这张表。",
                         "Some small counts could not be protected: do not publish this table."});
  }
  if (format == "json") return districts_json(table);
  return format == "csv" ? districts_csv(table) : districts_text(table, app.lang());
}

Result<std::string> site(App &app, Tracker &tracker, ReportOptions const &options) {
  auto const faults = frequent_web_faults(tracker, options.top);
  if (options.format == "json") return web_faults_json(faults);
  return options.format == "csv" ? web_faults_csv(faults) : web_faults_text(faults, app.lang());
}

Result<std::string> units(App &app, Tracker &tracker, ReportOptions const &options) {
  std::string const &format = options.format;
  auto const all = unit_standings(tracker);
  if (format == "json") return units_json(all);
  return format == "csv" ? units_csv(all) : units_text(all, app.lang());
}

Problem no_date(std::string const &option, std::string const &text) {
  return Problem{ProblemCode::usage,
                 text,
                 option,
                 std::nullopt,
                 {"这不是日期。", "This is no date."},
                 {"请写成 2027-03-31 的形式。", "Write it like 2027-03-31."}};
}

Result<std::string> notice(App &app, Tracker &tracker, ReportOptions const &options) {
  NoticeOrder order{options.kind == "evidence" ? NoticeKind::evidence : NoticeKind::notice,
                    options.unit, LocalDate::of(app.clock().now()), std::nullopt};
  if (options.due) {
    order.due = LocalDate::parse(*options.due);
    if (!order.due) return no_date("--due", *options.due);
  }
  return notice_html(tracker, order, app.lang());
}

Result<std::string> coverage(App &app, Tracker &tracker, ReportOptions const &options) {
  auto const as_of = day_value(options.as_of, "--as-of");
  auto const not_since = day_value(options.not_since, "--not-since");
  if (!as_of) return as_of.problem();
  if (!not_since) return not_since.problem();
  CoverageQuery query{as_of->value_or(LocalDate::of(app.clock().now())), *not_since, std::nullopt};
  if (auto const &code = options.plan.district) {
    query.district = DistrictCode(*code);
    if (!DistrictStore(tracker).find(*query.district)) return no_district("--district", *code);
  }
  auto const found = wza::coverage(tracker, query);
  bool const list = options.plan.list;
  if (options.format == "json") return list ? uncovered_json(found) : coverage_json(found);
  if (options.format == "csv") return list ? uncovered_csv(found) : coverage_csv(found);
  return list ? uncovered_text(found, app.lang()) : coverage_text(found, app.lang());
}

/// The route sheet where the file's name asks for a page, else the progress.
Result<std::string> round(App &app, Tracker &tracker, ReportOptions const &options) {
  if (!options.round) {
    return wrong_usage("--round", {"没有说明是哪一轮。", "Which round is not said."},
                       {"wza round list 列出所有轮次。", "wza round list lists all rounds."});
  }
  auto const as_of = day_value(options.as_of, "--as-of");
  if (!as_of) return as_of.problem();
  auto const found =
      round_of(tracker, *options.round, as_of->value_or(LocalDate::of(app.clock().now())));
  if (!found) return found.problem();
  std::string_view const file = options.subject ? std::string_view(*options.subject) : "";
  if (file.ends_with(".html") || file.ends_with(".pdf"))
    return round_sheet_html(*found, app.lang());
  return round_in(options.format, *found, app.lang());
}

Result<std::string> facility(App &app, Tracker &tracker, ReportOptions const &options) {
  if (!options.subject) {
    return wrong_usage("", {"没有说明是哪个设施。", "Which facility is not said."},
                       {"请写 wza report facility 设施编号。", "Write wza report facility ID."});
  }
  auto const day = options.as_of ? LocalDate::parse(*options.as_of)
                                 : std::optional(LocalDate::of(app.clock().now()));
  if (!day) return no_date("--as-of", *options.as_of);
  auto const report = gis::report_on(tracker, FacilityId(*options.subject), *day);
  if (!report) return report.problem();
  return options.format == "json" ? facility_json(*report) : facility_text(*report, app.lang());
}

Result<std::string> form(App &app, Tracker &tracker, ReportOptions const &options) {
  auto const made = form_for(tracker, options.place,
                             options.build ? from_key<AppliesTo>(*options.build) : std::nullopt);
  if (!made) return made.problem();
  bool const is_sheet = options.subject && options.subject->ends_with(".xlsx");
  return is_sheet ? gis::xlsform_bytes(*made, app.clock().now()) : form_html(*made, app.lang());
}

Result<std::string> plan(App &app, Tracker &tracker, ReportOptions const &options) {
  return answer(app, tracker, options.plan, options.as_of, options.subject, options.format);
}

constexpr std::array kKinds{
    ReportKind{"districts",
               {"各地区的设施、家庭改造和网站 [--publish]",
                "facilities, homes and web sites of each district [--publish]"},
               districts},
    ReportKind{"facility",
               {"一处设施：缺少什么、哪里不符合、什么还没有测量",
                "one facility: what is missing, what fails, what was not measured"},
               facility},
    ReportKind{
        "plan",
        {"规划的承诺兑现到哪里：--plan 规划 [--as-of 日期]；不写则列出所有规划；.html、.pdf、.xlsx "
         "为监测表",
         "how far a plan's promises are kept: --plan PLAN [--as-of DATE]; without, all plans; "
         ".html, .pdf and .xlsx are its monitoring table"},
        plan,
        true},
    ReportKind{"monthly",
               {"月报：检查、问题、家庭改造、网站：--district 区划代码 --month "
                "2024-05（.html、.pdf、.xlsx）",
                "a month of a district: --district CODE --month 2024-05 (.html, .pdf, .xlsx)"},
               monthly,
               true},
    ReportKind{"coverage",
               {"检查覆盖情况，--list 列出从未检查的设施 [--district 代码] [--not-since 日期]",
                "which places were never inspected; --list [--district CODE] [--not-since DATE]"},
               coverage},
    ReportKind{"round",
               {"一轮督导的进展；.html、.pdf 是路线单，供打印：--round 轮次 [--as-of 日期]",
                "how far a round has come; .html or .pdf: its route sheet: --round ROUND"},
               round,
               true},
    ReportKind{"site", {"网站最常见的问题", "the most frequent faults of web sites"}, site},
    ReportKind{
        "units",
        {"各责任单位的设施和未结问题", "responsible units with their facilities and open findings"},
        units},
    ReportKind{"notice",
               {"整改通知书（.html 或 .pdf）：--unit 单位 [--due 日期]",
                "notice to mend (.html or .pdf): --unit NAME [--due DATE]"},
               notice,
               true},
    ReportKind{"evidence",
               {"证据材料，含历次检查和每项问题的经过：--unit 单位",
                "the same with all visits and the history: --unit NAME"},
               notice,
               true},
    ReportKind{
        "form",
        {"检查表：.html、.pdf 供打印，.xlsx 供 ODK、KoBo；--place 场所类型 [--build 新建或既有]",
         "inspection form: .html or .pdf to print, .xlsx for ODK; --place TYPE [--build WHICH]"},
        form,
        true},
};

}  // namespace

std::span<ReportKind const> report_kinds() {
  return kKinds;
}

}  // namespace wza::audit
