// SPDX-License-Identifier: Apache-2.0
#include "gis/districts/import.h"

#include "db/sqlite/transaction.h"
#include "db/store/districts.h"
#include "db/store/facilities.h"
#include "db/store/runs.h"
#include "gis/districts/load.h"
#include "gis/districts/propose_datum.h"
#include "gis/field/datum_evidence.h"
#include "gis/field/declared_place.h"
#include "gis/geo/gpkg_blob.h"

#include <fmt/format.h>

#include <filesystem>

namespace wza::gis {
namespace {

/// Gives each known facility the district that the new boundaries say. One that now lies in none
/// keeps its district; a note says so. So does one without a position.
void relocate(Tracker &tracker, RunId run, DistrictReport &report) {
  FacilityStore facilities(tracker);
  auto known = facilities.all();
  if (known.empty()) return;
  auto districts = load_districts(tracker);
  if (!districts) return;
  DistrictIndex const index(std::move(*districts));
  int outside = 0;
  for (auto &facility : known) {
    if (!facility.raw) continue;
    auto const point = std::get<Point>(*from_blob(facility.geom));
    auto const found = index.locate(point);
    if (!found) {
      ++outside;
      continue;
    }
    auto const before = facility.district;
    facility.district = settled(index, index[*found].code, DeclaredPlace{before, {}}).code;
    facility.on_border = found->on_border;
    facility.others = index.other_codes(point, facility.raw->accuracy, *found);
    facilities.put(facility, run);
    if (facility.district != before) ++report.moved;
  }
  if (outside > 0) {
    report.notes.push_back(
        {fmt::format("{} 处设施不在任何新边界内，仍属原来的行政区。", outside),
         fmt::format("{} facilities lie in none of the boundaries and keep their district.",
                     outside)});
  }
}

/// What the borders that are known say about the datum of the layer; where none are, nothing. Looks
/// at `most` areas of all parts of the file, or a few more.
std::vector<DatumProposal> outlines_say(Tracker &tracker, Table const &table, std::size_t most) {
  auto districts = load_districts(tracker);
  if (!districts || districts->empty()) return {};
  std::vector<RawArea> areas;
  auto const stride = table.rows.size() / most + 1;
  for (std::size_t i = 0; i < table.rows.size(); i += stride) {
    auto const &row = table.rows[i];
    if (auto const *area = row.geometry ? std::get_if<RawArea>(&*row.geometry) : nullptr)
      areas.push_back(*area);
  }
  auto const proposal = propose_by_outlines(areas, DistrictIndex(std::move(*districts)));
  return proposal ? std::vector{*proposal} : std::vector<DatumProposal>();
}

Problem missing_option(Table const &table, std::string option, Text what) {
  return {ProblemCode::usage,
          table.source,
          std::move(option),
          std::nullopt,
          {fmt::format("没有说明{}。", what.zh), fmt::format("The {} was not given.", what.en)},
          {"请加上 --source（例如“天地图”）和 --date（例如 "
           "2023-12）：边界来源不同，统计结果会相差百分之二以上。",
           "Add --source (such as “Tianditu”) and --date (such as 2023-12): counts differ by more "
           "than 2 % between "
           "sources of boundaries."}};
}

}  // namespace

Result<DistrictReport> import_districts(Tracker &tracker, Table const &table,
                                        DistrictOptions const &options) {
  if (trimmed(options.boundary_source).empty()) {
    return missing_option(table, "--source", {"边界的来源", "source of the boundaries"});
  }
  if (trimmed(options.boundary_date).empty()) {
    return missing_option(table, "--date", {"边界的日期", "date of the boundaries"});
  }
  auto rows = read_districts(table, options.columns, options.datum, options.synonyms);
  if (!rows && rows.problem().code == ProblemCode::undeclared_datum)
    return with_words(rows.problem(), outlines_say(tracker, table, table.rows.size() + 1),
                      datum_hints(table, {}));
  if (!rows) return rows.problem();
  constexpr std::size_t kLooked = 60;  // counties: 100,000 places on their outlines
  DatumSaid datum;
  if (table.frame_by_format && !options.datum)
    datum = said_by_format(table, outlines_say(tracker, table, kLooked), datum_hints(table, {}));
  if (datum.problem) return *datum.problem;
  DistrictReport report;
  report.rows = static_cast<int>(table.rows.size());
  report.refused = std::move(rows->refused);
  report.columns = std::move(rows->columns);
  if (datum.note) report.notes.push_back(*datum.note);
  int without_boundary = 0;
  DistrictStore store(tracker);
  RunStore runs(tracker);
  Transaction transaction(tracker.db());
  report.run = runs.begin(RunKind::import,
                          fmt::format("districts {}",
                                      std::filesystem::path(table.source).filename().string()),
                          options.actor)
                   .id;
  for (auto &entry : rows->entries) {
    bool const drawn = !entry.area.area.empty();
    if (drawn) {
      entry.area.district.source = options.boundary_source;
      entry.area.district.source_date = options.boundary_date;
    } else {
      ++without_boundary;
    }
    if (entry.repaired) {
      ++report.repaired;
      report.notes.push_back(
          {fmt::format("第 {} 行（{}）的边界无效，已修复：{}", entry.row,
                       entry.area.district.code.value, entry.fault),
           fmt::format("The boundary in row {} ({}) was invalid and was repaired: {}", entry.row,
                       entry.area.district.code.value, entry.fault)});
    }
    StoredDistrict stored{std::move(entry.area.district), {}, {}, entry.repaired};
    if (drawn) {
      stored.geom = to_blob(entry.area.area);
      stored.datum = key(entry.frame);
    }
    report.count(store.put(stored, report.run));
  }
  if (without_boundary > 0) {
    report.notes.push_back(
        {fmt::format("{} 个行政区只有代码和名称，没有边界：只能按代码、地址归属。",
                     without_boundary),
         fmt::format("{} districts came by code and name, without a boundary: places are known to "
                     "lie in them by code or address only.",
                     without_boundary)});
  }
  store.rebuild_tree(report.run);
  relocate(tracker, report.run, report);
  finish_run(runs, report, {{"repaired", report.repaired}});
  if (!options.dry_run) transaction.commit();
  return report;
}

}  // namespace wza::gis
