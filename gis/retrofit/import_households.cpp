// SPDX-License-Identifier: Apache-2.0
#include "gis/retrofit/import_households.h"

#include "db/sqlite/transaction.h"
#include "db/store/retrofit_evidence.h"
#include "db/store/runs.h"
#include "gis/districts/load.h"
#include "gis/field/datum_evidence.h"
#include "gis/field/declared_place.h"
#include "gis/field/position.h"
#include "gis/geo/gpkg_blob.h"
#include "gis/retrofit/eligibility.h"
#include "gis/retrofit/home_keys.h"
#include "gis/retrofit/home_merge.h"
#include "gis/retrofit/household_notes.h"
#include "gis/retrofit/household_row.h"
#include "gis/retrofit/known_words.h"

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
        m_declared(tracker),
        m_keys(m_retrofits, private_store),
        m_words(tracker),
        m_ceilings(tracker),
        m_evidence(tracker),
        m_about{m_retrofits,
                options.programme.empty() ? std::string(kProgramme) : options.programme,
                LocalDate::of(tracker.clock().now())} {
    for (auto const &area : areas) {
      if (auto const point = inner_point(area.area))
        m_inner.emplace(area.district.code, to_blob(*point));
    }
    m_index.emplace(std::move(areas));
  }

  void renew_keys(RunId run) { m_keys.renew_places(run); }

  Result<StoreChange> take(Row const &row, RunId run) {
    auto read = read_household(m_table, m_columns, row, m_about);
    if (!read) return read.problem();
    auto const placed = place(row, *read);
    if (!placed) return placed.problem();
    auto &household = read->household;
    auto &retrofit = read->retrofit;
    auto const home = m_keys.household_of(*read, placed->code);
    household.pseudonym = retrofit.household = home.household;
    if (home.namesake) m_notes.namesakes.push_back(row.number);
    if (!read->person.empty()) household.person_key = m_private.blind_index("person", read->person);
    if (!read->place.empty()) household.place_key = m_keys.place_key(read->place, placed->code);
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
    return keep(row, *read, run);
  }

  HouseholdNotes const &notes() const { return m_notes; }

 private:
  /// Adds what the row says to what is known of its home.
  Result<StoreChange> keep(Row const &row, HouseholdRow &read, RunId run) {
    auto const change = put(row, read, run);
    auto const &retrofit = read.retrofit;
    if (change && retrofit.state == RetrofitState::accepted &&
        !m_evidence.shows(retrofit, Evidence::acceptance)) {
      m_notes.unproved.push_back(row.number);
    }
    return change;
  }

  /// Seals what no list knows, and notes what people should look at.
  void tell_of(Row const &row, HouseholdRow &read) {
    if (read.undated) m_notes.undated.push_back(row.number);
    auto const sealed = m_words.seal(read);
    if (sealed.ground) m_notes.grounds.push_back(row.number);
    if (sealed.money) m_notes.money_sources.push_back(row.number);
    if (sealed.items) m_notes.items.push_back(row.number);
    if (auto amounts = m_ceilings.exceeded(read.retrofit))
      m_notes.over_ceiling.push_back({row.number, *std::move(amounts)});
  }

  Result<StoreChange> put(Row const &row, HouseholdRow &read, RunId run) {
    auto &household = read.household;
    auto &retrofit = read.retrofit;
    tell_of(row, read);
    auto const row_key = m_private.blind_index("row", row_words(read));
    auto const known = m_retrofits.find(retrofit.household, retrofit.programme, retrofit.year);
    if (known && is_behind(*known, retrofit)) {
      m_notes.behind.push_back({row.number, retrofit.state, known->state});
      return StoreChange::unchanged;
    }
    if (known && m_retrofits.row_key(retrofit) == row_key) return StoreChange::unchanged;
    if (known) {
      retrofit = merged(*known, std::move(retrofit));
      auto const wrong = runs_backwards(retrofit);
      if (wrong && retrofit.reached_on != known->reached_on) return against_known(row, *wrong);
    }
    // Of a home that is new, nothing can be in the way of its retrofit. For the others, what the
    // first step changed is taken back where the second is refused.
    std::optional<Savepoint> savepoint;
    if (auto const stands = m_retrofits.household(household.pseudonym)) {
      household = merged(*stands, std::move(household));
      m_words.seal(read);  // what an older program let stand
      savepoint.emplace(m_tracker.db());
    }
    auto change = m_retrofits.put(household, run);
    auto const put = m_retrofits.put(retrofit, run);
    if (!put) {
      auto const &problem = put.problem();
      return m_columns.problem(problem.code, row, problem.field, problem.reason, problem.remedy);
    }
    m_retrofits.set_row_key(retrofit, row_key);
    if (savepoint) savepoint->keep();
    auto const kept = m_private.put(household.pseudonym, read.personal);
    if (*put == StoreChange::stored) return StoreChange::stored;
    bool const same = *put == StoreChange::unchanged && change == StoreChange::unchanged &&
                      kept == PrivateStore::Change::unchanged;
    return same ? StoreChange::unchanged : StoreChange::updated;
  }

  Problem against_known(Row const &row, RetrofitState state) const {
    return m_columns.problem(
        ProblemCode::bad_date, row, fmt::format("{}_on", key(state)),
        {fmt::format("与台账中已有的日期合在一起，“{}”早于前一个环节。", label(state).zh),
         fmt::format("Together with the days that are recorded, “{}” lies before an earlier step.",
                     label(state).en)},
        {"请核对该行的日期；台账有误请用 wza retrofit correct 更正。",
         "Check the days in this row; if the record is wrong, use wza retrofit correct."});
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
    bool const by_code = !m_columns.cell(row, "district").empty();  // or by name
    if (!declared && by_code) return declared.problem();
    auto const position = position_of(m_table, m_columns, row, m_options.datum);
    if (!position) return position.problem();
    if (!*position) {
      if (!declared) return declared.problem();
      if (!*declared) return m_columns.missing(row, "district");
      if ((*declared)->address_differs) m_notes.differ.push_back(row.number);
      return **declared;
    }
    auto const &raw = (*position)->raw;
    read.personal.insert_or_assign(
        PrivateField::position, Secret(fmt::format("{} {} {}", raw.lon, raw.lat, key(raw.frame))));
    auto const found = district_of(*m_index, m_columns, row, (*position)->point);
    if (!found) return found.problem();
    if (found->on_border) m_notes.on_border.push_back(row.number);
    auto const at = settled(*m_index, (*m_index)[*found].code,
                            declared ? *declared : std::optional<DeclaredPlace>());
    if (at.elsewhere) m_notes.elsewhere.push_back(row.number);
    return DeclaredPlace{at.code, PlacePrecision::gps};
  }

  Tracker &m_tracker;
  PrivateStore &m_private;
  Table const &m_table;
  Columns const &m_columns;
  HouseholdOptions const &m_options;
  RetrofitStore m_retrofits;
  DeclaredPlaces m_declared;
  HomeKeys m_keys;
  KnownWords m_words;
  Ceilings m_ceilings;
  EvidenceStore m_evidence;
  RowContext m_about;
  std::optional<DistrictIndex> m_index;
  Inner m_inner;
  std::map<std::tuple<HouseholdId, std::string, int>, std::int64_t> m_seen;
  HouseholdNotes m_notes;
};

