// SPDX-License-Identifier: Apache-2.0
// wza import: districts, facilities, inspections, homes and plans from the files of an office.
#include "audit/app.h"
#include "audit/cli/chosen_columns.h"
#include "audit/cli/command.h"
#include "audit/import/import_file.h"

#include <fmt/format.h>

#include <memory>

namespace wza::audit {
namespace {

ExitCode run(App &app, ImportRequest const &request, std::optional<std::string> const &datum,
             std::vector<std::string> const &columns) {
  ImportRequest asked = request;
  if (datum) asked.datum = from_key<gis::Frame>(*datum);
  auto chosen = chosen_columns(columns);
  if (!chosen) {
    app.terminal().refuse(chosen.problem());
    return ExitCode::usage;
  }
  chosen->merge(asked.columns);
  asked.columns = *std::move(chosen);
  Tracker tracker = app.open_tracker(Tracker::Access::write);
  auto report = import_file(tracker, asked);
  if (!report) {
    app.terminal().refuse(report.problem());
    return report.problem().code == ProblemCode::usage ? ExitCode::usage : ExitCode::refused;
  }
  for (Problem const &problem : report->refused)
    app.terminal().refuse(problem);
  for (Text const &note : report->notes)
    app.terminal().say(note);
  bool const zh = app.lang() == Lang::zh;
  if (asked.dry_run) {
    app.terminal().say({"试运行：没有写入任何东西。", "Dry run: nothing was written."});
  }
  // Rows of one facility, day and team are one visit.
  std::string_view const what = asked.kind != "inspections" ? "" : zh ? "检查" : " visits";
  app.terminal().data() << fmt::format(
      fmt::runtime(zh ? "{}：共 {} 行，拒绝 {} 行；新增{} {}，更新 {}，未变 {}。\n"
                      : "{}: {} rows, {} refused;{} stored {}, updated {}, unchanged {}.\n"),
      asked.file, report->rows, report->refused.size(), what, report->stored, report->updated,
      report->unchanged);
  return report->refused.empty() ? ExitCode::done : ExitCode::refused;
}

}  // namespace

extern Command const import_command{
    .name = "import",
    .summary = {"导入行政区划、设施、检查记录、改造家庭、规划、照片或本单位的指标",
                "import districts, facilities, inspections, homes, a plan, photos or own criteria"},
    .details =
        {"有问题的行逐行列出并拒绝，其余的行照常导入；重复导入同一文件不会产生重复记录。\n例子：\n"
         "  wza import districts 边界.geojson --source 天地图 --date 2024-06\n"
         "  wza import facilities 设施.xlsx --datum gcj02\n"
         "  wza import photos 照片文件夹（文件名以设施编号开头，如 编号_坡道_1.jpg）",
         "Rows that cannot be used are listed and refused, the others are imported; the same file "
         "again stores nothing twice.\nExamples:\n"
         "  wza import districts boundary.geojson --source Tianditu --date 2024-06\n"
         "  wza import facilities places.xlsx --datum gcj02\n"
         "  wza import photos FOLDER   (names begin with the facility: NUMBER_ramp_1.jpg)"},
    .setup = [](Args &args) -> Run {
      struct Options {
        ImportRequest request;
        std::optional<std::string> datum;
        std::vector<std::string> columns;
      };
      auto o = std::make_shared<Options>();
      args.operand_choice(
          "KIND", o->request.kind,
          {"districts", "facilities", "inspections", "households", "plan", "photos", "criteria"},
          {"要导入什么", "what to import"});
      args.operand("FILE", o->request.file,
                   {"CSV、XLSX、ODS、GeoJSON、GPKG、SHP、KML 等文件；照片可以是文件夹",
                    "a CSV, XLSX, ODS, GeoJSON, GPKG, SHP, KML … file; of photos, a folder too"});
      args.choice("--datum", o->datum, {"wgs84", "cgcs2000", "gcj02", "bd09"},
                  {"文件中坐标的坐标系", "datum of the positions in the file"});
      args.option("--source", o->request.boundary_source, "WHO",
                  {"行政区划：边界的来源", "districts: who drew the boundaries"});
      args.option("--date,--source-date", o->request.boundary_date, "DATE",
                  {"行政区划：边界的日期，如 2024-06", "districts: their date, such as 2024-06"});
      args.option(
          "--programme", o->request.programme, "NAME",
          {"改造家庭：没有写项目的行算作哪个项目", "households: programme of rows that name none"});
      args.option("--code-column", o->request.columns["code"], "HEADER",
                  {"行政区划：代码所在的列", "districts: column of the code"});
      args.option("--name-column", o->request.columns["name"], "HEADER",
                  {"行政区划：名称所在的列", "districts: column of the name"});
      args.list("--column", o->columns, "FIELD=HEADER",
                {"指定某个字段所在的列；可以重复", "column of a field; may stand more than once"});
      args.option("--layer", o->request.layer, "NAME",
                  {"工作表或图层；默认第一个", "sheet or layer; default the first"});
      args.flag("--dry-run", o->request.dry_run,
                {"只检查和报告，不写入", "look and report, write nothing"});
      return [o](App &app) { return run(app, o->request, o->datum, o->columns); };
    },
};

}  // namespace wza::audit
