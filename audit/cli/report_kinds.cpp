// SPDX-License-Identifier: Apache-2.0
#include "audit/cli/report_kinds.h"

#include "audit/app.h"
#include "audit/cli/attachments_request.h"
#include "audit/cli/monthly_request.h"
#include "audit/cli/publishing.h"
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

LocalDate today(App &app) {
  return LocalDate::of(app.clock().now());
}

std::string on_paper(App &app, ReportOptions const &options, Paper const &paper) {
  return paper_in(paper, options.form, app.lang(), app.clock().now());
}

Result<std::string> districts(App &app, Tracker &tracker, ReportOptions const &options) {
  if (auto refused = not_published(options.plan)) return *std::move(refused);
  Overview table = overview(tracker);
  if (table.rows.empty()) {
    app.terminal().warn({"跟踪库里还没有行政区划。请先运行 wza import districts 边界文件。",
                         "There are no districts in the tracker yet. Run wza import districts FILE "
                         "first."});
  }
  if (options.plan.publish && !gis::hide_small_homes(tracker, table, publishing(app))) {
    app.terminal().warn({"有的小数目无法保护，请勿发布这张表。",
                         "Some small counts could not be protected: do not publish this table."});
  }
  switch (options.form) {
    case PaperForm::json:
      return districts_json(table);
    case PaperForm::csv:
      return districts_csv(table);
    case PaperForm::text:
      return districts_text(table, app.lang());
    default:
      return on_paper(app, options, districts_paper(table, app.lang()));
  }
}

Result<std::string> site(App &app, Tracker &tracker, ReportOptions const &options) {
  auto const faults = frequent_web_faults(tracker, options.top);
  switch (options.form) {
    case PaperForm::json:
      return web_faults_json(faults);
    case PaperForm::csv:
      return web_faults_csv(faults);
    case PaperForm::text:
      return web_faults_text(faults, app.lang());
    default:
      return on_paper(app, options, web_faults_paper(faults, today(app), app.lang()));
  }
}

Result<std::string> units(App &app, Tracker &tracker, ReportOptions const &options) {
  auto const all = unit_standings(tracker);
  switch (options.form) {
    case PaperForm::json:
      return units_json(all);
    case PaperForm::csv:
      return units_csv(all);
    case PaperForm::text:
      return units_text(all, app.lang());
    default:
      return on_paper(app, options, units_paper(all, today(app), app.lang()));
  }
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
                    options.unit, today(app), std::nullopt};
  if (options.due) {
    order.due = LocalDate::parse(*options.due);
    if (!order.due) return no_date("--due", *options.due);
  }
  if (options.form != PaperForm::xlsx) return notice_html(tracker, order, app.lang());
  auto const paper = notice_paper(tracker, order, app.lang());
  if (!paper) return paper.problem();
  return on_paper(app, options, *paper);
}

Result<std::string> coverage(App &app, Tracker &tracker, ReportOptions const &options) {
  auto const as_of = day_value(options.as_of, "--as-of");
  auto const not_since = day_value(options.not_since, "--not-since");
  if (!as_of) return as_of.problem();
  if (!not_since) return not_since.problem();
  CoverageQuery query{as_of->value_or(today(app)), *not_since, std::nullopt};
  if (auto const &code = options.plan.district) {
    query.district = DistrictCode(*code);
    if (!DistrictStore(tracker).find(*query.district)) return no_district("--district", *code);
  }
  auto const found = wza::coverage(tracker, query);
  bool const list = options.plan.list;
  auto const lang = app.lang();
  switch (options.form) {
    case PaperForm::json:
      return list ? uncovered_json(found) : coverage_json(found);
    case PaperForm::csv:
      return list ? uncovered_csv(found) : coverage_csv(found);
    case PaperForm::text:
      return list ? uncovered_text(found, lang) : coverage_text(found, lang);
    default:
      return on_paper(app, options,
                      list ? uncovered_paper(found, lang) : coverage_paper(found, lang));
  }
}

