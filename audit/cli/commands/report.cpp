// SPDX-License-Identifier: Apache-2.0
// wza report: the main table on a terminal or in a file.
#include "audit/app.h"
#include "audit/cli/command.h"
#include "audit/report/districts.h"
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

ExitCode run(App &app, Options const &options) {
  Tracker tracker = app.open_tracker(Tracker::Access::read);
  Overview const table = overview(tracker);
  std::string const content = options.format == "json"  ? districts_json(table)
                              : options.format == "csv" ? districts_csv(table)
                                                        : districts_text(table, app.lang());
  if (table.rows.empty()) {
    app.terminal().warn({"跟踪库里还没有行政区划。请先运行 wza import districts 边界文件。",
                         "There are no districts in the tracker yet. Run wza import districts FILE "
                         "first."});
  }
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
    .summary = {"各地区总表：设施、家庭改造、网站",
                "the table of districts: facilities, homes, web sites"},
    .details = {},
    .setup = [](Args &args) -> Run {
      auto options = std::make_shared<Options>();
      args.operand_choice("KIND", options->kind, {"districts"}, {"报告种类", "which report"});
      args.optional_operand(
          "FILE", options->file,
          {"写入这个文件；默认标准输出", "write to this file; default standard output"});
      args.choice("--format", options->format, {"text", "csv", "json"},
                  {"输出格式；json 每行一个对象", "output; json is one object a line"});
      return [options](App &app) { return run(app, *options); };
    },
};

}  // namespace wza::audit
