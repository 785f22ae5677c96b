// SPDX-License-Identifier: Apache-2.0
#include "gis/retrofit/import_households.h"

#include "db/sqlite/transaction.h"
#include "db/store/runs.h"
#include "gis/districts/load.h"
#include "gis/field/datum_evidence.h"
#include "gis/field/declared_place.h"
#include "gis/field/position.h"
#include "gis/geo/gpkg_blob.h"
#include "gis/retrofit/household_row.h"

#include <fmt/format.h>

#include <filesystem>
#include <map>
#include <optional>
#include <tuple>

namespace wza::gis {
namespace {

constexpr std::string_view kProgramme = "家庭无障碍改造";

class Intake {
 public:
  Intake(Tracker &tracker, PrivateStore &private_store, Table const &table, Columns const &columns,
         HouseholdOptions const &options, std::vector<DistrictArea> areas)
      : m_tracker(tracker),
        m_private(private_store),
        m_table(table),
        m_columns(columns),
        m_options(options),
        m_retrofits(tracker),
        m_declared(tracker) {
    for (auto const &area : areas) {
      if (auto const point = inner_point(area.area))
        m_inner.emplace(area.district.code, to_blob(*point));
    }
    m_index.emplace(std::move(areas));
  }

  Result<StoreChange> take(Row const &row, RunId run) {
    auto const programme =
        m_options.programme.empty() ? std::string(kProgramme) : m_options.programme;
    auto read = read_household(m_table, m_columns, row, programme, m_retrofits);
    if (!read) return read.problem();
    auto const placed = place(row, *read);
    if (!placed) return placed.problem();
    auto &household = read->household;
    auto &retrofit = read->retrofit;
    household.pseudonym = retrofit.household = m_private.pseudonym(read->identity);
    if (!read->person.empty()) household.person_key = m_private.blind_index("person", read->person);
    if (!read->place.empty()) household.place_key = m_private.blind_index("place", read->place);
    household.district = retrofit.district = placed->code;
    household.precision = placed->precision;
    if (auto const inner = inner_of(placed->code); inner != m_inner.end())
      retrofit.geom = inner->second;
    if (auto const [at, is_new] = m_seen.try_emplace(
            {household.pseudonym, retrofit.programme, retrofit.year}, row.number);
        !is_new) {
      return m_columns.problem(
          ProblemCode::duplicate, row, "certificate",
          {fmt::format("同一户、同一项目、同一年度在第 {} 行已经有了。", at->second),
           fmt::format("The same home, programme and year stand in row {} already.", at->second)},
          {"请合并为一行。", "Merge the two rows."});
    }
    // Of a home that is new, nothing can be in the way of its retrofit. For the others, what the
    // first step changed is taken back where the second is refused.
    std::optional<Savepoint> savepoint;
    if (m_retrofits.household(household.pseudonym)) savepoint.emplace(m_tracker.db());
    auto change = m_retrofits.put(household, run);
    auto const put = m_retrofits.put(retrofit, run);
    if (!put) {
      auto const &problem = put.problem();
      return m_columns.problem(problem.code, row, problem.field, problem.reason, problem.remedy);
    }
    if (savepoint) savepoint->keep();
    auto const kept = m_private.put(household.pseudonym, read->personal);
    if (read->undated) m_undated.push_back(row.number);
    for (auto const &work : retrofit.works) {
      if (!work.item) ++m_other_works;
    }
    if (*put == StoreChange::stored) return StoreChange::stored;
    bool const same = *put == StoreChange::unchanged && change == StoreChange::unchanged &&
                      kept == PrivateStore::Change::unchanged;
    return same ? StoreChange::unchanged : StoreChange::updated;
  }

  void add_notes(ImportReport &report) const {
    add_rows(report, m_undated, "{} 户已验收但没有验收日期，不计入任何年度：第 {} 行。",
             "{} homes are accepted without a date and count in no year: rows {}.");
    add_rows(report, m_elsewhere, "{} 户的乡镇代码与坐标所在的不同，已按坐标归属：第 {} 行。",
             "{} homes name another township than their position lies in; the position was "
             "followed: rows {}.");
    add_rows(report, m_on_border, "{} 户正好在边界上，归代码较小的行政区：第 {} 行。",
             "{} homes lie on a border and count in the district of the lower code: rows {}.");
    add_rows(report, m_differ, "{} 户的住址与代码属于不同的行政区，已按代码归属：第 {} 行。",
             "{} homes have an address in another district than their code; the code was followed: "
             "rows {}.");
    if (m_other_works > 0) {
      report.notes.push_back(
          {fmt::format("{} 项改造内容不在目录中，按原文保留。", m_other_works),
           fmt::format("{} items are not in the catalogue and were kept as they are.",
                       m_other_works)});
    }
  }

