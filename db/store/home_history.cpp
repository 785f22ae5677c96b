// SPDX-License-Identifier: Apache-2.0
#include "db/store/home_history.h"

#include "db/base/day_end.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

namespace wza {
namespace {

constexpr std::size_t at(RetrofitState state) {
  return static_cast<std::size_t>(state);
}

bool has_left(RetrofitState state) {
  return state == RetrofitState::withdrawn || state == RetrofitState::rejected;
}

struct ReachedState {
  RetrofitState state{};
  LocalDate on;
  std::size_t order = 0;  ///< of two on one day the later recorded one stands
  bool undated = false;   ///< `on` is the day on which it was recorded
};

/// What one home's events say, one after the other.
class History {
 public:
  /// One row of kEvents.
  void add(Statement const &row) {
    auto const verb = row.text(1);
    auto const now = row.get<RetrofitState>(2);
    for (auto const &name : Names<RetrofitState>::kAll) {
      auto const day = row.get<std::optional<LocalDate>>(6 + static_cast<int>(at(name.value)));
      auto &last = m_last[at(name.value)];
      if (day == last) continue;
      bool const again = verb == "state_changed" && name.value == now && last && day;
      set(name.value, day, again);
      last = day;
    }
    m_state = now;
    date_undated(LocalDate::of(row.get<UtcTime>(5)));
    m_district = row.get<DistrictCode>(3);
    m_money = row.get<std::optional<std::string>>(4);
  }

  /// Writes what stood on `day` into `home`; false where nothing did.
  bool tell(std::optional<LocalDate> const &day, HomeRecord &home) const {
    home.district = m_district;
    home.money_source = m_money;
    auto const &applied = m_last[at(RetrofitState::applied)];
    home.applied_on = applied && day && *applied > *day ? std::nullopt : applied;
    home.left_undated = has_left(m_state) && !m_last[at(m_state)];
    if (!day) {
      home.state = m_state;
      home.accepted_on =
          m_state == RetrofitState::accepted ? m_last[at(m_state)] : std::optional<LocalDate>();
      return true;
    }
    ReachedState const *standing = nullptr;
    for (auto const &step : m_steps) {
      if (step.on > *day) continue;
      if (!standing || std::pair(step.on, step.order) > std::pair(standing->on, standing->order))
        standing = &step;
    }
    if (!standing) return false;
    home.state = standing->state;
    home.accepted_on = standing->state == RetrofitState::accepted && !standing->undated
                           ? std::optional(standing->on)
                           : std::nullopt;
    return true;
  }

 private:
  /// A state that stands though nobody dated it, or though another is dated later, stands since
  /// the day on which it was recorded.
  void date_undated(LocalDate recorded) {
    std::erase_if(m_steps, [&](ReachedState const &step) {
      if (step.undated && step.state == m_state) recorded = step.on;
      return step.undated;
    });
    auto const last = std::max_element(m_steps.begin(), m_steps.end(),
                                       [](ReachedState const &a, ReachedState const &b) {
                                         return std::pair(a.on, a.order) < std::pair(b.on, b.order);
                                       });
    if (last != m_steps.end() && last->state == m_state) return;
    m_steps.push_back({m_state, recorded, m_order++, true});
  }

  /// A state reached again stands beside its first time; another date in its place is a correction.
  void set(RetrofitState state, std::optional<LocalDate> const &day, bool again) {
    std::size_t order = m_order++;
    if (!again) {
      auto const same = [&](ReachedState const &step) { return step.state == state; };
      if (auto const old = std::find_if(m_steps.begin(), m_steps.end(), same);
          old != m_steps.end()) {
        order = old->order;
      }
      std::erase_if(m_steps, same);
    }
    if (day) m_steps.push_back({state, *day, order});
  }