/// The route sheet where the file's name asks for a page, else the progress.
Result<std::string> round(App &app, Tracker &tracker, ReportOptions const &options) {
  if (!options.round) {
    return wrong_usage("--round", {"没有说明是哪一轮。", "Which round is not said."},
                       {"wza round list 列出所有轮次。", "wza round list lists all rounds."});
  }
  auto const as_of = day_value(options.as_of, "--as-of");
  if (!as_of) return as_of.problem();
  auto const found = round_of(tracker, *options.round, as_of->value_or(today(app)));
  if (!found) return found.problem();
  switch (options.form) {
    case PaperForm::html:
      return round_sheet_html(*found, app.lang());
    case PaperForm::xlsx:
      return on_paper(app, options, round_paper(*found, app.lang()));
    case PaperForm::json:
      return round_in("json", *found, app.lang());
    case PaperForm::csv:
      return round_in("csv", *found, app.lang());
    default:
      return round_in("text", *found, app.lang());
  }
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
  switch (options.form) {
    case PaperForm::json:
      return facility_json(*report);
    case PaperForm::csv:
      return facility_csv(*report);
    case PaperForm::text:
      return facility_text(*report, app.lang());
    default:
      return on_paper(app, options, facility_paper(*report, app.lang()));
  }
}

Result<std::string> form(App &app, Tracker &tracker, ReportOptions const &options) {
  auto const made = form_for(tracker, options.place,
                             options.build ? from_key<AppliesTo>(*options.build) : std::nullopt);
  if (!made) return made.problem();
  return options.form == PaperForm::xlsx ? gis::xlsform_bytes(*made, app.clock().now())
                                         : form_html(*made, app.lang());
}

Result<std::string> plan(App &app, Tracker &tracker, ReportOptions const &options) {
  return answer(app, tracker, options.plan, options.as_of, options.form);
}

constexpr std::string_view kAllEndings = ".txt .csv .json .html .pdf .xlsx";

constexpr std::array kKinds{
    ReportKind{"districts",
               {"各地区的设施、家庭改造和网站 [--publish]",
                "facilities, homes and web sites of each district [--publish]"},
               districts,
               kAllEndings},
    ReportKind{"facility",
               {"一处设施：缺少什么、哪里不符合、什么还没有测量",
                "one facility: what is missing, what fails, what was not measured"},
               facility,
               kAllEndings},
    ReportKind{
        "plan",
        {"规划的承诺兑现到哪里：--plan 规划 [--as-of 日期]；不写则列出所有规划；.html、.pdf、.xlsx "
         "为监测表",
         "how far a plan's promises are kept: --plan PLAN [--as-of DATE]; without, all plans; "
         ".html, .pdf and .xlsx are its monitoring table"},
        plan,
        kAllEndings},
    ReportKind{"monthly",
               {"月报：检查、问题、家庭改造、网站：--district 区划代码 --month "
                "2024-05（.html、.pdf、.xlsx）",
                "a month of a district: --district CODE --month 2024-05 (.html, .pdf, .xlsx)"},
               monthly,
               ".txt .json .html .pdf .xlsx"},
    ReportKind{"coverage",
               {"检查覆盖情况，--list 列出从未检查的设施 [--district 代码] [--not-since 日期]",
                "which places were never inspected; --list [--district CODE] [--not-since DATE]"},
               coverage,
               kAllEndings},
    ReportKind{"round",
               {"一轮督导的进展；.html、.pdf 是路线单，供打印：--round 轮次 [--as-of 日期]",
                "how far a round has come; .html or .pdf: its route sheet: --round ROUND"},
               round,
               kAllEndings},
    ReportKind{
        "site", {"网站最常见的问题", "the most frequent faults of web sites"}, site, kAllEndings},
    ReportKind{"attachments",
               {"一个网站的附件（PDF、DOC、XLS、视频等）和大小：--site 网址",
                "the files of a web site (PDF, DOC, XLS, video …), their size: --site URL"},
               attachments,
               kAllEndings},
    ReportKind{
        "units",
        {"各责任单位的设施和未结问题", "responsible units with their facilities and open findings"},
        units,
        kAllEndings},
    ReportKind{"notice",
               {"整改通知书（.html、.pdf，表格 .xlsx）：--unit 单位 [--due 日期]",
                "notice to mend (.html or .pdf; .xlsx: its tables): --unit NAME [--due DATE]"},
               notice,
               ".html .pdf .xlsx"},
    ReportKind{"evidence",
               {"证据材料，含历次检查和每项问题的经过：--unit 单位",
                "the same with all visits and the history: --unit NAME"},
               notice,
               ".html .pdf .xlsx"},
    ReportKind{
        "form",
        {"检查表：.html、.pdf 供打印，.xlsx 供 ODK、KoBo；--place 场所类型 [--build 新建或既有]",
         "inspection form: .html or .pdf to print, .xlsx for ODK; --place TYPE [--build WHICH]"},
        form,
        ".html .pdf .xlsx"},
};

}  // namespace

std::span<ReportKind const> report_kinds() {
  return kKinds;
}

}  // namespace wza::audit
