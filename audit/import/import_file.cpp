// SPDX-License-Identifier: Apache-2.0
#include "audit/import/import_file.h"

#include "audit/actor.h"
#include "audit/import/unread_columns.h"
#include "db/sqlite/transaction.h"
#include "db/store/plans.h"
#include "db/store/private_store.h"
#include "db/store/runs.h"
#include "gis/districts/import.h"
#include "gis/field/import_criteria.h"
#include "gis/field/import_facilities.h"
#include "gis/field/import_inspections.h"
#include "gis/field/import_photos.h"
#include "gis/field/import_rounds.h"
#include "gis/field/submissions.h"
#include "gis/io/read_layer.h"
#include "gis/retrofit/import_households.h"

#include <fmt/format.h>

#include <filesystem>
#include <set>
#include <utility>
#include <vector>

namespace wza::audit {
namespace {

void fill(gis::ImportOptions &options, ImportRequest const &request) {
  options.datum = request.datum;
  for (auto const &[field, header] : request.columns) {
    if (!header.empty()) options.columns.emplace(field, header);
  }
  options.synonyms = request.synonyms;
  options.actor = actor();
  options.dry_run = request.dry_run;
  options.progress = request.progress;
}

Result<gis::ImportReport> districts(Tracker &tracker, gis::Table const &table,
                                    ImportRequest const &request) {
  gis::DistrictOptions options;
  fill(options, request);
  options.boundary_source = request.boundary_source;
  options.boundary_date = request.boundary_date;
  auto report = gis::import_districts(tracker, table, options);
  if (!report) return std::move(report).problem();
  if (report->moved > 0) {
    report->notes.push_back(
        {fmt::format("{} 个已有设施随新边界换了地区。", report->moved),
         fmt::format("{} known facilities moved to another district with the new boundaries.",
                     report->moved)});
  }
  return gis::ImportReport(*std::move(report));
}

Result<gis::ImportReport> inspections(Tracker &tracker, gis::Table const &table,
                                      ImportRequest const &request) {
  gis::ImportOptions options;
  fill(options, request);
  auto const submissions = gis::measurements_of(tracker, table);
  auto report = submissions ? gis::import_inspections(tracker, *submissions, options)
                            : gis::import_inspections(tracker, table, options);
  if (!report) return std::move(report).problem();
  if (submissions) report->also_read = submissions->read;
  report->notes.push_back(
      {fmt::format("测量判定：符合 {}，不符合 {}，无法判定 {}，不适用 {}；新问题 {} "
                   "个，复测已消除 {} 个，再次出现 {} 个。",
                   report->passed, report->failed, report->cant_tell, report->inapplicable,
                   report->findings_new, report->findings_mended, report->findings_reopened),
       fmt::format("Measurements: {} passed, {} failed, {} cannot be told, {} do not apply; {} new "
                   "findings, {} mended, {} reopened.",
                   report->passed, report->failed, report->cant_tell, report->inapplicable,
                   report->findings_new, report->findings_mended, report->findings_reopened)});
  if (report->findings_withdrawn > 0) {
    report->notes.push_back(
        {fmt::format("{} 个问题因记录更正或该条不再适用而关闭。", report->findings_withdrawn),
         fmt::format("{} findings are closed: a record was corrected, or does not apply any more.",
                     report->findings_withdrawn)});
  }
  if (report->from_memory > 0) {
    report->notes.push_back(
        {fmt::format("其中 {} 项不符合所依据的条文是凭记忆录入的，整改前请核对标准原文。",
                     report->from_memory),
         fmt::format("{} failures rest on clauses from memory: check them on paper first.",
                     report->from_memory)});
  }
  return gis::ImportReport(*std::move(report));
}

/// Plans of `rows` that begin with the year of their earliest target because nobody said when.
void note_first_years(PlanStore &store, std::vector<PlanRow> const &rows,
                      gis::ImportReport &report) {
  std::set<PlanId> said, told;
  for (PlanRow const &row : rows)
    if (auto const plan = store.plan_of(row); plan && !trimmed(row.from_year).empty())
      said.insert(plan->id);
  for (PlanRow const &row : rows) {
    auto const plan = store.plan_of(row);
    if (!plan || said.contains(plan->id) || !told.insert(plan->id).second) continue;
    std::optional<int> earliest;
    for (Target const &target : store.targets(plan->id))
      if (target.year && (!earliest || *target.year < *earliest)) earliest = target.year;
    if (earliest != plan->from_year) continue;
    report.notes.push_back(
        {fmt::format(
             "“{}”没有写起始年，从最早的目标年 {} 年起计数，此前验收的户不计入。规划从更早的"
             "年份开始的，请加“起始年”列再导入。",
             plan->title.zh, plan->from_year),
         fmt::format(
             "“{}” says no first year: counts begin with its earliest target, in {}; homes "
             "accepted before do not count. If the plan began earlier, import it again with "
             "a column 起始年 (from_year).",
             plan->title.en, plan->from_year)});
  }
}

Result<gis::ImportReport> plan(Tracker &tracker, gis::Table const &table,
                               ImportRequest const &request) {
  std::vector<std::string PlanRow::*> fields;
  std::string unit;
  for (gis::Column const &column : table.columns) {
    fields.push_back(plan_column(column.name));
    if (fields.back() == &PlanRow::target) unit = plan_unit(column.name);
  }
  gis::ImportReport report;
  report.rows = static_cast<int>(table.rows.size());
  PlanStore store(tracker);
  Transaction transaction(tracker.db());
  RunStore runs(tracker);
  report.run =
      runs.begin(RunKind::import,
                 fmt::format("plan {}", std::filesystem::path(table.source).filename().string()),
                 actor())
          .id;
  std::vector<PlanRow> taken;
  for (gis::Row const &row : table.rows) {
    PlanRow target;
    target.row = row.number;
    target.header_unit = unit;
    for (std::size_t i = 0; i < fields.size() && i < row.cells.size(); ++i) {
      if (fields[i] != nullptr) target.*fields[i] = row.cells[i];
    }
    auto change = store.add_local(target, table.source, report.run);
    if (change) {
      report.count(*change);
      taken.push_back(std::move(target));
    } else {
      report.refused.push_back(std::move(change).problem());
    }
  }
  note_first_years(store, taken, report);
  finish_run(runs, report);
  if (!request.dry_run) transaction.commit();
  return report;
}

Result<gis::ImportReport> import_table(Tracker &tracker, gis::Table const &table,
                                       ImportRequest const &request) {
  if (request.kind == "districts") return districts(tracker, table, request);
  if (request.kind == "inspections") return inspections(tracker, table, request);
  if (request.kind == "plan") return plan(tracker, table, request);
  if (request.kind == "households") {
    gis::HouseholdOptions options;
    fill(options, request);
    options.programme = request.programme;
    PrivateStore private_store = PrivateStore::open(tracker);
    return gis::import_households(tracker, private_store, table, options);
  }
  gis::ImportOptions options;
  fill(options, request);
  if (request.kind == "criteria") return gis::import_criteria(tracker, table, options);
  if (request.kind == "rounds") return gis::import_rounds(tracker, table, options);
  return gis::import_facilities(tracker, table, options);
}

/// Writes the zone into a column of each row, where it is looked for.
void say_zone(gis::Table &table, std::string const &zone) {
  for (auto &row : table.rows) {
    row.cells.resize(table.columns.size());
    row.cells.push_back(zone);
  }
  table.columns.push_back({"坐标系", gis::CellKind::text});
}

}  // namespace

Result<ImportOutcome> import_file(Tracker &tracker, ImportRequest const &request) {
  if (request.kind == "photos") {
    gis::PhotoOptions options;
    fill(options, request);
    options.tracks = request.tracks;
    options.gap = request.track_gap;
    options.utc_offset = request.utc_offset;
    auto report = gis::import_photos(tracker, request.file, options);
    if (!report) return std::move(report).problem();
    return ImportOutcome{*std::move(report), {}};
  }
  gis::ReadOptions reading;
  reading.layer = request.layer;
  reading.large = request.large;
  reading.large_on_request = true;
  if (request.progress) reading.progress = [&](std::size_t rows) { request.progress(rows, 0); };
  auto table = gis::read_layer(request.file, reading);
  if (!table) return std::move(table).problem();
  if (request.zone) say_zone(*table, *request.zone);
  auto report = import_table(tracker, *table, request);
  if (!report) return std::move(report).problem();
  if (table->header_row > 1) {
    report->notes.push_back(
        {fmt::format("表头在第 {} 行，其上的内容没有导入。", table->header_row),
         fmt::format("The header stands in row {}; what is above it was not imported.",
                     table->header_row)});
  }
  if (auto unread = unread_columns(table->columns, report->columns, report->also_read))
    report->notes.push_back(*std::move(unread));
  return ImportOutcome{*std::move(report), *std::move(table)};
}

}  // namespace wza::audit
