// SPDX-License-Identifier: Apache-2.0
// wza report: makes one kind of report, for the terminal or into a file.
#include "audit/app.h"
#include "audit/cli/command.h"
#include "audit/cli/report_kinds.h"
#include "audit/cli/usage.h"
#include "audit/jobs/print_pdf.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <fstream>
#include <memory>

namespace wza::audit {
namespace {

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

/// The kinds with what they tell, a line each.
std::string kind_lines(Lang lang) {
  std::string lines;
  for (ReportKind const &kind : report_kinds())
    lines += fmt::format("{}{:<11}{}", lines.empty() ? "" : "\n", kind.name, kind.summary.in(lang));
  return lines;
}
Text const kDetails{kind_lines(Lang::zh), kind_lines(Lang::en)};

std::vector<std::string_view> kind_names() {
  std::vector<std::string_view> names;
  for (ReportKind const &kind : report_kinds())
    names.push_back(kind.name);
  return names;
}

ExitCode exit_code_of(Problem const &problem) {
  return problem.code == ProblemCode::usage ? ExitCode::usage : ExitCode::refused;
}

/// The page becomes PDF where the file's name says so.
Result<Done> write(std::string const &path, std::string const &content) {
  if (ascii_lower(path).ends_with(".pdf")) return print_pdf(content, path);
  write_file(path, content);
  return Done{};
}

ExitCode run(App &app, ReportOptions options) {
  bool const of_one = options.kind == "facility";
  if (!of_one && options.file) {
    app.terminal().refuse(wrong_usage("", {"多了一个参数。", "There is one operand too many."},
                                      {fmt::format("请写 wza report {} 文件。", options.kind),
                                       fmt::format("Write wza report {} FILE.", options.kind)}));
    return ExitCode::usage;
  }
  auto const kinds = report_kinds();
  auto const kind = std::ranges::find(kinds, options.kind, &ReportKind::name);
  assert(kind != kinds.end());
  auto const &file = of_one ? options.file : options.subject;
  auto const form = report_form(*kind, file, options.format);
  if (!form) {
    app.terminal().refuse(form.problem());
    return exit_code_of(form.problem());
  }
  options.form = *form;
  Tracker tracker = app.open_tracker(Tracker::Access::read);
  auto const content = kind->make(app, tracker, options);
  if (!content) {
    app.terminal().refuse(content.problem());
    return exit_code_of(content.problem());
  }
  if (file) {
    auto const written = write(*file, *content);
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
      auto options = std::make_shared<ReportOptions>();
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
                  {"facility：以这一天的记录和标准为准；plan：到这一天为止达到的状态；coverage、"
                   "round：到这一天为止的检查；默认今天",
                   "facility: by the records and standards of this day; plan: what was reached by "
                   "it; coverage, round: visits up to it; default today"});
      args.option("--round", options->round, "ROUND", {"round：哪一轮", "round: which one"});
      args.option("--not-since", options->not_since, "DATE",
                  {"coverage：另计这一天以后没有再查的",
                   "coverage: also counts places last inspected before this day"});
      args.number("--top", options->top, 1, 1000,
                  {"site：列出最常见的几类；默认 20", "site: how many faults; default 20"});
      args.option("--site", options->site, "URL",
                  {"attachments：哪个网站", "attachments: which web site"});
      args.option("--unit", options->unit, "NAME",
                  {"notice、evidence：责任单位，即检查记录写明的单位，没有写的为设施的权属单位；"
                   "只有一个单位有未结问题时可省略",
                   "notice, evidence: the unit that inspections name, else the owner of the place; "
                   "not needed where one unit alone has open findings"});
      args.option("--place", options->place, "TYPE",
                  {"form：场所类型，代码或名称，如 library、图书馆",
                   "form: type of place, its code or name, as library"});
      args.choice("--build", options->build, {"new_build", "existing"},
                  {"form：只列新建或既有建筑要查的项", "form: only what is asked of these"});
      args.option("--month", options->month, "MONTH",
                  {"monthly：哪个月，如 2024-05", "monthly: which month, as 2024-05"});
      args.option("--due", options->due, "DATE",
                  {"notice：整改期限，如 2027-03-31；默认各项问题检查时定的期限",
                   "notice: to be mended by, as 2027-03-31; default what inspections set"});
      declare(args, options->plan);
      return [options](App &app) { return run(app, *options); };
    },
};

}  // namespace wza::audit
