// SPDX-License-Identifier: Apache-2.0
#include "db/store/retrofits.h"

#include "db/store/runs.h"

#include <fmt/format.h>

#include <cassert>

namespace wza {
namespace {

#define WZA_RETROFIT_COLUMNS                                                                 \
  "fid, household, programme, year, district, state, applied_on, assessed_on, approved_on, " \
  "in_progress_on, completed_on, accepted_on, returned_on, withdrawn_on, rejected_on, "      \
  "planned_fen, paid_fen, money_source, geom"
#define WZA_HOUSEHOLD_COLUMNS \
  "pseudonym, district, category, grade, eligibility, person_key, place_key, precision"
constexpr std::size_t kMostKnownWords = 10'000;
constexpr int kFirstDate = 6;
constexpr int kAfterDates = kFirstDate + static_cast<int>(kRetrofitStates);

std::vector<RetrofitWork> works_of(Database &db, std::int64_t retrofit) {
  auto row =
      db.prepare("SELECT item, name FROM retrofit_works WHERE retrofit = ?1 ORDER BY position");
  row.bind(retrofit);
  std::vector<RetrofitWork> out;
  while (row.step())
    out.push_back({row.get<std::optional<std::string>>(0), row.get<std::string>(1)});
  return out;
}

Household read_household(Statement const &row) {
  return {row.get<HouseholdId>(0),
          row.get<DistrictCode>(1),
          row.get<std::optional<std::string>>(2),
          row.get<std::optional<int>>(3),
          row.get<std::optional<std::string>>(4),
          row.get<std::optional<std::string>>(5),
          row.get<std::optional<std::string>>(6),
          row.get<std::optional<PlacePrecision>>(7)};
}

Retrofit read_retrofit(Database &db, Statement const &row) {
  Retrofit r;
  r.household = row.get<HouseholdId>(1);
  r.programme = row.get<std::string>(2);
  r.year = row.get<int>(3);
  r.district = row.get<DistrictCode>(4);
  r.state = row.get<RetrofitState>(5);
  for (std::size_t i = 0; i < kRetrofitStates; ++i) {
    r.reached_on[i] = row.get<std::optional<LocalDate>>(kFirstDate + static_cast<int>(i));
  }
  r.planned_fen = row.get<std::optional<std::int64_t>>(kAfterDates);
  r.paid_fen = row.get<std::optional<std::int64_t>>(kAfterDates + 1);
  r.money_source = row.get<std::optional<std::string>>(kAfterDates + 2);
  if (!row.is_null(kAfterDates + 3)) r.geom = row.get<std::vector<std::byte>>(kAfterDates + 3);
  r.works = works_of(db, row.get<std::int64_t>(0));
  return r;
}

/// What the history keeps of a retrofit: enough to tell the state of any past day (home_history.h).
nlohmann::json seen(Retrofit const &r) {
  nlohmann::json dates = nlohmann::json::object();
  for (auto const &name : Names<RetrofitState>::kAll) {
    if (auto const &day = r.reached_on[static_cast<std::size_t>(name.value)])
      dates[name.key] = day->iso();
  }
  nlohmann::json json{
      {"state", key(r.state)}, {"district", r.district.value}, {"reached_on", dates}};
  if (r.money_source) json["money_source"] = *r.money_source;
  return json;
}

}  // namespace

StoreChange RetrofitStore::put(Household const &given, RunId run) {
  auto const known = household(given.pseudonym);
  Household h = given;
  if (known && !h.person_key) h.person_key = known->person_key;
  if (known && !h.place_key) h.place_key = known->place_key;
  if (known && *known == h) return StoreChange::unchanged;
  m_tracker->db()
      .prepare(
          "INSERT INTO households(pseudonym, district, category, grade, eligibility, person_key, "
          "place_key, place_in_town, precision, created_at, updated_at) VALUES(?1, ?2, ?3, ?4, ?5, "
          "?6, ?7, 1, ?8, ?9, ?9) ON CONFLICT(pseudonym) DO UPDATE SET district = ?2, category = "
          "?3, grade = ?4, eligibility = ?5, person_key = ?6, place_key = ?7, place_in_town = 1, "
          "precision = ?8, updated_at = ?9")
      .bind(h.pseudonym, h.district, h.category, h.grade, h.eligibility, h.person_key, h.place_key,
            h.precision, m_tracker->clock().now())
      .run();
  nlohmann::json after{{"district", h.district.value}};
  after["category"] = h.category ? nlohmann::json(*h.category) : nlohmann::json();
  after["grade"] = h.grade ? nlohmann::json(*h.grade) : nlohmann::json();
  if (h.person_key) after["person"] = *h.person_key;
  if (h.place_key) after["place"] = *h.place_key;
  append_event(*m_tracker, {"", run, known ? "updated" : "stored", "households", h.pseudonym.value,
                            nullptr, std::move(after)});
  return known ? StoreChange::updated : StoreChange::stored;
}

Result<StoreChange> RetrofitStore::put(Retrofit const &r, RunId run) {
  auto const known = find(r.household, r.programme, r.year);
  if (known && *known == r) return StoreChange::unchanged;
  if (known && known->state != r.state && !may_reach(known->state, r.state)) {
    auto const from = label(known->state);
    auto const to = label(r.state);
    return Problem{
        ProblemCode::conflict,
        "",
        "state",
        std::nullopt,
        {fmt::format("状态不能从“{}”变为“{}”。", from.zh, to.zh),
         fmt::format("The state cannot go from “{}” to “{}”.", from.en, to.en)},
        {"请核对该行的状态；如果已记录的状态有误，请先用 wza retrofit correct 更正。",
         "Check the state in this row; if the recorded state is wrong, correct it first with wza "
         "retrofit correct."}};
  }
  bool const moved = known && known->state != r.state;
  store(r, known, run, moved ? "state_changed" : (known ? "updated" : "stored"), "", "");
  return known ? StoreChange::updated : StoreChange::stored;
}

void RetrofitStore::write(Retrofit const &r, std::string_view verb, std::string_view actor,
                          std::string_view reason) {
  auto const known = find(r.household, r.programme, r.year);
  assert(known);
  store(r, known, std::nullopt, verb, actor, reason);
}

void RetrofitStore::store(Retrofit const &r, std::optional<Retrofit> const &known,
                          std::optional<RunId> run, std::string_view verb, std::string_view actor,
                          std::string_view reason) {
  auto &db = m_tracker->db();
  auto const &d = r.reached_on;
  auto row = db.prepare(
      "INSERT INTO retrofits(household, programme, year, district, state, applied_on, "
      "assessed_on, approved_on, in_progress_on, completed_on, accepted_on, returned_on, "
      "withdrawn_on, rejected_on, planned_fen, paid_fen, money_source, geom, run, created_at, "
      "updated_at) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, "
      "?17, ?18, ?19, ?20, ?20) ON CONFLICT(household, programme, year) DO UPDATE SET "
      "district = ?4, state = ?5, applied_on = ?6, assessed_on = ?7, approved_on = ?8, "
      "in_progress_on = ?9, completed_on = ?10, accepted_on = ?11, returned_on = ?12, "
      "withdrawn_on = ?13, rejected_on = ?14, planned_fen = ?15, paid_fen = ?16, "
      "money_source = ?17, geom = ?18, run = coalesce(?19, run), updated_at = ?20 RETURNING fid");
  row.bind(r.household, r.programme, r.year, r.district, r.state, d[0], d[1], d[2], d[3], d[4],
           d[5], d[6], d[7], d[8], r.planned_fen, r.paid_fen, r.money_source,
           r.geom.empty() ? std::optional<Blob>() : Blob{r.geom}, run, m_tracker->clock().now());
  row.step();
  auto const fid = row.get<std::int64_t>(0);
  row.reset();
  if (!known || known->works != r.works) {
    if (known) db.prepare("DELETE FROM retrofit_works WHERE retrofit = ?1").bind(fid).run();
    auto work = db.prepare(
        "INSERT INTO retrofit_works(retrofit, position, item, name) VALUES(?1, ?2, ?3, ?4)");
    for (std::size_t i = 0; i < r.works.size(); ++i)
      work.bind(fid, i, r.works[i].item, r.works[i].name).run();
  }
  auto after = seen(r);
  if (!reason.empty()) after["reason"] = std::string(reason);
  append_event(*m_tracker,
               {std::string(actor), run, std::string(verb), "retrofits", fmt::format("{}", fid),
                known ? seen(*known) : nlohmann::json(), std::move(after)});
}

void RetrofitStore::set_row_key(Retrofit const &r, std::string_view row_key) {
  m_tracker->db()
      .prepare(
          "UPDATE retrofits SET row_key = ?4 WHERE household = ?1 AND programme = ?2 AND year = ?3")
      .bind(r.household, r.programme, r.year, row_key)
      .run();
}

std::optional<std::string> RetrofitStore::row_key(Retrofit const &r) {
  auto row = m_tracker->db().prepare(
      "SELECT row_key FROM retrofits WHERE household = ?1 AND programme = ?2 AND year = ?3");
  row.bind(r.household, r.programme, r.year);
  if (!row.step()) return std::nullopt;
  return row.get<std::optional<std::string>>(0);
}

std::optional<Household> RetrofitStore::household(HouseholdId const &pseudonym) {
  auto row = m_tracker->db().prepare("SELECT " WZA_HOUSEHOLD_COLUMNS
                                     " FROM households WHERE pseudonym = ?1");
  row.bind(pseudonym);
  if (!row.step()) return std::nullopt;
  return read_household(row);
}

std::vector<Household> RetrofitStore::places_without_town() {
  auto row = m_tracker->db().prepare(
      "SELECT " WZA_HOUSEHOLD_COLUMNS
      " FROM households WHERE place_key IS NOT NULL AND place_in_town = 0 ORDER BY pseudonym");
  std::vector<Household> out;
  while (row.step())
    out.push_back(read_household(row));
  return out;
}

std::optional<Retrofit> RetrofitStore::find(RetrofitId id) {
  auto row =
      m_tracker->db().prepare("SELECT " WZA_RETROFIT_COLUMNS " FROM retrofits WHERE fid = ?1");
  row.bind(id);
  if (!row.step()) return std::nullopt;
  return read_retrofit(m_tracker->db(), row);
}

std::optional<Retrofit> RetrofitStore::find(HouseholdId const &household,
                                            std::string_view programme, int year) {
  auto row = m_tracker->db().prepare(
      "SELECT " WZA_RETROFIT_COLUMNS
      " FROM retrofits WHERE household = ?1 AND programme = ?2 AND year = ?3");
  row.bind(household, programme, year);
  if (!row.step()) return std::nullopt;
  return read_retrofit(m_tracker->db(), row);
}

std::vector<Retrofit> RetrofitStore::all() {
  auto row = m_tracker->db().prepare("SELECT " WZA_RETROFIT_COLUMNS " FROM retrofits ORDER BY fid");
  std::vector<Retrofit> out;
  while (row.step())
    out.push_back(read_retrofit(m_tracker->db(), row));
  return out;
}

std::optional<std::string> RetrofitStore::look_up(Known &known, std::string_view sql,
                                                  std::string_view word) {
  if (word.empty()) return std::nullopt;
  if (auto const found = known.find(word); found != known.end()) return found->second;
  std::optional<std::string> code;
  if (auto row = m_tracker->db().prepare(sql); row.bind(word).step())
    code = row.get<std::string>(0);
  if (known.size() < kMostKnownWords) known.emplace(word, code);
  return code;
}

std::optional<std::string> RetrofitStore::item(std::string_view word) {
  return look_up(m_items,
                 "SELECT code FROM retrofit_items WHERE code = ?1 OR name_zh = ?1 OR "
                 "instr('/' || name_zh || '/', '/' || ?1 || '/') > 0 ORDER BY catalogue, code "
                 "LIMIT 1",
                 word);
}

std::optional<std::string> RetrofitStore::category(std::string_view word) {
  return look_up(m_categories,
                 "SELECT code FROM disability_categories WHERE code = ?1 OR name_zh = ?1 OR "
                 "name_zh = ?1 || '残疾' OR lower(name_en) = lower(?1)",
                 word);
}

}  // namespace wza
