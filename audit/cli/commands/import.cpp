// SPDX-License-Identifier: Apache-2.0
// wza import: districts, facilities, inspections, homes and plans from the files of an office.
#include "audit/app.h"
#include "audit/cli/chosen_columns.h"
#include "audit/cli/command.h"
#include "audit/cli/values.h"
#include "audit/import/import_file.h"
#include "audit/import/mapping.h"
#include "audit/import/refused_rows.h"
#include "gis/field/position.h"
#include "gis/io/photo.h"

#include <fmt/format.h>

#include <filesystem>
#include <memory>
#include <span>

namespace wza::audit {
namespace {

struct Options {
  ImportRequest request;
  std::optional<std::string> datum;
  std::vector<std::string> columns;
  std::string mapping, save_mapping, refused;
  std::int64_t track_gap = 5;
  std::optional<std::string> utc_offset;
};

/// The request with what the other options say.
Result<ImportRequest> request_of(App &app, Options const &o) {
  ImportRequest asked = o.request;
  if (o.datum) {
    asked.datum = gis::frame_of(*o.datum);
    if (!asked.datum) {
      return wrong_usage(
          "--datum",
          {fmt::format("“{}”不是坐标系。", *o.datum), fmt::format("\"{}\" is no datum.", *o.datum)},
          {"请用 wgs84、cgcs2000、gcj02、bd09，或 3 度带的 EPSG:4534 到 EPSG:4554。",
           "Use wgs84, cgcs2000, gcj02, bd09, or EPSG:4534 to EPSG:4554 for zones of "
           "3 degrees."});
    }
    if (gis::zone_meridian(*o.datum)) asked.zone = *o.datum;
    if (asked.zone && asked.kind == "districts") {
      return wrong_usage("--datum",
                         {"边界文件不能用带号说明。", "Of boundaries no zone can be named."},
                         {"请在 QGIS 中另存为 CGCS2000（EPSG:4490）。",
                          "Save the layer as CGCS2000 (EPSG:4490) in QGIS."});
    }
  }
  auto chosen = chosen_columns(o.columns);
  if (!chosen) return std::move(chosen).problem();
  chosen->merge(asked.columns);
  asked.columns = *std::move(chosen);
  asked.track_gap = std::chrono::minutes(o.track_gap);
  if (o.utc_offset) {
    auto const offset = gis::utc_offset(*o.utc_offset);
    if (!offset) {
      return wrong_usage("--utc-offset",
                         {fmt::format("“{}”不是时差。", *o.utc_offset),
                          fmt::format("\"{}\" is no offset.", *o.utc_offset)},
                         {"请写成 +08:00 的形式。", "Write it like +08:00."});
    }
    asked.utc_offset = *offset;
  }
  if (!o.mapping.empty()) {
    auto read = read_mapping(o.mapping);
    if (!read) return std::move(read).problem();
    asked.synonyms = *std::move(read);
  }
  if (!o.refused.empty()) {
    if (auto const named = check_refused_name(o.refused); !named) return named.problem();
  }
  bool const zh = app.lang() == Lang::zh;
  asked.progress = [&app, zh](std::size_t done, std::size_t of) {
    app.terminal().progress(
        of == 0 ? fmt::format(fmt::runtime(zh ? "已读取 {} 行" : "{} rows read"), done)
                : fmt::format("{} %", done * 100 / of));
  };
  return asked;
}

/// "编号 ← 设施编号; …": what a dry run shows, so that a wrong column is seen before it is
/// imported.
Text columns_found(std::span<gis::ColumnMatch const> columns) {
  std::vector<std::string> zh, en;
  for (gis::ColumnMatch const &match : columns) {
    if (match.header.empty()) continue;
    zh.push_back(fmt::format("{} ← {}", match.label.zh, match.header));
    en.push_back(fmt::format("{} ← {}", match.label.en, match.header));
  }
  return {fmt::format("识别的列：{}。", fmt::join(zh, "；")),
          fmt::format("Columns: {}.", fmt::join(en, "; "))};
}

/// The Problem of a file that cannot be written to is the user's: he named it.
std::optional<Problem> write_refused_rows(App &app, Options const &o,
                                          ImportOutcome const &outcome) {
  if (o.refused.empty() || outcome.report.refused.empty()) return std::nullopt;
  bool const personal = o.request.kind == "households";
  auto const rows = refused_rows(outcome.table, outcome.report.refused, app.lang());
  if (rows.rows.empty()) return std::nullopt;  // not rows were refused, but photos
  if (auto const written = write_refused(rows, o.refused, personal, app.clock().now()); !written)
    return written.problem();
  app.terminal().say({fmt::format("被拒绝的 {} 行已写入 {}，最后一列是原因；改正后可再次导入。",
                                  rows.rows.size(), o.refused),
                      fmt::format("The {} refused rows were written to {}, with the reason in the "
                                  "last column; correct them and import the file.",
                                  rows.rows.size(), o.refused)});
  if (personal) {
    app.terminal().warn(
        {fmt::format("{} 含有个人信息，只有文件所有者可读；用完请删除。", o.refused),
         fmt::format("{} holds personal data, readable by its owner alone; delete "
                     "it when you are done.",
                     o.refused)});
  }
  return std::nullopt;
}

void say_outcome(App &app, ImportRequest const &asked, gis::ImportReport const &report) {
  for (Problem const &problem : report.refused)
    app.terminal().refuse(problem);
  if (asked.dry_run && !report.columns.empty()) app.terminal().say(columns_found(report.columns));
  for (Text const &note : report.notes)
    app.terminal().say(note);
  if (asked.dry_run) {
    app.terminal().say({"试运行：没有写入任何东西。", "Dry run: nothing was written."});
  }
  bool const zh = app.lang() == Lang::zh;
  // Rows of one facility, day and team are one visit; those of one round, that round.
  std::string_view const what = asked.kind == "inspections" ? (zh ? "检查" : " visits")
                                : asked.kind == "rounds"    ? (zh ? "督导计划" : " rounds")
                                                            : "";
  app.terminal().data() << fmt::format(
      fmt::runtime(zh ? "{}：共 {} 行，拒绝 {} 行；新增{} {}，更新 {}，未变 {}。\n"
                      : "{}: {} rows, {} refused;{} stored {}, updated {}, unchanged {}.\n"),
      asked.file, report.rows, report.refused.size(), what, report.stored, report.updated,
      report.unchanged);
}

ExitCode run(App &app, Options const &o) {
  auto const refuse = [&](Problem const &problem) {
    app.terminal().refuse(problem);
    return problem.code == ProblemCode::usage ? ExitCode::usage : ExitCode::refused;
  };
  auto const asked = request_of(app, o);
  if (!asked) return refuse(asked.problem());
  // The tracker keeps both words; a table of homes may be called after one of them.
  auto const name = std::filesystem::path(asked->file).filename().string();
  if (auto const problem = personal_number_in(asked->boundary_source, "--source"))
    return refuse(*problem);
  if (auto const problem = personal_number_in(name, "FILE"); problem && asked->kind == "households")
    return refuse(*problem);
  Tracker tracker = app.open_tracker(Tracker::Access::write);
  auto const outcome = import_file(tracker, *asked);
  if (!outcome) return refuse(outcome.problem());
  say_outcome(app, *asked, outcome->report);
  if (auto const problem = write_refused_rows(app, o, *outcome)) return refuse(*problem);
  if (!o.save_mapping.empty())
    save_mapping(o.save_mapping, outcome->report.columns, asked->synonyms, app.clock().now());
  return outcome->report.refused.empty() ? ExitCode::done : ExitCode::refused;
}

}  // namespace

extern Command const import_command{
    .name = "import",
    .summary =
        {"导入行政区划、设施、检查记录、督导计划、改造家庭、规划、照片或本单位的指标",
         "import districts, facilities, inspections, rounds, homes, plans, photos, criteria"},
    .details =
        {"有问题的行逐行列出并拒绝，其余的行照常导入；重复导入同一文件不会产生重复记录。\n例子：\n"
         "  wza import districts 边界.geojson --source 天地图 --date 2024-06\n"
         "  wza import facilities 设施.xlsx --datum gcj02\n"
         "  wza import photos 照片文件夹（文件名以设施编号开头，如 编号_坡道_1.jpg）\n"
         "  wza import photos 照片文件夹 --track 轨迹.gpx（没有位置的照片按拍摄时间在轨迹上定位）",
         "Rows that cannot be used are listed and refused, the others are imported; the same file "
         "again stores nothing twice.\nExamples:\n"
         "  wza import districts boundary.geojson --source Tianditu --date 2024-06\n"
         "  wza import facilities places.xlsx --datum gcj02\n"
         "  wza import photos FOLDER   (names begin with the facility: NUMBER_ramp_1.jpg)\n"
         "  wza import photos FOLDER --track walk.gpx   (photos without a position, by their "
         "time)"},
    .setup = [](Args &args) -> Run {
      auto o = std::make_shared<Options>();
      args.operand_choice("KIND", o->request.kind,
                          {"districts", "facilities", "inspections", "rounds", "households", "plan",
                           "photos", "criteria"},
                          {"要导入什么", "what to import"});
      args.operand("FILE", o->request.file,
                   {"CSV、XLSX、ODS、GeoJSON、GPKG、SHP、KML 等文件；照片可以是文件夹",
                    "a CSV, XLSX, ODS, GeoJSON, GPKG, SHP, KML … file; of photos, a folder too"});
      args.option("--datum", o->datum, "DATUM",
                  {"文件中坐标的坐标系：wgs84、cgcs2000、gcj02、bd09 或 EPSG:4534 到 4554",
                   "datum of the positions: wgs84, cgcs2000, gcj02, bd09 or EPSG:4534 to 4554"});
      args.option("--source", o->request.boundary_source, "WHO",
                  {"行政区划：边界的来源", "districts: who drew the boundaries"});
      args.option("--date,--source-date", o->request.boundary_date, "DATE",
                  {"行政区划：边界的日期，如 2024-06", "districts: their date, such as 2024-06"});
      args.option(
          "--programme", o->request.programme, "NAME",
          {"改造家庭：没有写项目的行算作哪个项目", "households: programme of rows that name none"});
      args.list("--track", o->request.tracks, "FILE",
                {"照片：拍摄者的 GPX 轨迹；可以重复",
                 "photos: the GPX track of who took them; may stand more than once"});
      args.number("--track-gap", o->track_gap, 1, 24 * 60,
                  {"照片：前后轨迹点最多相隔几分钟；默认 5",
                   "photos: minutes that track points may be apart; default 5"});
      args.option("--utc-offset", o->utc_offset, "OFFSET",
                  {"照片：相机时钟与世界时之差，照片自带时差的除外；默认 +08:00",
                   "photos: the camera's clock, where a photo does not tell; default +08:00"});
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
      args.flag("--large", o->request.large,
                {"文件来源可靠但很大（几十万行以上）：放宽读取的时间和内存限制",
                 "the file is trusted and very large (more than some 300,000 rows): read it with "
                 "more time and memory"});
      args.option("--mapping", o->mapping, "FILE",
                  {"各字段在本单位表格中的列名（CSV：字段,列名）",
                   "what your tables call the fields (CSV: field, header)"});
      args.option("--save-mapping", o->save_mapping, "FILE",
                  {"把识别的列写成对照文件，可修改后用于 --mapping",
                   "write the columns that were found, to edit and use with --mapping"});
      args.option(
          "--refused", o->refused, "FILE",
          {"把被拒绝的行连同原因写入 .xlsx 或 .csv，改正后再导入",
           "write refused rows with their reasons as .xlsx or .csv, to correct and import"});
      return [o](App &app) { return run(app, *o); };
    },
};

}  // namespace wza::audit
