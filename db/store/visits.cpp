// SPDX-License-Identifier: Apache-2.0
#include "db/store/visits.h"

#include "db/base/error.h"

namespace wza {

Site VisitStore::site(std::string_view origin, std::optional<DistrictCode> const &district) {
  Database &db = m_tracker->db();
  db.prepare(
        "INSERT INTO sites(origin, district, first_seen) VALUES(?1, ?2, ?3) "
        "ON CONFLICT(origin) DO UPDATE SET district = coalesce(excluded.district, district)")
      .bind(origin, district, m_tracker->clock().now())
      .run();
  Statement row = db.prepare("SELECT id, origin, name, district FROM sites WHERE origin = ?1");
  row.bind(origin).step();
  return {row.get<SiteId>(0), row.get<std::string>(1), row.get<std::optional<std::string>>(2),
          row.get<std::optional<DistrictCode>>(3)};
}

void VisitStore::name_site(SiteId site, std::string_view name) {
  m_tracker->db().prepare("UPDATE sites SET name = ?2 WHERE id = ?1").bind(site, name).run();
}

void VisitStore::put(RunId run, SiteId site, Visit const &v) {
  Database &db = m_tracker->db();
  assert(db.in_transaction());
  std::optional<UtcTime> const tested = is_test(v.state) ? std::optional(v.at) : std::nullopt;
  db.prepare(
        "INSERT INTO pages(site, url, title, last_tested) VALUES(?1, ?2, ?3, ?4) "
        "ON CONFLICT(url) DO UPDATE SET title = coalesce(excluded.title, title), "
        "last_tested = coalesce(excluded.last_tested, last_tested)")
      .bind(site, v.url, v.title, tested)
      .run();
  db.prepare(
        "INSERT INTO visits(run, seq, page, at, state, status, depth, charset, bytes, sha256, "
        "template, failed, record, repeats, sample, media_type) SELECT ?1, ?2, id, ?4, ?5, ?6, ?7, "
        "?8, ?9, "
        "?10, ?11, ?12, ?13, ?14, ?15, ?16 FROM pages WHERE url = ?3")
      .bind(run, v.seq, v.url, v.at, v.state, v.status, v.depth, v.charset, v.bytes, v.sha256,
            v.template_signature, v.failed_rules, v.record, v.repeats, v.sample, v.media_type)
      .run();
}

void VisitStore::draw(RunId run, std::string_view url, VisitState state, int failed_rules) {
  Database &db = m_tracker->db();
  assert(db.in_transaction());
  assert(is_test(state));
  db.prepare(
        "UPDATE visits SET state = ?3, failed = ?4, sample = ?5 WHERE run = ?1 AND page = (SELECT "
        "id FROM pages WHERE url = ?2)")
      .bind(run, url, state, failed_rules, SampleReason::random)
      .run();
  db.prepare(
        "UPDATE pages SET last_tested = (SELECT at FROM visits WHERE run = ?1 AND page = pages.id) "
        "WHERE url = ?2")
      .bind(run, url)
      .run();
}

std::optional<std::string> VisitStore::record_of(RunId run, std::string_view url) {
  Statement row = m_tracker->db().prepare(
      "SELECT record FROM visits WHERE run = ?1 AND page = (SELECT id FROM pages WHERE url = ?2)");
  if (!row.bind(run, url).step()) return std::nullopt;
  return row.get<std::optional<std::string>>(0);
}

std::vector<Visit> VisitStore::of_run(RunId run) {
  std::vector<Visit> all;
  Statement row = m_tracker->db().prepare(
      "SELECT v.seq, p.url, v.at, v.state, v.status, v.depth, v.charset, v.bytes, v.sha256, "
      "p.title, "
      "v.template, v.failed, coalesce(v.record, ''), v.repeats, v.sample, v.media_type FROM visits "
      "v JOIN pages "
      "p ON p.id = v.page WHERE v.run = ?1 ORDER BY v.seq");
  row.bind(run);
  while (row.step()) {
    Visit v;
    v.seq = row.get<int>(0);
    v.url = row.get<std::string>(1);
    v.at = row.get<UtcTime>(2);
    v.state = row.get<VisitState>(3);
    v.status = row.get<std::optional<int>>(4);
    v.depth = row.get<int>(5);
    v.charset = row.get<std::optional<std::string>>(6);
    v.bytes = row.get<std::optional<std::int64_t>>(7);
    v.sha256 = row.get<std::optional<std::string>>(8);
    v.title = row.get<std::optional<std::string>>(9);
    v.template_signature = row.get<std::optional<std::string>>(10);
    v.failed_rules = row.get<std::optional<int>>(11);
    v.record = row.get<std::string>(12);
    v.repeats = row.get<std::optional<std::string>>(13);
    v.sample = row.get<std::optional<SampleReason>>(14);
    v.media_type = row.get<std::optional<std::string>>(15);
    all.push_back(std::move(v));
  }
  return all;
}

std::optional<VisitStore::EarlierTest> VisitStore::test_before(RunId run, std::string_view url) {
  Statement row = m_tracker->db().prepare(
      "SELECT old.run, old.sha256 IS now.sha256 FROM pages p JOIN visits now ON now.page = p.id "
      "AND "
      "now.run = ?1 JOIN visits old ON old.page = p.id AND old.run < ?1 AND old.state IN "
      "('tested', 'unchanged') "
      "WHERE p.url = ?2 ORDER BY old.run DESC LIMIT 1");
  if (!row.bind(run, url).step()) return std::nullopt;
  return EarlierTest{row.get<RunId>(0), row.get<bool>(1)};
}

std::optional<RunId> VisitStore::last_finished_crawl(std::string_view origin) {
  Statement row = m_tracker->db().prepare(
      "SELECT r.id FROM runs r WHERE r.kind = 'crawl' AND r.finished_at IS NOT NULL AND EXISTS "
      "(SELECT 1 FROM visits v JOIN pages p ON p.id = v.page JOIN sites s ON s.id = p.site WHERE "
      "v.run = r.id AND s.origin = ?1) ORDER BY r.id DESC LIMIT 1");
  if (!row.bind(origin).step()) return std::nullopt;
  return row.get<RunId>(0);
}

std::vector<Site> VisitStore::tested_sites(RunId run) {
  Statement row = m_tracker->db().prepare(
      "SELECT id, origin, name, district FROM sites WHERE id IN (SELECT p.site FROM visits v JOIN "
      "pages p ON p.id = v.page WHERE v.run = ?1 AND v.state IN ('tested', 'unchanged') AND "
      "v.record IS NOT NULL) "
      "ORDER BY origin");
  row.bind(run);
  std::vector<Site> all;
  while (row.step()) {
    all.push_back({row.get<SiteId>(0), row.get<std::string>(1),
                   row.get<std::optional<std::string>>(2),
                   row.get<std::optional<DistrictCode>>(3)});
  }
  return all;
}

void VisitStore::each_record(RunId run, SiteId site,
                             std::function<void(UtcTime, std::string_view)> const &take) {
  Statement row = m_tracker->db().prepare(
      "SELECT v.at, v.record FROM visits v JOIN pages p ON p.id = v.page WHERE v.run = ?1 AND "
      "p.site = ?2 AND v.state IN ('tested', 'unchanged') AND v.record IS NOT NULL ORDER BY v.seq");
  row.bind(run, site);
  while (row.step())
    take(row.get<UtcTime>(0), row.text(1));
}

void VisitStore::forget_records(RunId run) {
  m_tracker->db().prepare("UPDATE visits SET record = NULL WHERE run = ?1").bind(run).run();
}

}  // namespace wza
