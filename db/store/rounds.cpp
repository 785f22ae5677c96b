// SPDX-License-Identifier: Apache-2.0
#include "db/store/rounds.h"

#include "db/store/runs.h"

#include <fmt/format.h>

namespace wza {
namespace {

constexpr char const *kRoundColumns = "id, title, team, kind, from_day, to_day";

Round read_round(Statement const &row) {
  return {row.get<RoundId>(0),
          row.get<std::string>(1),
          row.get<std::string>(2),
          row.get<InspectionKind>(3),
          row.get<LocalDate>(4),
          row.get<LocalDate>(5),
          {}};
}

nlohmann::json seen(Round const &round) {
  return {{"title", round.title},     {"team", round.team},   {"kind", key(round.kind)},
          {"from", round.from.iso()}, {"to", round.to.iso()}, {"places", round.places.size()}};
}

}  // namespace

std::vector<FacilityId> RoundStore::places_of(RoundId const &id) {
  auto row = m_tracker->db().prepare(
      "SELECT facility FROM round_places WHERE round = ?1 ORDER BY facility");
  row.bind(id);
  std::vector<FacilityId> out;
  while (row.step())
    out.push_back(row.get<FacilityId>(0));
  return out;
}

StoreChange RoundStore::put(Round const &round, std::optional<RunId> run, std::string_view actor) {
  auto &db = m_tracker->db();
  assert(db.in_transaction() && round.from <= round.to);
  auto const before = find(round.id);
  db.prepare(
        "INSERT INTO rounds(id, title, team, kind, from_day, to_day, run, created_at, updated_at) "
        "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?8) ON CONFLICT(id) DO UPDATE SET title = ?2, "
        "team = ?3, kind = ?4, from_day = ?5, to_day = ?6, run = ?7, updated_at = ?8 "
        "WHERE title <> ?2 OR team <> ?3 OR kind <> ?4 OR from_day <> ?5 OR to_day <> ?6")
      .bind(round.id, round.title, round.team, round.kind, round.from, round.to, run,
            m_tracker->clock().now())
      .run();
  auto add = db.prepare("INSERT OR IGNORE INTO round_places(round, facility) VALUES(?1, ?2)");
  for (FacilityId const &place : round.places)
    add.bind(round.id, place).run();
  auto const after = find(round.id);
  if (before == after) return StoreChange::unchanged;
  append_event(*m_tracker,
               {std::string(actor), run, before ? "updated" : "stored", "rounds", round.id.value,
                before ? seen(*before) : nlohmann::json(), seen(*after)});
  return before ? StoreChange::updated : StoreChange::stored;
}

std::optional<Round> RoundStore::find(RoundId const &id) {
  auto row =
      m_tracker->db().prepare(fmt::format("SELECT {} FROM rounds WHERE id = ?1", kRoundColumns));
  row.bind(id);
  if (!row.step()) return std::nullopt;
  Round round = read_round(row);
  round.places = places_of(id);
  return round;
}

std::vector<Round> RoundStore::all() {
  auto row = m_tracker->db().prepare(
      fmt::format("SELECT {} FROM rounds ORDER BY from_day DESC, id DESC", kRoundColumns));
  std::vector<Round> out;
  while (row.step()) {
    out.push_back(read_round(row));
    out.back().places = places_of(out.back().id);
  }
  return out;
}

RoundId RoundStore::next_id(int year) {
  for (int number = 1;; ++number) {
    RoundId id(fmt::format("{}-{:02}", year, number));
    if (!find(id)) return id;
  }
}

}  // namespace wza
