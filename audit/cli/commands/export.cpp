// SPDX-License-Identifier: Apache-2.0
// wza export: one of the promised views as a file for other programs.
#include "audit/actor.h"
#include "audit/app.h"
#include "audit/cli/command.h"
#include "audit/cli/plan_request.h"
#include "audit/cli/publishing.h"
#include "audit/cli/usage.h"
#include "audit/jobs/export_homes.h"
#include "audit/jobs/export_layer.h"
#include "audit/jobs/export_map.h"
#include "audit/jobs/export_plan.h"
#include "gis/retrofit/plan_report.h"

#include <fmt/format.h>

#include <memory>

namespace wza::audit {
namespace {

struct Options {
  std::string layer, file, paper = "A4";
  PlanRequest plan;
  bool personal = false, unmask = false, yes = false;
  std::string reason;
};

constexpr std::string_view kHomes = "homes";

/// Personal data leave the private file only when all of it was said on purpose.
Result<std::size_t> write_homes(App &app, Options const &options) {
  if (!options.personal || !options.yes) {
    return wrong_usage(
        options.personal ? "--yes" : "--private",
        {"这会把住户的姓名、电话、住址写入一个没有加密的文件。",
         "This writes names, telephones and addresses of homes into a file that is not sealed."},
        {"确实需要时请写 --private --reason 用途 --yes；每次导出都会记入日志。",
         "Where it is needed, give --private --reason TEXT --yes; each export is kept in the "
         "history."});
  }
  Tracker tracker = app.open_tracker(Tracker::Access::write);
  return export_homes(tracker, {options.file, options.reason, actor(), options.unmask});
}

/// Of progress, whatever names a plan or needs one is that plan's table; the rest is the layer.
bool is_of_plan(ExportLayer layer, Options const &options) {
  return layer == ExportLayer::progress &&
         (options.plan.plan || options.plan.publish || is_map_sheet(options.file));
}

Result<std::size_t> write(App &app, Options const &options) {
  Tracker tracker = app.open_tracker(Tracker::Access::read);
  auto const layer = *from_key<ExportLayer>(options.layer);
  if (options.personal || options.unmask) {
    return wrong_usage(
        "--private", {"只有 homes 有个人信息。", "Only homes has personal data."},
        {"请去掉这个选项，或用 wza export homes。", "Leave it out, or use wza export homes."});
  }
  bool const of_plan = is_of_plan(layer, options);
  if (!of_plan && (options.plan.publish || options.plan.plan)) {
    return wrong_usage(options.plan.publish ? "--publish" : "--plan",
                       {"只有 progress 有这个选项。", "Only progress takes this option."},
                       {"对外发布请用 wza export progress --publish。",
                        "To publish, use wza export progress --publish."});
  }
  if (!of_plan && is_map_sheet(options.file))
    return export_map(tracker, layer, options.file, options.paper, app.lang());
  if (!of_plan) return export_layer(tracker, layer, options.file);
  PlanRequest request = options.plan;
  if (!request.plan) {
    auto only = only_plan(tracker);
    if (!only) return std::move(only).problem();
    request.plan = only->value;
  }
  auto const query = plan_query(tracker, publishing(app), request, std::nullopt);
  if (!query) return query.problem();
  return export_plan(tracker, *query, options.file, options.paper, app.lang());
}

ExitCode run(App &app, Options const &options) {
  auto const rows = options.layer == kHomes ? write_homes(app, options) : write(app, options);
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
    .summary = {"把一个图层导出为 GeoPackage、GeoJSON、CSV、XLSX 或图纸",
                "write a layer as GeoPackage, GeoJSON, CSV, XLSX or map sheet"},
    .details = {"CSV 中以 = + - @ 开头、会被表格软件当作公式的文字前面加一个撇号 '；"
                "需要原文时请导出为 XLSX，其中的文字永远不是公式。\n\n"
                "例子：\n  wza export findings 问题.xlsx\n  wza export facilities 设施.geojson\n"
                "  wza export facilities 设施图.pdf --paper A3\n"
                "  wza export progress 进度.pdf --publish\n"
                "  wza export homes 名单.xlsx --private --reason 入户回访 --yes",
                "In CSV a text that a spreadsheet would take for a formula (it begins with = + - "
                "@) gets an apostrophe before it; for the bare text write XLSX, where no text is "
                "ever a formula.\n\n"
                "Examples:\n  wza export findings findings.xlsx\n  wza export facilities "
                "facilities.geojson\n  wza export facilities map.pdf --paper A3\n"
                "  wza export progress progress.pdf --publish\n"
                "  wza export homes homes.xlsx --private --reason \"follow-up visits\" --yes"},
    .setup = [](Args &args) -> Run {
      auto options = std::make_shared<Options>();
      args.operand_choice(
          "LAYER", options->layer,
          {"findings", "facilities", "inspections", "retrofits", "districts", "progress", kHomes},
          {"导出什么", "what to write"});
      args.operand("FILE", options->file,
                   {"文件名；格式由扩展名决定：.gpkg .geojson .csv .xlsx，图纸 .pdf .html，"
                    "区划瓦片 .mbtiles",
                    "file; its ending decides: .gpkg .geojson .csv .xlsx, map sheets .pdf .html, "
                    "tiles of districts .mbtiles"});
      args.choice("--paper", options->paper, {"A4", "A3"},
                  {"图纸（.pdf、.html）的纸张", "paper of a map sheet (.pdf, .html)"});
      args.flag(
          "--private", options->personal,
          {"homes：写出住户的个人信息（需要密钥）", "homes: with personal data (needs the key)"});
      args.option("--reason", options->reason, "TEXT",
                  {"homes：用途，记入日志", "homes: what it is for; kept in the history"});
      args.flag("--unmask", options->unmask,
                {"homes：证件号码写全", "homes: certificate numbers in full"});
      args.flag("--yes", options->yes, {"homes：确认", "homes: I mean it"});
      declare_table(args, options->plan);
      return [options](App &app) { return run(app, *options); };
    },
};

}  // namespace wza::audit
