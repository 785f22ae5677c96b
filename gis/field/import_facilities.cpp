// SPDX-License-Identifier: Apache-2.0
#include "gis/field/import_facilities.h"

#include "db/sqlite/transaction.h"
#include "db/store/facilities.h"
#include "db/store/runs.h"
#include "gis/districts/load.h"
#include "gis/field/datum_evidence.h"
#include "gis/field/declared_place.h"
#include "gis/field/position.h"
#include "gis/field/verdicts.h"
#include "gis/geo/gpkg_blob.h"

#include <fmt/format.h>

#include <array>
#include <filesystem>
#include <map>
#include <set>

namespace wza::gis {
namespace {

struct BuildWord {
  std::string_view word;
  AppliesTo build;
};
constexpr std::array kBuildWords{
    BuildWord{"new_build", AppliesTo::new_build}, BuildWord{"new", AppliesTo::new_build},
    BuildWord{"新建", AppliesTo::new_build},      BuildWord{"扩建", AppliesTo::new_build},
    BuildWord{"新建扩建", AppliesTo::new_build},  BuildWord{"existing", AppliesTo::existing},
    BuildWord{"既有", AppliesTo::existing},       BuildWord{"改造", AppliesTo::existing},
    BuildWord{"既有改造", AppliesTo::existing},   BuildWord{"已建", AppliesTo::existing},
};

std::vector<FieldWords> facility_fields() {
  auto fields = position_fields();
  std::vector<FieldWords> own{
      {"id",
       {"设施编号", "facility id"},
       {"设施编号", "编号", "id", "facilityid", "对象编号", "序号", "code"}},
      {"name", {"名称", "name"}, {"名称", "设施名称", "对象名称", "name", "场所名称", "地点"}},
      {"place_type",
       {"场所类型", "place type"},
       {"场所类型", "placetype", "类型", "type", "设施类型", "场所类别"}},
      {"build",
       {"新建或既有", "new or existing"},
       {"新建或既有", "新建/既有", "build", "建设性质", "neworexisting", "建筑性质"}},
      {"address", {"地址", "address"}, {"地址", "address", "详细地址", "位置"}},
      {"owner",
       {"管理单位", "owner"},
       {"管理单位", "产权单位", "责任单位", "owner", "unit", "产权/管理单位"}},
  };
  for (auto &field :
       district_fields({"行政区划代码", "district code"},
                       {"行政区划代码", "区划代码", "district", "adcode", "乡镇代码", "行政区划"}))
    own.push_back(std::move(field));
  fields.insert(fields.begin(), own.begin(), own.end());
  for (auto &field : camera_fields())
    fields.push_back(std::move(field));
  return fields;
}

/// Reads one row after another into the store.
class FacilityIntake {
 public:
  FacilityIntake(Tracker &tracker, Table const &table, Columns const &columns,
                 DistrictIndex const &index, ImportOptions const &options)
      : m_table(table),
        m_columns(columns),
        m_index(index),
        m_options(options),
        m_store(tracker),
        m_declared(tracker) {}

  Result<Facility> read(Row const &row) {
    Facility f;
    for (auto field : {"id", "name", "place_type"}) {
      if (m_columns.cell(row, field).empty()) return m_columns.missing(row, field);
    }
    f.id = FacilityId(std::string(m_columns.cell(row, "id")));
    f.name = std::string(m_columns.cell(row, "name"));
    if (auto const [at, is_new] = m_seen.emplace(f.id, row.number); !is_new) {
      return m_columns.problem(
          ProblemCode::duplicate, row, "id",
          {fmt::format("编号 {} 在第 {} 行已经有了。", f.id.value, at->second),
           fmt::format("Id {} stands in row {} already.", f.id.value, at->second)},
          {"请给每处设施一个不同的编号。", "Give each facility an id of its own."});
    }
    auto const type = place_type(m_columns.cell(row, "place_type"));
    if (!type) {
      auto const word = utf8_prefix(m_columns.cell(row, "place_type"), 60);
      return m_columns.problem(
          ProblemCode::unknown_code, row, "place_type",
          {fmt::format("没有“{}”这个场所类型。", word),
           fmt::format("“{}” is no place type.", word)},
          {"请填写场所类型的代码或名称；wza rules 列出全部类型。",
           "Write the code or the name of a place type; wza rules lists them."});
    }
    f.place_type = *type;
    if (auto const word = m_columns.cell(row, "build"); !word.empty()) {
      f.build = build_of(word);
      if (!f.build) {
        return m_columns.problem(
            ProblemCode::bad_value, row, "build",
            {fmt::format("不知道“{}”是新建还是既有。", utf8_prefix(word, 40)),
             fmt::format("“{}” is neither new nor existing.", utf8_prefix(word, 40))},
            {"请填写“新建”或“既有”，不清楚的留空。",
             "Write new or existing; leave it empty where it is not known."});
      }
    }
    f.address = m_columns.optional_cell(row, "address");
    f.owner = m_columns.optional_cell(row, "owner");
    if (auto const placed = place(row, f); !placed) return placed.problem();
    return f;
  }

