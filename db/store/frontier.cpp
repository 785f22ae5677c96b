// SPDX-License-Identifier: Apache-2.0
#include "db/store/frontier.h"

namespace wza {

bool FrontierStore::knows(std::string_view url) {
  Statement row =
      m_tracker->db().prepare("SELECT 1 FROM frontier_urls WHERE run = ?1 AND url = ?2");
  return row.bind(m_run, url).step();
}

void FrontierStore::add(FrontierRow const &row) {
  m_tracker->db()
      .prepare(
          "INSERT INTO frontier_urls(run, url, lane, depth, ord, chain, trap, parent) "
          "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")
      .bind(m_run, row.url, row.lane, row.depth, row.ord, row.chain, row.trap, row.parent)
      .run();
}

void FrontierStore::finish(std::string_view url, int seq, std::string_view note) {
  m_tracker->db()
      .prepare("UPDATE frontier_urls SET done = ?3, note = ?4 WHERE run = ?1 AND url = ?2")
      .bind(m_run, url, seq, note)
      .run();
}

std::vector<FrontierRow> FrontierStore::waiting(std::uint32_t lane, int depth, std::int64_t ord,
                                                std::size_t most) {
  Statement row = m_tracker->db().prepare(
      "SELECT url, depth, ord, chain, trap, parent FROM frontier_urls WHERE run = ?1 AND lane = ?2 "
      "AND "
      "(depth, ord) > (?3, ?4) AND done IS NULL ORDER BY depth, ord LIMIT ?5");
  row.bind(m_run, lane, depth, ord, most);
  std::vector<FrontierRow> out;
  while (row.step()) {
    FrontierRow &next = out.emplace_back();
    next.url = row.get<std::string>(0);
    next.lane = lane;
    next.depth = row.get<int>(1);
    next.ord = row.get<std::int64_t>(2);
    next.chain = row.get<std::optional<std::string>>(3);
    next.trap = row.get<bool>(4);
    next.parent = row.get<std::int64_t>(5);
  }
  return out;
}

void FrontierStore::each_done(std::function<void(FrontierRow const &)> const &take) {
  Statement row = m_tracker->db().prepare(
      "SELECT url, lane, depth, ord, trap, done, note, parent FROM frontier_urls "
      "WHERE run = ?1 AND done IS NOT NULL ORDER BY done");
  row.bind(m_run);
  while (row.step()) {
    take({row.get<std::string>(0), row.get<std::uint32_t>(1), row.get<int>(2),
          row.get<std::int64_t>(3), std::nullopt, row.get<bool>(4), row.get<int>(5),
          row.get<std::string>(6), row.get<std::int64_t>(7)});
  }
}

void FrontierStore::each_known(std::function<void(FrontierRow const &)> const &take) {
  Statement row = m_tracker->db().prepare(
      "SELECT url, lane, depth, ord, trap, coalesce(done, 0) FROM frontier_urls "
      "WHERE run = ?1 ORDER BY lane, ord");
  row.bind(m_run);
  while (row.step()) {
    take({row.get<std::string>(0),
          row.get<std::uint32_t>(1),
          row.get<int>(2),
          row.get<std::int64_t>(3),
          std::nullopt,
          row.get<bool>(4),
          row.get<int>(5),
          {},
          0});
  }
}

void FrontierStore::forget() {
  m_tracker->db().prepare("DELETE FROM frontier_urls WHERE run = ?1").bind(m_run).run();
}

std::vector<FrontierHost> FrontierStore::hosts() {
  Statement row = m_tracker->db().prepare(
      "SELECT host, delay_ms, blocked_until, last_request FROM frontier_hosts ORDER BY host");
  std::vector<FrontierHost> out;
  while (row.step()) {
    out.push_back({row.get<std::string>(0), std::chrono::milliseconds(row.get<std::int64_t>(1)),
                   row.get<std::optional<UtcTime>>(2), row.get<std::optional<UtcTime>>(3)});
  }
  return out;
}

void FrontierStore::put_host(FrontierHost const &host) {
  m_tracker->db()
      .prepare(
          "INSERT INTO frontier_hosts(host, delay_ms, blocked_until, last_request) "
          "VALUES(?1, ?2, ?3, ?4) ON CONFLICT(host) DO UPDATE SET delay_ms = excluded.delay_ms, "
          "blocked_until = excluded.blocked_until, last_request = excluded.last_request")
      .bind(host.host, static_cast<std::int64_t>(host.delay.count()), host.blocked_until,
            host.last_request)
      .run();
}

}  // namespace wza
