// SPDX-License-Identifier: Apache-2.0
// wza export: one of the promised views as a file for other programs.
#include "audit/app.h"
#include "audit/cli/command.h"
#include "audit/jobs/export_layer.h"
#include "audit/jobs/export_map.h"

#include <fmt/format.h>

#include <memory>

namespace wza::audit {
namespace {

struct Options {
  std::string layer, file, paper = "A4";
};

ExitCode run(App &app, Options const &options) {
  Tracker tracker = app.open_tracker(Tracker::Access::read);
  auto const layer = *from_key<ExportLayer>(options.layer);
  auto const rows = is_map_sheet(options.file)
                        ? export_map(tracker, layer, options.file, options.paper, app.lang())
                        : export_layer(tracker, layer, options.file);
  if (!rows) {
    app.terminal().refuse(rows.problem());
    return rows.problem().code == ProblemCode::usage ? ExitCode::usage : ExitCode::refused;
  }
  app.terminal().say({fmt::format("已把 {} 行写入 {}。", *rows, options.file),
                      fmt::format("Wrote {} rows to {}.", *rows, options.file)});
  return ExitCode::done;
}

}  // namespace

extern Command const export_command{
    .name = "export",
    .summary = {"把一个图层导出为 GeoPackage、GeoJSON、CSV 或 XLSX",
                "write a layer as GeoPackage, GeoJSON, CSV or XLSX"},
    .details = {"CSV 中以 = + - @ 开头、会被表格软件当作公式的文字前面加一个撇号 '；"
                "需要原文时请导出为 XLSX，其中的文字永远不是公式。\n\n"
                "例子：\n  wza export findings 问题.xlsx\n  wza export facilities 设施.geojson",
                "In CSV a text that a spreadsheet would take for a formula (it begins with = + - "
                "@) gets an apostrophe before it; for the bare text write XLSX, where no text is "
                "ever a formula.\n\n"
                "Examples:\n  wza export findings findings.xlsx\n  wza export facilities "
                "facilities.geojson"},
    .setup = [](Args &args) -> Run {
      auto options = std::make_shared<Options>();
      args.operand_choice(
          "LAYER", options->layer,
          {"findings", "facilities", "inspections", "retrofits", "districts", "progress"},
          {"导出什么", "what to write"});
      args.choice("--paper", options->paper, {"A4", "A3"},
                  {"图纸（.pdf、.html）的纸张", "paper of a map sheet (.pdf, .html)"});
      args.operand("FILE", options->file,
                   {"文件名；格式由扩展名决定：.gpkg .geojson .csv .xlsx",
                    "file; its ending decides: .gpkg .geojson .csv .xlsx, of districts also "
                    ".mbtiles .pdf .html"});
      return [options](App &app) { return run(app, *options); };
    },
};

}  // namespace wza::audit