  StoreChange put(Facility const &facility, RunId run) { return m_store.put(facility, run); }

  void add_notes(ImportReport &report) const {
    if (!m_on_border.empty()) {
      report.notes.push_back({fmt::format("{} 处设施正好在边界上，归代码较小的行政区：第 {} 行。",
                                          m_on_border.size(), fmt::join(m_on_border, "、")),
                              fmt::format("{} facilities lie on a border and count in the district "
                                          "of the lower code: rows {}.",
                                          m_on_border.size(), fmt::join(m_on_border, ", "))});
    }
    if (!m_uncertain.empty()) {
      report.notes.push_back(
          {fmt::format("{} 处设施的定位精度范围内还有别的行政区，请核对：{}。", m_uncertain.size(),
                       fmt::join(m_uncertain, "；")),
           fmt::format("{} facilities lie within their accuracy of other districts, please check: "
                       "{}.",
                       m_uncertain.size(), fmt::join(m_uncertain, "; "))});
    }
    if (!m_elsewhere.empty()) {
      report.notes.push_back(
          {fmt::format("{} 行填写的行政区与坐标所在的不同，已按坐标归属：第 {} 行。",
                       m_elsewhere.size(), fmt::join(m_elsewhere, "、")),
           fmt::format("{} rows name another district than their position lies in; the position "
                       "was followed: rows {}.",
                       m_elsewhere.size(), fmt::join(m_elsewhere, ", "))});
    }
    if (m_unplaced > 0) {
      report.notes.push_back(
          {fmt::format("{} 处设施没有坐标，按代码或地址归属，不画在地图上；精度见 precision。",
                       m_unplaced),
           fmt::format("{} facilities have no position: they were placed by code or address and "
                       "are on no map; see precision.",
                       m_unplaced)});
    }
    if (!m_differ.empty()) {
      report.notes.push_back(
          {fmt::format("{} 行的地址与代码属于不同的行政区，已按代码归属：第 {} 行。",
                       m_differ.size(), fmt::join(m_differ, "、")),
           fmt::format("{} rows have an address in another district than their code; the code was "
                       "followed: rows {}.",
                       m_differ.size(), fmt::join(m_differ, ", "))});
    }
  }

 private:
  std::optional<PlaceTypeCode> place_type(std::string_view word) {
    auto const [at, is_new] = m_types.try_emplace(std::string(word));
    if (is_new) at->second = m_store.place_type(word);
    return at->second;
  }

  /// Where it is: by its position, else by the district that it names.
  Result<Done> place(Row const &row, Facility &f) {
    auto const position = position_of(m_table, m_columns, row, m_options.datum);
    if (!position) return position.problem();
    if (!*position) return place_declared(row, f);
    auto const point = (*position)->point;
    auto const found = district_of(m_index, m_columns, row, point);
    if (!found) return found.problem();
    auto const at =
        settled(m_index, m_index[*found].code, m_declared.beside_position(m_columns, row));
    f.district = at.code;
    f.on_border = found->on_border;
    f.raw = (*position)->kept();
    f.geom = to_blob(point);
    if (at.elsewhere) m_elsewhere.push_back(row.number);
    if (f.on_border) m_on_border.push_back(row.number);
    f.others = m_index.other_codes(point, f.raw->accuracy, *found);
    note_others(row, m_index[*found], f.others);
    return Done{};
  }