/// Who it is, and where.
std::optional<Problem> lacks_columns(Table const &table, Columns const &columns) {
  auto const lacks = [&](std::initializer_list<std::string_view> fields) {
    auto const there = columns.require(fields);
    return there ? std::nullopt : std::optional(there.problem());
  };
  if (!columns.has("certificate")) {
    if (auto problem = lacks({"name", "address"})) return problem;
  }
  bool const mapped = !table.rows.empty() && table.rows.front().geometry.has_value();
  if (columns.has("district") || columns.has("village") || columns.has("address") || mapped)
    return std::nullopt;
  if (!columns.has("lon")) return lacks({"district"});
  return lacks({"lon", "lat"});
}

}  // namespace

Result<ImportReport> import_households(Tracker &tracker, PrivateStore &private_store,
                                       Table const &table, HouseholdOptions const &options) {
  auto const columns = Columns::of(table, household_fields(), options.columns, options.synonyms);
  if (!columns) return columns.problem();
  if (auto problem = lacks_columns(table, *columns)) return *std::move(problem);
  auto const datum = ask_datum(tracker, table, *columns, options.datum, "");
  if (datum.problem) return *datum.problem;
  auto areas = load_districts(tracker);
  if (!areas) return areas.problem();

  ImportReport report;
  report.rows = static_cast<int>(table.rows.size());
  report.columns = columns->matches();
  if (datum.note) report.notes.push_back(*datum.note);
  RunStore runs(tracker);
  Transaction transaction(tracker.db());
  Transaction private_transaction(private_store.db());
  report.run = runs.begin(RunKind::import,
                          fmt::format("households {}",
                                      std::filesystem::path(table.source).filename().string()),
                          options.actor)
                   .id;
  Intake intake(tracker, private_store, table, *columns, options, std::move(*areas));
  intake.renew_keys(report.run);
  for (std::size_t done = 0; auto const &row : table.rows) {
    options.tell(++done, table.rows.size());
    auto const change = intake.take(row, report.run);
    if (change) {
      report.count(*change);
    } else {
      report.refused.push_back(change.problem());
    }
  }
  intake.notes().add_to(report);
  finish_run(runs, report);
  if (!options.dry_run) {
    // The private part first: killed in between, the next import finds its household and goes on.
    private_transaction.commit();
    transaction.commit();
  }
  return report;
}

}  // namespace wza::gis
