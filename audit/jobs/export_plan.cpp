// SPDX-License-Identifier: Apache-2.0
#include "audit/jobs/export_plan.h"

#include "audit/jobs/about_layer.h"
#include "audit/jobs/export_map.h"
#include "audit/jobs/map_sheet.h"
#include "audit/pages/format.h"
#include "audit/report/plan.h"
#include "audit/text/texts.h"
#include "db/base/file.h"
#include "db/store/districts.h"
#include "db/store/plans.h"
#include "gis/districts/load.h"
#include "gis/geo/gpkg_blob.h"
#include "gis/io/write_layer.h"
#include "gis/map/qml.h"

#include <fmt/ranges.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <utility>

namespace wza::audit {
namespace {

using Areas = std::vector<gis::DistrictArea>;

/// The areas of the rows; none where the tracker has no boundaries.
Areas areas_of(Tracker &tracker, gis::PlanTable const &table) {
  auto areas = gis::load_districts(tracker);
  if (!areas) return {};
  std::set<DistrictCode> rows;
  for (auto const &row : table.rows)
    rows.insert(row.district);
  std::erase_if(*areas, [&](auto const &area) { return !rows.contains(area.district.code); });
  return *std::move(areas);
}

/// The columns of a row that are hidden: "2023;total".
std::string suppressed_in(gis::PlanReport const &report, gis::PlanTableRow const &row) {
  std::vector<std::string> hidden;
  for (std::size_t i = 0; i < row.cells.size(); ++i)
    if (!row.cells[i]) hidden.push_back(report.table.columns[i].key);
  if (!row.total) hidden.emplace_back("total");
  return fmt::format("{}", fmt::join(hidden, ";"));
}

/// Hidden counts are stars for people; for programs they are null, and a column names them.
gis::Table table_of(gis::PlanReport const &report, Areas const &areas, bool for_people) {
  std::map<DistrictCode, gis::MultiPolygon const *> by_code;
  for (auto const &area : areas)
    by_code.emplace(area.district.code, &area.area);
  gis::Table table;
  table.layer = "progress";
  table.frame = gis::Frame::cgcs2000;
  table.columns = {{"district", gis::CellKind::text},
                   {"name", gis::CellKind::text},
                   {"level", gis::CellKind::text},
                   {"rest", gis::CellKind::integer}};
  for (auto const &column : report.table.columns)
    table.columns.push_back({column.key, gis::CellKind::integer});
  table.columns.push_back({"total", gis::CellKind::integer});
  table.columns.push_back({"boundaries", gis::CellKind::text});
  bool const listed = !for_people && report.threshold > 0;
  if (listed) table.columns.push_back({"suppressed", gis::CellKind::text});
  auto const boundaries = fmt::format("{}", fmt::join(report.boundaries, "; "));
  auto const cell = [&](gis::ShownCount const &count) {
    return count ? fmt::format("{}", *count) : std::string(for_people ? "*" : "");
  };
  for (auto const &row : report.table.rows) {
    auto &to = table.rows.emplace_back();
    to.number = static_cast<std::int64_t>(table.rows.size()) + 1;
    to.cells = {row.district.value, row.name, std::string(key(row.level)), row.rest ? "1" : "0"};
    for (auto const &count : row.cells)
      to.cells.push_back(cell(count));
    to.cells.push_back(cell(row.total));
    to.cells.push_back(boundaries);
    if (listed) to.cells.push_back(suppressed_in(report, row));
    auto const area = by_code.find(row.district);
    if (area != by_code.end() && !row.rest) to.geometry = gis::raw_of(*area->second);
  }
  return table;
}

std::vector<std::string> sentences_of(gis::PlanReport const &report, Lang lang) {
  auto out = plan_sentences(report, lang);
  for (auto &note : plan_notes(report, lang))
    out.push_back(std::move(note));
  return out;
}

gis::LayerAbout about_plan(Tracker &tracker, gis::PlanReport const &report, gis::Table &table) {
  auto about = about_layer(tracker, ExportLayer::progress, table);
  about.title = {filled(T::map_title_progress, Lang::zh, report.plan.title.zh),
                 filled(T::map_title_progress, Lang::en, report.plan.title.en)};
  auto const zh = sentences_of(report, Lang::zh), en = sentences_of(report, Lang::en);
  for (std::size_t i = 0; i < zh.size(); ++i)
    about.facts.push_back({{"规划", "Plan"}, {zh[i], i < en.size() ? en[i] : ""}});
  for (auto const &column : report.table.columns)
    about.columns.push_back({column.key, column.name});
  if (!table.columns.empty() && table.columns.back().name == "suppressed")
    about.facts.push_back({{"suppressed", "suppressed"},
                           {"为保护个人隐私而隐去的列，以分号分隔；隐去不是 0",
                            "columns hidden to protect people, split by ';'; hidden is not 0"}});
  about.styles = {{"界线 outlines", "界线和名称 outlines and names", gis::outlined_qml("name")}};
  return about;
}

Result<std::size_t> write_table(Tracker &tracker, gis::PlanReport const &report,
                                std::string const &path) {
  auto const ending = ending_of(path);
  bool const for_people = ending == ".csv" || ending == ".xlsx";
  auto table = table_of(report, areas_of(tracker, report.table), for_people);
  auto const about = about_plan(tracker, report, table);
  auto written = gis::write_layer(table, path, about);
  if (!written) return std::move(written).problem();
  return table.rows.size();
}

std::string map_of(gis::PlanReport const &report, Areas const &areas, gis::MapPaper const &paper,
                   MapSheet const &sheet, Lang lang) {
  auto outlines = outlines_of(areas);
  std::vector<gis::MapCount> counts;
  for (std::size_t i = 0; i < areas.size(); ++i) {
    auto const row = std::ranges::find_if(report.table.rows, [&](auto const &one) {
      return !one.rest && one.district == areas[i].district.code;
    });
    auto &outline = outlines[i];
    outline.sentence = filled(T::map_home_count, lang, outline.name, plan_count(row->total));
    counts.push_back({std::move(outline), row->total});
  }
  auto map = map_words(paper, sheet.title, sheet.caption);
  map.legend = words(T::map_legend_homes, lang);
  map.no_data = words(T::map_hidden, lang);
  return gis::count_map(counts, map);
}

Result<std::size_t> write_sheet(Tracker &tracker, gis::PlanReport const &report,
                                std::string const &path, std::string const &paper_name, Lang lang) {
  auto const areas = gis::areas_to_draw(areas_of(tracker, report.table));
  auto const box = gis::box_of(outlines_of(areas)).value_or(gis::Box{});
  auto const paper = gis::paper_for(paper_name, box);
  MapSheet sheet;
  sheet.title = filled(T::map_title_progress, lang, report.plan.title.in(lang));
  sheet.caption = report.threshold > 0 ? "" : std::string(words(T::map_internal, lang));
  sheet.notes = sentences_of(report, lang);
  sheet.head.emplace_back(words(T::district, lang));
  for (auto const &column : report.table.columns)
    sheet.head.push_back(column.name.in(lang));
  sheet.head.emplace_back(words(T::total, lang));
  for (auto const &row : report.table.rows) {
    auto &to = sheet.rows.emplace_back();
    to.name = plan_row_name(row, lang);
    to.code = row.district.value;
    for (auto const &count : row.cells)
      to.cells.push_back(plan_count(count));
    to.cells.push_back(plan_count(row.total));
  }
  sheet.svg = map_of(report, areas, paper, sheet, lang);
  auto printed = write_document(sheet_html(tracker, sheet, paper, box, lang), path);
  if (!printed) return std::move(printed).problem();
  return sheet.rows.size();
}

}  // namespace

Result<PlanId> only_plan(Tracker &tracker) {
  std::set<DistrictCode> drawn;
  for (auto const &district : DistrictStore(tracker).with_boundary())
    drawn.insert(district.district.code);
  std::vector<PlanId> found;
  for (auto const &plan : PlanStore(tracker).plans())
    if (drawn.contains(plan.district)) found.push_back(plan.id);
  if (found.size() == 1) return found.front();
  return Problem{ProblemCode::usage,
                 "",
                 "--plan",
                 std::nullopt,
                 {"没有说明是哪个规划。", "Which plan is not said."},
                 {"请写 --plan 规划编号；运行 wza report plan 可列出所有规划。",
                  "Give --plan PLAN; wza report plan lists all plans."}};
}

Result<std::size_t> export_plan(Tracker &tracker, gis::PlanQuery const &query,
                                std::string const &path, std::string const &paper, Lang lang) {
  auto const report = gis::plan_report(tracker, query);
  if (!report) return report.problem();
  if (!report->all_protected) {
    return Problem{ProblemCode::forbidden,
                   path,
                   "--publish",
                   std::nullopt,
                   {"有的小数目无法保护，没有写文件。",
                    "Some small counts could not be protected; nothing was written."},
                   {"请用 --level 选更高一级。", "Choose wider rows with --level."}};
  }
  return is_map_sheet(path) ? write_sheet(tracker, *report, path, paper, lang)
                            : write_table(tracker, *report, path);
}

}  // namespace wza::audit
