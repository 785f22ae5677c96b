// SPDX-License-Identifier: Apache-2.0
#include "db/store/runs.h"

namespace wza {
namespace {

Run read_run(Statement const &row) {
  return {row.get<RunId>(0),
          row.get<RunKind>(1),
          row.get<std::string>(2),
          row.get<RunState>(3),
          row.get<UtcTime>(4),
          row.get<std::optional<UtcTime>>(5),
          nlohmann::json::parse(row.text(6)),
          row.get<std::string>(7)};
}

std::optional<std::string> dumped(nlohmann::json const &json) {
  return json.is_null() ? std::nullopt : std::optional(json.dump());
}

nlohmann::json parsed(Statement const &row, int column) {
  return row.is_null(column) ? nlohmann::json() : nlohmann::json::parse(row.text(column));
}

}  // namespace

Run RunStore::begin(RunKind kind, std::string_view request, std::string_view actor) {
  Database &db = m_tracker->db();
  Statement unfinished = db.prepare(
      "SELECT id, kind, request, state, started_at, finished_at, summary, "
      "tool_version FROM runs "
      "WHERE kind = ?1 AND request = ?2 AND state = 'running'");
  if (unfinished.bind(kind, request).step()) return read_run(unfinished);
  db.prepare(
        "INSERT INTO runs(kind, request, state, tool_version, actor, started_at) "
        "VALUES(?1, ?2, 'running', ?3, ?4, ?5)")
      .bind(kind, request, tool_version(), actor, m_tracker->clock().now())
      .run();
  return *find({db.last_insert_rowid()});
}

void RunStore::finish(RunId id, RunState state, nlohmann::json const &summary) {
  m_tracker->db()
      .prepare("UPDATE runs SET state = ?2, finished_at = ?3, summary = ?4 WHERE id = ?1")
      .bind(id, state, m_tracker->clock().now(), summary.dump())
      .run();
}

std::optional<Run> RunStore::find(RunId id) {
  Statement row = m_tracker->db().prepare(
      "SELECT id, kind, request, state, started_at, finished_at, summary, "
      "tool_version FROM runs WHERE id = ?1");
  if (!row.bind(id).step()) return std::nullopt;
  return read_run(row);
}

std::vector<Run> RunStore::crawls() {
  std::vector<Run> all;
  Statement row = m_tracker->db().prepare(
      "SELECT id, kind, request, state, started_at, finished_at, summary, tool_version FROM runs "
      "WHERE kind = 'crawl' ORDER BY id");
  while (row.step())
    all.push_back(read_run(row));
  return all;
}

std::vector<Run> RunStore::unfinished() {
  std::vector<Run> all;
  Statement row = m_tracker->db().prepare(
      "SELECT id, kind, request, state, started_at, finished_at, summary, "
      "tool_version FROM runs "
      "WHERE state = 'running' ORDER BY id");
  while (row.step())
    all.push_back(read_run(row));
  return all;
}

void append_event(Tracker &tracker, Event const &event) {
  tracker.db()
      .prepare(
          "INSERT INTO events(at, actor, run, verb, entity, entity_key, before, after) "
          "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")
      .bind(tracker.clock().now(), event.actor, event.run, event.verb, event.entity,
            event.entity_key, dumped(event.before), dumped(event.after))
      .run();
}

std::vector<PastEvent> events_of(Tracker &tracker, std::string_view entity,
                                 std::string_view entity_key) {
  std::vector<PastEvent> all;
  Statement row = tracker.db().prepare(
      "SELECT id, at, actor, run, verb, entity, entity_key, before, after FROM events "
      "WHERE entity = ?1 AND entity_key = ?2 ORDER BY id");
  row.bind(entity, entity_key);
  while (row.step()) {
    all.push_back(
        {row.get<EventId>(0),
         row.get<UtcTime>(1),
         {row.get<std::string>(2), row.get<std::optional<RunId>>(3), row.get<std::string>(4),
          row.get<std::string>(5), row.get<std::string>(6), parsed(row, 7), parsed(row, 8)}});
  }
  return all;
}

}  // namespace wza