 private:
  static void add_rows(ImportReport &report, std::vector<std::int64_t> const &rows, char const *zh,
                       char const *en) {
    if (rows.empty()) return;
    report.notes.push_back({fmt::format(fmt::runtime(zh), rows.size(), fmt::join(rows, "、")),
                            fmt::format(fmt::runtime(en), rows.size(), fmt::join(rows, ", "))});
  }

  using Inner = std::map<DistrictCode, std::vector<std::byte>>;

  /// A point inside the district, else inside the nearest above it that has a boundary.
  Inner::const_iterator inner_of(DistrictCode const &code) const {
    auto inner = m_inner.find(code);
    for (auto const &above : ancestors_of(code)) {
      if (inner == m_inner.end() && level_of(above) == DistrictLevel::county)
        inner = m_inner.find(above);
    }
    return inner;
  }

  /// The district by position where there is one, else by code or address. The exact position goes
  /// into the personal part.
  Result<DeclaredPlace> place(Row const &row, HouseholdRow &read) {
    auto const declared = m_declared.of(m_columns, row);
    bool const by_code = !m_columns.cell(row, "district").empty();
    if (!declared && by_code) return declared.problem();
    auto const position = position_of(m_table, m_columns, row, m_options.datum);
    if (!position) return position.problem();
    if (!*position) {
      if (!declared) return declared.problem();
      if (!*declared) return m_columns.missing(row, "district");
      if ((*declared)->address_differs) m_differ.push_back(row.number);
      return **declared;
    }
    auto const &raw = (*position)->raw;
    read.personal.insert_or_assign(
        PrivateField::position, Secret(fmt::format("{} {} {}", raw.lon, raw.lat, key(raw.frame))));
    auto const found = district_of(*m_index, m_columns, row, (*position)->point);
    if (!found) return found.problem();
    if (found->on_border) m_on_border.push_back(row.number);
    auto const at = settled(*m_index, (*m_index)[*found].code,
                            declared ? *declared : std::optional<DeclaredPlace>());
    if (at.elsewhere) m_elsewhere.push_back(row.number);
    return DeclaredPlace{at.code, PlacePrecision::gps};
  }

  Tracker &m_tracker;
  PrivateStore &m_private;
  Table const &m_table;
  Columns const &m_columns;
  HouseholdOptions const &m_options;
  RetrofitStore m_retrofits;
  DeclaredPlaces m_declared;
  std::optional<DistrictIndex> m_index;
  Inner m_inner;
  std::map<std::tuple<HouseholdId, std::string, int>, std::int64_t> m_seen;
  std::vector<std::int64_t> m_undated, m_elsewhere, m_on_border, m_differ;
  int m_other_works = 0;
};

}  // namespace

Result<ImportReport> import_households(Tracker &tracker, PrivateStore &private_store,
                                       Table const &table, HouseholdOptions const &options) {
  auto const columns = Columns::of(table, household_fields(), options.columns, options.synonyms);
  if (!columns) return columns.problem();
  if (!columns->has("certificate")) {
    if (auto const there = columns->require({"name", "address"}); !there) return there.problem();
  }
  bool const mapped = !table.rows.empty() && table.rows.front().geometry.has_value();
  if (!columns->has("district") && !columns->has("address") && !mapped) {
    if (!columns->has("lon")) {
      if (auto const there = columns->require({"district"}); !there) return there.problem();
    }
    if (auto const there = columns->require({"lon", "lat"}); !there) return there.problem();
  }
  if (auto const declared = check_datum(table, *columns, options.datum); !declared)
    return with_evidence(declared.problem(), tracker, table, *columns, "");
  auto areas = load_districts(tracker);
  if (!areas) return areas.problem();

  ImportReport report;
  report.rows = static_cast<int>(table.rows.size());
  report.columns = columns->matches();
  RunStore runs(tracker);
  Transaction transaction(tracker.db());
  Transaction private_transaction(private_store.db());
  report.run = runs.begin(RunKind::import,
                          fmt::format("households {}",
                                      std::filesystem::path(table.source).filename().string()),
                          options.actor)
                   .id;
  Intake intake(tracker, private_store, table, *columns, options, std::move(*areas));
  for (std::size_t done = 0; auto const &row : table.rows) {
    options.tell(++done, table.rows.size());
    auto const change = intake.take(row, report.run);
    if (change) {
      report.count(*change);
    } else {
      report.refused.push_back(change.problem());
    }
  }
  intake.add_notes(report);
  finish_run(runs, report);
  if (!options.dry_run) {
    // The private part first: killed in between, the next import finds its household and goes on.
    private_transaction.commit();
    transaction.commit();
  }
  return report;
}

}  // namespace wza::gis
