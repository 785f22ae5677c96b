// SPDX-License-Identifier: Apache-2.0
#include "db/store/retrofit_evidence.h"

#include "db/store/runs.h"

#include <fmt/format.h>

namespace wza {
namespace {

// Both ways of being one home are looked up by their own index.
constexpr std::string_view kPairs =
    "WITH pair AS ("
    "  SELECT a.pseudonym AS a, b.pseudonym AS b, 1 AS person, 0 AS place FROM households a "
    "  JOIN households b ON b.person_key = a.person_key "
    "  UNION ALL SELECT a.pseudonym, b.pseudonym, 0, 1 FROM households a "
    "  JOIN households b ON b.place_key = a.place_key "
    "  UNION ALL SELECT pseudonym, pseudonym, 1, 1 FROM households), "
    "homes AS (SELECT a, b, max(person) AS person, max(place) AS place FROM pair GROUP BY a, b) "
    "SELECT x.fid, y.fid, y.household, y.programme, y.year, y.district, y.state, h.person, h.place "
    "FROM retrofits x JOIN homes h ON h.a = x.household JOIN retrofits y ON y.household = h.b ";

SameHome read_same(Statement const &row) {
  return {row.get<RetrofitId>(1), row.get<HouseholdId>(2),  row.get<std::string>(3),
          row.get<int>(4),        row.get<DistrictCode>(5), row.get<RetrofitState>(6),
          row.get<bool>(7),       row.get<bool>(8)};
}

}  // namespace

StoreChange EvidenceStore::put(RetrofitId retrofit, Proof const &proof, std::string_view actor) {
  for (auto const &known : of(retrofit))
    if (known == proof) return StoreChange::unchanged;
  m_tracker->db()
      .prepare(
          "INSERT INTO retrofit_evidence(retrofit, kind, on_day, by_whom, reference, score, "
          "recorded_at, actor) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) "
          "ON CONFLICT(retrofit, kind, on_day, by_whom, reference) DO UPDATE SET score = "
          "excluded.score, recorded_at = excluded.recorded_at, actor = excluded.actor")
      .bind(retrofit, proof.kind, proof.on, proof.by, proof.reference, proof.score,
            m_tracker->clock().now(), actor)
      .run();
  append_event(*m_tracker, {std::string(actor),
                            std::nullopt,
                            "evidence_added",
                            "retrofit_evidence",
                            fmt::format("{}", retrofit.value),
                            nullptr,
                            {{"kind", key(proof.kind)}, {"on", proof.on.iso()}}});
  return StoreChange::stored;
}

std::vector<Proof> EvidenceStore::of(RetrofitId retrofit) {
  auto row = m_tracker->db().prepare(
      "SELECT kind, on_day, by_whom, reference, score FROM retrofit_evidence WHERE retrofit = ?1 "
      "ORDER BY on_day, id");
  row.bind(retrofit);
  std::vector<Proof> out;
  while (row.step())
    out.push_back({row.get<Evidence>(0), row.get<LocalDate>(1), row.get<std::string>(2),
                   row.get<std::string>(3), row.get<std::optional<int>>(4)});
  return out;
}

bool EvidenceStore::shows(Retrofit const &retrofit, Evidence kind) {
  auto row = m_tracker->db().prepare(
      "SELECT 1 FROM retrofits r JOIN retrofit_evidence e ON e.retrofit = r.fid "
      "WHERE r.household = ?1 AND r.programme = ?2 AND r.year = ?3 AND e.kind = ?4 LIMIT 1");
  row.bind(retrofit.household, retrofit.programme, retrofit.year, kind);
  return row.step();
}

std::vector<SameHome> EvidenceStore::same_homes(RetrofitId retrofit) {
  auto row = m_tracker->db().prepare(std::string(kPairs) +
                                     "WHERE x.fid = ?1 AND y.fid <> ?1 ORDER BY y.fid");
  row.bind(retrofit);
  std::vector<SameHome> out;
  while (row.step())
    out.push_back(read_same(row));
  return out;
}

std::vector<HomePair> EvidenceStore::pairs() {
  auto row =
      m_tracker->db().prepare(std::string(kPairs) + "WHERE x.fid < y.fid ORDER BY x.fid, y.fid");
  std::vector<HomePair> out;
  while (row.step())
    out.push_back({row.get<RetrofitId>(0), read_same(row)});
  return out;
}

}  // namespace wza
