// SPDX-License-Identifier: Apache-2.0
#include "db/store/districts.h"

#include "db/store/reference.h"
#include "db/store/runs.h"

#include <algorithm>
#include <set>

namespace wza {
namespace {

#define WZA_DISTRICT_COLUMNS \
  "code, name, level, parent, coalesce(boundary_source, ''), coalesce(boundary_date, '')"

District read_district(Statement const &row) {
  District d;
  d.code = row.get<DistrictCode>(0);
  d.name = row.get<std::string>(1);
  d.level = row.get<DistrictLevel>(2);
  d.parent = row.get<std::optional<DistrictCode>>(3);
  d.source = row.get<std::string>(4);
  d.source_date = row.get<std::string>(5);
  return d;
}

std::optional<std::string> or_null(std::string const &text) {
  return text.empty() ? std::nullopt : std::optional(text);
}

nlohmann::json seen(std::string_view name, std::string_view source, std::string_view date) {
  return {{"name", name}, {"boundary_source", source}, {"boundary_date", date}};
}

}  // namespace

StoreChange DistrictStore::put(StoredDistrict const &d, RunId run) {
  auto &db = m_tracker->db();
  auto const now = m_tracker->clock().now();
  auto known = db.prepare(
      "SELECT name, coalesce(boundary_source, ''), coalesce(boundary_date, ''), geom, "
      "coalesce(datum, ''), repaired FROM districts WHERE code = ?1");
  known.bind(d.district.code);
  Event event{"",
              run,
              "stored",
              "districts",
              d.district.code.value,
              nullptr,
              seen(d.district.name, d.district.source, d.district.source_date)};
  if (!known.step()) {
    db.prepare(
          "INSERT INTO districts(geom, code, name, level, boundary_source, boundary_date, datum, "
          "repaired, run, updated_at) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)")
        .bind(d.geom.empty() ? std::optional<Blob>() : Blob{d.geom}, d.district.code,
              d.district.name, d.district.level, or_null(d.district.source),
              or_null(d.district.source_date), or_null(d.datum), d.repaired, run, now)
        .run();
    append_event(*m_tracker, event);
    return StoreChange::stored;
  }
  auto const geom = known.blob(3);
  bool const same_boundary =
      d.geom.empty() ||
      (std::equal(geom.begin(), geom.end(), d.geom.begin(), d.geom.end()) &&
       known.text(1) == d.district.source && known.text(2) == d.district.source_date &&
       known.text(4) == d.datum && known.get<bool>(5) == d.repaired);
  if (same_boundary && known.text(0) == d.district.name) return StoreChange::unchanged;
  event.verb = "updated";
  event.before = seen(known.text(0), known.text(1), known.text(2));
  known.reset();
  db.prepare("UPDATE districts SET name = ?2, run = ?3, updated_at = ?4 WHERE code = ?1")
      .bind(d.district.code, d.district.name, run, now)
      .run();
  if (!d.geom.empty()) {
    db.prepare(
          "UPDATE districts SET geom = ?2, boundary_source = ?3, boundary_date = ?4, datum = ?5, "
          "repaired = ?6 WHERE code = ?1")
        .bind(d.district.code, Blob{d.geom}, d.district.source, d.district.source_date, d.datum,
              d.repaired)
        .run();
  }
  append_event(*m_tracker, event);
  return StoreChange::updated;
}

void DistrictStore::rebuild_tree(RunId run) {
  auto &db = m_tracker->db();
  std::set<DistrictCode> codes;
  for (auto const &district : all())
    codes.insert(district.code);
  ReferenceStore reference(*m_tracker);
  for (auto const &code : std::set(codes)) {
    for (auto const &above : ancestors_of(code)) {
      auto const name = codes.contains(above) ? std::nullopt : reference.admin_name(above);
      if (!name) continue;
      put({{above, *name, level_of(above), {}, {}, {}}, {}, {}, false}, run);
      codes.insert(above);
    }
  }
  db.execute("DELETE FROM district_closure");
  auto parent = db.prepare("UPDATE districts SET parent = ?2 WHERE code = ?1 AND parent IS NOT ?2");
  auto link =
      db.prepare("INSERT INTO district_closure(ancestor, descendant, depth) VALUES(?1, ?2, ?3)");
  for (auto const &code : codes) {
    int depth = 0;
    link.bind(code, code, depth).run();
    std::optional<DistrictCode> nearest;
    for (auto const &above : ancestors_of(code)) {
      if (!codes.contains(above)) continue;
      if (!nearest) nearest = above;
      link.bind(above, code, ++depth).run();
    }
    parent.bind(code, nearest).run();
  }
}

std::optional<District> DistrictStore::find(DistrictCode const &code) {
  auto row =
      m_tracker->db().prepare("SELECT " WZA_DISTRICT_COLUMNS " FROM districts WHERE code = ?1");
  row.bind(code);
  if (!row.step()) return std::nullopt;
  return read_district(row);
}

std::vector<District> DistrictStore::all() {
  auto row =
      m_tracker->db().prepare("SELECT " WZA_DISTRICT_COLUMNS " FROM districts ORDER BY code");
  std::vector<District> out;
  while (row.step())
    out.push_back(read_district(row));
  return out;
}

std::vector<StoredDistrict> DistrictStore::with_boundary() {
  auto row =
      m_tracker->db().prepare("SELECT " WZA_DISTRICT_COLUMNS
                              ", geom, datum, repaired FROM districts WHERE geom IS NOT NULL "
                              "ORDER BY code");
  std::vector<StoredDistrict> out;
  while (row.step()) {
    out.push_back({read_district(row), row.get<std::vector<std::byte>>(6), row.get<std::string>(7),
                   row.get<bool>(8)});
  }
  return out;
}

std::vector<DistrictCode> DistrictStore::within(DistrictCode const &code) {
  auto row = m_tracker->db().prepare(
      "SELECT descendant FROM district_closure WHERE ancestor = ?1 ORDER BY descendant");
  row.bind(code);
  std::vector<DistrictCode> out;
  while (row.step())
    out.push_back(row.get<DistrictCode>(0));
  return out;
}

std::vector<std::string> DistrictStore::boundary_sources() {
  auto row = m_tracker->db().prepare(
      "SELECT DISTINCT boundary_source || coalesce(' (' || nullif(boundary_date, '') || ')', '') "
      "FROM districts WHERE boundary_source IS NOT NULL ORDER BY 1");
  std::vector<std::string> out;
  while (row.step())
    out.push_back(row.get<std::string>(0));
  return out;
}

}  // namespace wza
