// SPDX-License-Identifier: Apache-2.0
// wza report: the table of districts, a plan, one place, and the most frequent faults of web sites.
#include "audit/app.h"
#include "audit/cli/command.h"
#include "audit/cli/plan_request.h"
#include "audit/cli/usage.h"
#include "audit/jobs/print_pdf.h"
#include "audit/report/districts.h"
#include "audit/report/facility.h"
#include "audit/report/form.h"
#include "audit/report/notice.h"
#include "audit/report/units.h"
#include "audit/report/web_faults.h"
#include "db/store/overview.h"
#include "gis/field/xlsform.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <fstream>
#include <memory>

namespace wza::audit {
namespace {

struct Options {
  std::string kind;
  std::optional<std::string> subject;  ///< facility: its id; of other kinds the file
  std::optional<std::string> file;
  std::optional<std::string> as_of;
  std::string format = "text";
  std::int64_t top = 20;
  std::string unit;
  std::optional<std::string> due;
  std::string place;
  std::optional<std::string> build;
  PlanRequest plan;
};

void write_file(std::string const &path, std::string const &content) {
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file << content << std::flush;
  if (!file) {
    throw Error({fmt::format("无法写入 {}。请检查文件夹是否存在、是否可写、磁盘是否已满。", path),
                 fmt::format("Cannot write {}. See that its folder is there and can be written to, "
                             "and that the disk is not full.",
                             path)},
                ExitCode::configuration);
  }
}

Result<std::string> districts(App &app, Tracker &tracker, Options const &options) {
  std::string const &format = options.format;
  Overview const table = overview(tracker);
  if (table.rows.empty()) {
    app.terminal().warn({"跟踪库里还没有行政区划。请先运行 wza import districts 边界文件。",
                         "There are no districts in the tracker yet. Run wza import districts FILE "
                         "first."});
  }
  if (format == "json") return districts_json(table);
  return format == "csv" ? districts_csv(table) : districts_text(table, app.lang());
}

Result<std::string> site(App &app, Tracker &tracker, Options const &options) {
  auto const faults = frequent_web_faults(tracker, options.top);
  if (options.format == "json") return web_faults_json(faults);
  return options.format == "csv" ? web_faults_csv(faults) : web_faults_text(faults, app.lang());
}

Result<std::string> units(App &app, Tracker &tracker, Options const &options) {
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

Result<std::string> notice(App &app, Tracker &tracker, Options const &options) {
  NoticeOrder order{options.kind == "evidence" ? NoticeKind::evidence : NoticeKind::notice,
                    options.unit, LocalDate::of(app.clock().now()), std::nullopt};
  if (options.due) {
    order.due = LocalDate::parse(*options.due);
    if (!order.due) return no_date("--due", *options.due);
  }
  return notice_html(tracker, order, app.lang());
}

Result<std::string> facility(App &app, Tracker &tracker, Options const &options) {
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

Result<std::string> form(App &app, Tracker &tracker, Options const &options) {
  auto const made = form_for(tracker, options.place,
                             options.build ? from_key<AppliesTo>(*options.build) : std::nullopt);
  if (!made) return made.problem();
  bool const is_sheet = options.subject && options.subject->ends_with(".xlsx");
  return is_sheet ? gis::xlsform_bytes(*made, app.clock().now()) : form_html(*made, app.lang());
}

Result<std::string> plan(App &app, Tracker &tracker, Options const &options) {
  return answer(app, tracker, options.plan, options.as_of, options.format);
}

/// One kind of report; a new one is a row here.
struct Kind {
  std::string_view name;
  TextView summary;
  Result<std::string> (*make)(App &, Tracker &, Options const &);
  bool to_print = false;  ///< a page of HTML for A4, which a file that ends in .pdf gets as PDF
};
constexpr std::array kKinds{
    Kind{"districts",
         {"各地区的设施、家庭改造和网站", "facilities, homes and web sites of each district"},
         districts},
    Kind{"facility",
         {"一处设施：缺少什么、哪里不符合、什么还没有测量",
          "one facility: what is missing, what fails, what was not measured"},
         facility},
    Kind{"plan",
         {"规划的承诺兑现到哪里：--plan 规划 [--as-of 日期]；不写则列出所有规划",
          "how far a plan's promises are kept: --plan PLAN [--as-of DATE]; without, all plans"},
         plan},
    Kind{"site", {"网站最常见的问题", "the most frequent faults of web sites"}, site},
    Kind{
        "units",
        {"各责任单位的设施和未结问题", "responsible units with their facilities and open findings"},
        units},
    Kind{"notice",
         {"整改通知书（.html 或 .pdf）：--unit 单位 [--due 日期]",
          "notice to mend (.html or .pdf): --unit NAME [--due DATE]"},
         notice,
         true},
    Kind{"evidence",
         {"证据材料，含历次检查和每项问题的经过：--unit 单位",
          "the same with all visits and the history: --unit NAME"},
         notice,
         true},
    Kind{"form",
         {"检查表：.html、.pdf 供打印，.xlsx 供 ODK、KoBo；--place 场所类型 [--build 新建或既有]",
          "inspection form: .html or .pdf to print, .xlsx for ODK; --place TYPE [--build WHICH]"},
         form,
         true},
};

/// The kinds with what they tell, a line each.
std::string kind_lines(Lang lang) {
  std::string lines;
  for (Kind const &kind : kKinds)
    lines += fmt::format("{}{:<11}{}", lines.empty() ? "" : "\n", kind.name, kind.summary.in(lang));
  return lines;
}
Text const kDetails{kind_lines(Lang::zh), kind_lines(Lang::en)};

std::vector<std::string_view> kind_names() {
  std::vector<std::string_view> names;
  for (Kind const &kind : kKinds)
    names.push_back(kind.name);
  return names;
}

ExitCode exit_code_of(Problem const &problem) {
  return problem.code == ProblemCode::usage ? ExitCode::usage : ExitCode::refused;
}

/// What is to be printed becomes PDF where the file's name says so.
Result<Done> write(Kind const &kind, std::string const &path, std::string const &content) {
  if (!path.ends_with(".pdf")) {
    write_file(path, content);
    return Done{};
  }
  if (kind.to_print) return print_pdf(content, path);
  return wrong_usage("",
                     {fmt::format("报告 {} 没有 PDF。", kind.name),
                      fmt::format("There is no PDF of the report {}.", kind.name)},
                     {"请换一个文件名，例如 .txt 或 .csv。",
                      "Give the file another ending, such as .txt or .csv."});
}

ExitCode run(App &app, Options const &options) {
  bool const of_one = options.kind == "facility";
  if (of_one && options.format == "csv") {
    app.terminal().refuse(
        wrong_usage("", {"设施报告没有 csv 格式。", "There is no csv of one facility."},
                    {"请用 --format text 或 json。", "Use --format text or json."}));
    return ExitCode::usage;
  }
  if (!of_one && options.file) {
    app.terminal().refuse(wrong_usage("", {"多了一个参数。", "There is one operand too many."},
                                      {fmt::format("请写 wza report {} 文件。", options.kind),
                                       fmt::format("Write wza report {} FILE.", options.kind)}));
    return ExitCode::usage;
  }
  Tracker tracker = app.open_tracker(Tracker::Access::read);
  auto const kind = std::ranges::find(kKinds, options.kind, &Kind::name);
  assert(kind != kKinds.end());
  auto const content = kind->make(app, tracker, options);
  if (!content) {
    app.terminal().refuse(content.problem());
    return exit_code_of(content.problem());
  }
  auto const &file = of_one ? options.file : options.subject;
  if (file) {
    auto const written = write(*kind, *file, *content);
    if (!written) {
      app.terminal().refuse(written.problem());
      return exit_code_of(written.problem());
    }
    app.terminal().say({fmt::format("已写入 {}。", *file), fmt::format("Written to {}.", *file)});
  } else {
    app.terminal().data() << *content;
  }
  return ExitCode::done;
}

}  // namespace

extern Command const report_command{
    .name = "report",
    .summary = {"报告：各地区总表、规划进度、一处设施、网站问题、责任单位、通知书和证据材料",
                "reports: districts, plans, one facility, web sites, units, notices to mend"},
    .details = {kDetails.zh, kDetails.en},
    .setup = [](Args &args) -> Run {
      auto options = std::make_shared<Options>();
      args.operand_choice("KIND", options->kind, kind_names(), {"报告种类", "which report"});
      args.optional_operand(
          "ID", options->subject,
          {"facility：设施编号；其他种类直接写文件", "facility: its id; other kinds: the file"});
      args.optional_operand(
          "FILE", options->file,
          {"写入这个文件；默认标准输出", "write to this file; default standard output"});
      args.choice("--format", options->format, {"text", "csv", "json"},
                  {"输出格式；json 每行一个对象", "output; json is one object a line"});
      args.option("--as-of", options->as_of, "DATE",
                  {"facility：以这一天的记录和标准为准；plan：到这一天为止达到的状态；默认今天",
                   "facility: by the records and standards of this day; plan: what was reached by "
                   "it; default today"});
      args.number("--top", options->top, 1, 1000,
                  {"site：列出最常见的几类；默认 20", "site: how many faults; default 20"});
      args.option("--unit", options->unit, "NAME",
                  {"notice、evidence：责任单位，与设施的权属单位一致",
                   "notice, evidence: the unit, as the facilities name their owner"});
      args.option("--place", options->place, "TYPE",
                  {"form：场所类型，代码或名称，如 library、图书馆",
                   "form: type of place, its code or name, as library"});
      args.choice("--build", options->build, {"new_build", "existing"},
                  {"form：只列新建或既有建筑要查的项", "form: only what is asked of these"});
      args.option("--due", options->due, "DATE",
                  {"notice：整改期限，如 2027-03-31", "notice: to be mended by, as 2027-03-31"});
      declare(args, options->plan);
      return [options](App &app) { return run(app, *options); };
    },
};

}  // namespace wza::audit
