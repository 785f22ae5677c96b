// SPDX-License-Identifier: Apache-2.0
// wza locate: the district of each point of a table, or how many points each district has.
#include "audit/app.h"
#include "audit/cli/chosen_columns.h"
#include "audit/cli/command.h"
#include "audit/report/located.h"
#include "db/store/districts.h"
#include "gis/districts/load.h"
#include "gis/io/read_layer.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <memory>

namespace wza::audit {
namespace {

struct Options {
  std::string file;
  std::optional<std::string> districts, datum, districts_datum;
  std::string code_column, name_column, layer;
  std::vector<std::string> columns;
  bool count = false;
  std::string format = "csv";
};

/// The districts to look in, and the datum that they came in.
struct Boundaries {
  std::vector<gis::DistrictArea> areas;
  gis::Frame frame = gis::Frame::cgcs2000;
  bool complete = true;         ///< no row of the file was refused
  std::vector<District> names;  ///< of all districts that an address may name
  std::string source;           ///< who drew them and when; of a file, its name
};

std::optional<gis::Frame> frame_of(std::optional<std::string> const &word) {
  return word ? from_key<gis::Frame>(*word) : std::nullopt;
}

Result<Boundaries> boundaries_of(App &app, Options const &options) {
  Boundaries out;
  if (!options.districts) {
    Tracker tracker = app.open_tracker(Tracker::Access::read);
    auto areas = gis::load_districts(tracker);
    if (!areas) return areas.problem();
    out.areas = *std::move(areas);
    out.names = DistrictStore(tracker).all();
    out.source = fmt::format("{}", fmt::join(DistrictStore(tracker).boundary_sources(), "; "));
    return out;
  }
  // An invalid outline still has an inside (even-odd), so it need not be repaired here.
  auto const table =
      gis::read_layer(*options.districts, {.layer = options.layer, .repair_areas = false});
  if (!table) return table.problem();
  gis::ChosenColumns chosen;
  if (!options.code_column.empty()) chosen["code"] = options.code_column;
  if (!options.name_column.empty()) chosen["name"] = options.name_column;
  auto rows = gis::read_districts(*table, chosen, frame_of(options.districts_datum));
  if (!rows) return rows.problem();
  for (Problem const &problem : rows->refused)
    app.terminal().refuse(problem);
  out.complete = rows->refused.empty();
  out.source = *options.districts;
  for (auto &entry : rows->entries) {
    out.frame = entry.frame;
    out.names.push_back(entry.area.district);
    if (!entry.area.area.empty()) out.areas.push_back(std::move(entry.area));
  }
  return out;
}

void say_summary(App &app, gis::LocateSummary const &summary, gis::Frame frame) {
  if (summary.undeclared) {
    auto const name = label(frame);
    app.terminal().warn(
        {fmt::format("文件没有说明坐标系，已按行政区边界的坐标系（{}）处理。如果不是，请加上 "
                     "--datum：弄错会偏移 100 到 1500 米。",
                     name.zh),
         fmt::format("The file does not say its datum; that of the boundaries, {}, was taken. Say "
                     "another with --datum: a wrong one is 100 to 1,500 m off.",
                     name.en)});
  }
  for (Problem const &problem : summary.refused)
    app.terminal().refuse(problem);
  if (summary.refused_count > std::ssize(summary.refused)) {
    auto const more = summary.refused_count - std::ssize(summary.refused);
    app.terminal().warn({fmt::format("还有 {} 行未列出。", more),
                         fmt::format("{} more rows are not listed.", more)});
  }
  auto const inside = summary.points - summary.outside;
  app.terminal().say(
      {fmt::format("{} 个点：在行政区内 {}，不在任何行政区内 {}，无法使用 {} 行。", summary.points,
                   inside, summary.outside, summary.refused_count),
       fmt::format("{} points: {} in a district, {} in none; {} rows cannot be used.",
                   summary.points, inside, summary.outside, summary.refused_count)});
  if (summary.by_address > 0) {
    app.terminal().say(
        {fmt::format("另有 {} 行没有坐标，按地址归属，精度见 precision 列。", summary.by_address),
         fmt::format("{} more rows have no position and were placed by their address; see the "
                     "column precision.",
                     summary.by_address)});
  }
  if (summary.on_border > 0) {
    app.terminal().say(
        {fmt::format("{} 个点正好在边界上，归代码较小的行政区。", summary.on_border),
         fmt::format("{} points lie on a border and count in the district of the lower code.",
                     summary.on_border)});
  }
  if (summary.near_border > 0) {
    app.terminal().say(
        {fmt::format("{} 个点的精度范围内还有别的行政区，见 others 列。", summary.near_border),
         fmt::format("{} points may lie in another district as well, see the column others.",
                     summary.near_border)});
  }
  if (summary.in_several > 0) {
    app.terminal().warn(
        {fmt::format("{} 个点在几个重叠的行政区内，归代码较小的行政区。请核对边界文件。",
                     summary.in_several),
         fmt::format("{} points lie in districts that overlap and count in that of the lower code. "
                     "Check the boundaries.",
                     summary.in_several)});
  }
}

ExitCode refuse(App &app, Problem const &problem) {
  app.terminal().refuse(problem);
  return problem.code == ProblemCode::usage ? ExitCode::usage : ExitCode::refused;
}

ExitCode run(App &app, Options const &options) {
  gis::LocateOptions asked;
  asked.datum = frame_of(options.datum);
  auto columns = chosen_columns(options.columns);
  if (!columns) return refuse(app, columns.problem());
  asked.columns = *std::move(columns);
  auto boundaries = boundaries_of(app, options);
  if (!boundaries) return refuse(app, boundaries.problem());
  asked.undeclared = boundaries->frame;
  gis::DistrictIndex const index(std::move(boundaries->areas));
  gis::AddressBook const addresses(boundaries->names);
  asked.addresses = &addresses;
  bool const json = options.format == "json";
  LocatedWriter writer(app.terminal().data(), index, json);
  auto const summary = options.count
                           ? gis::locate_file(options.file, index, asked)
                           : gis::locate_file(options.file, index, asked,
                                              [&](gis::LocatedRow const &row) { writer.put(row); });
  if (!summary) return refuse(app, summary.problem());
  if (options.count) {
    writer.put_counts(*summary);
    app.terminal().say({fmt::format("行政区划边界：{}。", boundaries->source),
                        fmt::format("Boundaries: {}.", boundaries->source)});
  }
  writer.flush();
  say_summary(app, *summary, boundaries->frame);
  bool const all = summary->refused_count == 0 && boundaries->complete;
  return all ? ExitCode::done : ExitCode::refused;
}

}  // namespace

extern Command const locate_command{
    .name = "locate",
    .summary = {"求每个点所在的行政区，或统计各行政区的点数",
                "the district of each point of a table, or how many points each district has"},
    .details =
        {"每个点只归一个行政区：边界上的点归代码较小的，并加以说明；精度范围内的其他行政区在 "
         "others 列中列出。\n例子：\n"
         "  wza locate 设施.csv --datum gcj02\n"
         "  wza locate points.csv --districts counties.gpkg --count",
         "Each point belongs to one district: on a border to that of the lower code, and the row "
         "says so; the column others names the districts within its accuracy.\nExamples:\n"
         "  wza locate places.csv --datum gcj02\n"
         "  wza locate points.csv --districts counties.gpkg --count"},
    .setup = [](Args &args) -> Run {
      auto o = std::make_shared<Options>();
      args.operand("FILE", o->file,
                   {"有经度、纬度两列的表格，或点图层",
                    "a table with longitudes and latitudes, or "
                    "a layer of points"});
      args.option("--districts", o->districts, "FILE",
                  {"行政区边界文件；默认用跟踪库中的",
                   "boundaries of districts; default those of the tracker"});
      args.flag("--count", o->count, {"只统计各行政区的点数", "count the points of each district"});
      args.choice("--datum", o->datum, {"wgs84", "cgcs2000", "gcj02", "bd09"},
                  {"点的坐标系", "datum of the points"});
      args.choice("--districts-datum", o->districts_datum, {"wgs84", "cgcs2000", "gcj02", "bd09"},
                  {"边界文件的坐标系；默认按文件自己的说明",
                   "datum of the boundaries; default what their file says"});
      args.list("--column", o->columns, "FIELD=HEADER",
                {"指定某个字段所在的列；可以重复", "column of a field; may stand more than once"});
      args.option("--code-column", o->code_column, "HEADER",
                  {"边界文件：代码所在的列", "boundaries: column of the code"});
      args.option("--name-column", o->name_column, "HEADER",
                  {"边界文件：名称所在的列", "boundaries: column of the name"});
      args.option("--layer", o->layer, "NAME",
                  {"边界文件：图层；默认第一个", "boundaries: layer; default the first"});
      args.choice("--format", o->format, {"csv", "json"},
                  {"输出格式；json 每行一个对象", "output; json is one object a line"});
      return [o](App &app) { return run(app, *o); };
    },
};

}  // namespace wza::audit