  Result<Done> place_declared(Row const &row, Facility &f) {
    auto const declared = m_declared.of(m_columns, row);
    if (!declared) return declared.problem();
    if (!*declared) return m_columns.missing(row, "lon");
    if (!(*declared)->precision) {
      return m_columns.problem(
          ProblemCode::bad_value, row, "district",
          {"没有坐标，行政区也只写到市以上。",
           "There is no position, and the district is wider than a county."},
          {"请补充坐标，或写到县、乡镇或村。", "Give the position, or a county, town or village."});
    }
    f.district = (*declared)->code;
    f.precision = *(*declared)->precision;
    ++m_unplaced;
    if ((*declared)->address_differs) m_differ.push_back(row.number);
    return Done{};
  }

  /// Remembers "row 12: 秀峰区 450302 / 叠彩区 450303" where the position does not decide.
  void note_others(Row const &row, District const &found, std::vector<DistrictCode> const &others) {
    if (others.empty()) return;
    auto line = fmt::format("{}: {} {}", row.number, found.name, found.code.value);
    for (auto const &code : others) {
      auto const at = m_index.find(code);
      line += fmt::format(" / {} {}", m_index.districts()[*at].name, code.value);
    }
    m_uncertain.push_back(std::move(line));
  }

  Table const &m_table;
  Columns const &m_columns;
  DistrictIndex const &m_index;
  ImportOptions const &m_options;
  FacilityStore m_store;
  DeclaredPlaces m_declared;
  std::map<FacilityId, std::int64_t> m_seen;
  std::map<std::string, std::optional<PlaceTypeCode>> m_types;
  std::vector<std::int64_t> m_on_border, m_elsewhere, m_differ;
  int m_unplaced = 0;
  std::vector<std::string> m_uncertain;
};

}  // namespace

std::optional<AppliesTo> build_of(std::string_view word) {
  auto const plain = ascii_lower(trimmed(word));
  for (auto const &known : kBuildWords) {
    if (known.word == plain) return known.build;
  }
  return std::nullopt;
}

Result<ImportReport> import_facilities(Tracker &tracker, Table const &table,
                                       ImportOptions const &options) {
  auto const columns = Columns::of(table, facility_fields(), options.columns, options.synonyms);
  if (!columns) return columns.problem();
  if (auto const there = columns->require({"id", "name", "place_type"}); !there)
    return there.problem();
  bool const mapped = !table.rows.empty() && table.rows.front().geometry.has_value();
  bool const named = columns->has("address") || columns->has("district");
  if (!mapped && !named) {
    if (auto const there = columns->require({"lon", "lat"}); !there) return there.problem();
  }
  auto const datum = ask_datum(tracker, table, *columns, options.datum, "id");
  if (datum.problem) return *datum.problem;
  auto districts = load_districts(tracker);
  if (!districts) return districts.problem();
  DistrictIndex const index(std::move(*districts));

  ImportReport report;
  report.rows = static_cast<int>(table.rows.size());
  report.columns = columns->matches();
  RunStore runs(tracker);
  FacilityIntake intake(tracker, table, *columns, index, options);
  Verdicts verdicts(tracker);
  Transaction transaction(tracker.db());
  report.run = runs.begin(RunKind::import,
                          fmt::format("facilities {}",
                                      std::filesystem::path(table.source).filename().string()),
                          options.actor)
                   .id;
  for (std::size_t done = 0; auto const &row : table.rows) {
    options.tell(++done, table.rows.size());
    auto const facility = intake.read(row);
    if (facility) {
      auto const change = intake.put(*facility, report.run);
      report.count(change);
      // New or existing, and the type of place, decide which clauses apply.
      if (change == StoreChange::updated) verdicts.settle_all(*facility, report.run);
    } else {
      report.refused.push_back(facility.problem());
    }
  }
  if (datum.note) report.notes.push_back(*datum.note);
  intake.add_notes(report);
  finish_run(runs, report);
  if (!options.dry_run) transaction.commit();
  return report;
}

}  // namespace wza::gis
