// SPDX-License-Identifier: Apache-2.0
// wza report: the table of districts, and the most frequent faults of web sites.
#include "audit/app.h"
#include "audit/cli/command.h"
#include "audit/report/districts.h"
#include "audit/report/web_faults.h"
#include "db/store/overview.h"

#include <fmt/format.h>

#include <fstream>
#include <memory>

namespace wza::audit {
namespace {

struct Options {
  std::string kind;
  std::optional<std::string> file;
  std::string format = "text";
  std::int64_t top = 20;
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

std::string districts(App &app, Tracker &tracker, std::string const &format) {
  Overview const table = overview(tracker);
  if (table.rows.empty()) {
    app.terminal().warn({"跟踪库里还没有行政区划。请先运行 wza import districts 边界文件。",
                         "There are no districts in the tracker yet. Run wza import districts FILE "
                         "first."});
  }
  if (format == "json") return districts_json(table);
  return format == "csv" ? districts_csv(table) : districts_text(table, app.lang());
}

std::string site(App &app, Tracker &tracker, Options const &options) {
  auto const faults = frequent_web_faults(tracker, options.top);
  if (options.format == "json") return web_faults_json(faults);
  return options.format == "csv" ? web_faults_csv(faults) : web_faults_text(faults, app.lang());
}

ExitCode run(App &app, Options const &options) {
  Tracker tracker = app.open_tracker(Tracker::Access::read);
  std::string const content = options.kind == "site" ? site(app, tracker, options)
                                                     : districts(app, tracker, options.format);
  if (options.file) {
    write_file(*options.file, content);
    app.terminal().say(
        {fmt::format("已写入 {}。", *options.file), fmt::format("Written to {}.", *options.file)});
  } else {
    app.terminal().data() << content;
  }
  return ExitCode::done;
}

}  // namespace

extern Command const report_command{
    .name = "report",
    .summary = {"报告：各地区总表，或网站最常见的问题",
                "reports: the table of districts, or the most frequent faults of web sites"},
    .details = {"districts  各地区的设施、家庭改造和网站\nsite       网站最常见的问题",
                "districts  facilities, homes and web sites of each district\n"
                "site       the most frequent faults of web sites"},
    .setup = [](Args &args) -> Run {
      auto options = std::make_shared<Options>();
      args.operand_choice("KIND", options->kind, {"districts", "site"},
                          {"报告种类", "which report"});
      args.optional_operand(
          "FILE", options->file,
          {"写入这个文件；默认标准输出", "write to this file; default standard output"});
      args.choice("--format", options->format, {"text", "csv", "json"},
                  {"输出格式；json 每行一个对象", "output; json is one object a line"});
      args.number("--top", options->top, 1, 1000,
                  {"site：列出最常见的几类；默认 20", "site: how many faults; default 20"});
      return [options](App &app) { return run(app, *options); };
    },
};

}  // namespace wza::audit