  std::vector<ReachedState> m_steps;
  std::array<std::optional<LocalDate>, kRetrofitStates> m_last;
  std::size_t m_order = 0;
  RetrofitState m_state{};
  DistrictCode m_district;
  std::optional<std::string> m_money;
};

/// The end of a day; without a day, after all time.
std::string end_of_known(std::optional<LocalDate> const &day) {
  return day ? end_of(*day).iso() : "9999";
}

/// SQLite takes the JSON apart once a row; the dates stand beside Names<RetrofitState>.
std::string events_query() {
  std::string sql =
      "SELECT CAST(entity_key AS INTEGER), verb, after ->> '$.state', after ->> '$.district', "
      "after ->> '$.money_source', at";
  for (auto const &name : Names<RetrofitState>::kAll)
    sql += fmt::format(", after ->> '$.reached_on.{}'", name.key);
  return sql + " FROM events WHERE entity = 'retrofits' AND at < ?1 ORDER BY id";
}

std::unordered_map<std::int64_t, History> histories(Database &db, std::string const &before) {
  std::unordered_map<std::int64_t, History> all;
  auto row = db.prepare(events_query());
  row.bind(before);
  while (row.step())
    all[row.get<std::int64_t>(0)].add(row);
  return all;
}

/// What was known of a household.
struct Person {
  std::optional<std::string> category, person, place;
  std::optional<int> grade;
};

/// Households as they were known then. Events of older programs have fewer fields: what stands is
/// taken for those.
std::unordered_map<std::string, Person> households(Database &db, std::string const &before) {
  std::unordered_map<std::string, Person> all;
  auto row = db.prepare(
      "SELECT entity_key, after ->> '$.category', after ->> '$.person', after ->> '$.place', "
      "after ->> '$.grade' FROM events WHERE id IN (SELECT max(id) FROM events WHERE entity = "
      "'households' AND at < ?1 GROUP BY entity_key) AND json_type(after, '$.grade') IS NOT NULL");
  row.bind(before);
  while (row.step()) {
    all.insert_or_assign(
        row.get<std::string>(0),
        Person{row.get<std::optional<std::string>>(1), row.get<std::optional<std::string>>(2),
               row.get<std::optional<std::string>>(3), row.get<std::optional<int>>(4)});
  }
  return all;
}

/// Whether a home is said to be accepted on a day that is yet to come.
bool accepted_after(Database &db, LocalDate const &today) {
  return db.prepare("SELECT 1 FROM retrofits WHERE state = 'accepted' AND accepted_on > ?1")
      .bind(today)
      .step();
}

void restore(Person const &known, HomeRecord &home) {
  home.category = known.category;
  home.grade = known.grade;
  home.person = known.person.value_or(home.household.value);
  home.place_known = known.place.has_value();
  home.place = known.place.value_or(home.person);
}

}  // namespace

std::vector<HomeRecord> homes_on(Tracker &tracker, AsOf as_of) {
  auto const today = LocalDate::of(tracker.clock().now());
  if (!as_of.day && accepted_after(tracker.db(), today)) as_of.day = today;
  bool const past = as_of.day || as_of.known;
  std::unordered_map<std::int64_t, History> then;
  std::unordered_map<std::string, Person> people;
  if (past) then = histories(tracker.db(), end_of_known(as_of.known));
  if (as_of.known) people = households(tracker.db(), end_of_known(as_of.known));
  auto row = tracker.db().prepare(
      "SELECT r.fid, r.household, h.person_key, h.place_key, r.district, r.programme, r.year, "
      "r.money_source, h.category, h.grade, r.state, r.accepted_on, r.applied_on, r.planned_fen, "
      "r.paid_fen, CASE r.state WHEN 'withdrawn' THEN r.withdrawn_on ELSE "
      "r.rejected_on END IS NULL "
      "FROM retrofits r JOIN households h ON h.pseudonym = r.household ORDER BY r.fid");
  std::vector<HomeRecord> all;
  while (row.step()) {
    HomeRecord home;
    home.id = row.get<RetrofitId>(0);
    home.household = row.get<HouseholdId>(1);
    home.person = row.is_null(2) ? home.household.value : row.get<std::string>(2);
    home.place_known = !row.is_null(3);
    home.place = home.place_known ? row.get<std::string>(3) : home.person;
    home.district = row.get<DistrictCode>(4);
    home.programme = row.get<std::string>(5);
    home.year = row.get<int>(6);
    home.money_source = row.get<std::optional<std::string>>(7);
    home.category = row.get<std::optional<std::string>>(8);
    home.grade = row.get<std::optional<int>>(9);
    home.planned_fen = row.get<std::optional<std::int64_t>>(13);
    home.paid_fen = row.get<std::optional<std::int64_t>>(14);
    if (past) {
      auto const history = then.find(home.id.value);
      if (history == then.end() || !history->second.tell(as_of.day, home)) continue;
    } else {
      home.state = row.get<RetrofitState>(10);
      home.left_undated = has_left(home.state) && row.get<bool>(15);
      home.applied_on = row.get<std::optional<LocalDate>>(12);
      if (home.state == RetrofitState::accepted)
        home.accepted_on = row.get<std::optional<LocalDate>>(11);
    }
    if (auto const known = people.find(home.household.value); known != people.end())
      restore(known->second, home);
    all.push_back(std::move(home));
  }
  return all;
}

}  // namespace wza
