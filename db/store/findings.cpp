// SPDX-License-Identifier: Apache-2.0
#include "db/store/findings.h"

#include "db/base/error.h"
#include "db/store/finding_identity.h"
#include "db/store/finding_rows.h"
#include "db/store/runs.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <unordered_map>
#include <unordered_set>

namespace wza {
namespace {

/// What one apply() knows of a finding that it touches.
struct Touched {
  Finding finding;
  bool is_new = false;
  bool seen = false;  ///< present in a place that this run tested
  int gone = 0;       ///< places where it is no more
  Cause cause = Cause::surroundings;
};

class Application {
 public:
  Application(Tracker &tracker, RunId run, FindingKind kind, std::string_view subject,
              std::optional<DistrictCode> const &district, std::span<TestedPlace const> tested)
      : m_tracker(tracker),
        m_db(tracker.db()),
        m_run(run),
        m_kind(kind),
        m_subject(subject),
        m_district(district) {
    for (TestedPlace const &place : tested)
      m_tested.emplace(place.place, &place);
  }

  FindingChanges apply(std::span<Defect const> defects) {
    load_known();
    know_again(defects);
    for (Defect const &defect : defects)
      see(defect);
    for (auto &[fingerprint, touched] : m_findings)
      look_for_gone(touched);
    FindingChanges changes;
    for (auto &[fingerprint, touched] : m_findings)
      settle(touched, changes);
    return changes;
  }

 private:
  void load_known() {
    Statement row = m_db.prepare("SELECT " WZA_FINDING_COLUMNS
                                 " FROM findings f WHERE f.kind = ?1 AND f.subject = ?2");
    row.bind(m_kind, m_subject);
    while (row.step()) {
      Finding finding = read_finding(row);
      std::string key = finding.fingerprint;
      m_findings.emplace(std::move(key), Touched{std::move(finding)});
    }
  }

  /// Gives findings that this run missed the fingerprints under which they stand now.
  void know_again(std::span<Defect const> defects) {
    std::unordered_set<std::string_view> seen;
    std::vector<Defect const *> fresh;
    for (Defect const &defect : defects) {
      seen.insert(defect.fingerprint);
      if (!m_findings.contains(defect.fingerprint)) fresh.push_back(&defect);
    }
    std::vector<Finding const *> missed;
    for (auto const &[fingerprint, touched] : m_findings) {
      bool const expected = touched.finding.state != FindingState::mended;
      if (expected && !seen.contains(fingerprint)) missed.push_back(&touched.finding);
    }
    for (auto const &[finding, defect] : find_renamed(m_db, missed, fresh, m_tested)) {
      auto node = m_findings.extract(finding->fingerprint);
      give_fingerprint(m_tracker, m_run, node.mapped().finding, *defect);
      node.key() = defect->fingerprint;
      m_findings.insert(std::move(node));
    }
  }

  void see(Defect const &defect) {
    for (Occurrence const &occurrence : defect.occurrences) {
      auto const place = m_tested.find(occurrence.place);
      assert(place != m_tested.end());
      UtcTime const at = place->second->at;
      Touched &touched = find_or_add(defect, at);
      if (was_tested_after(touched.finding.id, occurrence.place, at)) continue;
      put(touched.finding.id, occurrence, at);
      touched.seen = true;
      touched.finding.message = defect.message;
      touched.cause = std::min(touched.cause, place->second->cause);
      touched.finding.first_seen = std::min(touched.finding.first_seen, at);
      touched.finding.last_seen = std::max(touched.finding.last_seen, at);
    }
  }

  Touched &find_or_add(Defect const &defect, UtcTime at) {
    if (auto found = m_findings.find(defect.fingerprint); found != m_findings.end()) {
      return found->second;
    }
    m_db.prepare(
            "INSERT INTO findings(fingerprint, kind, subject, component, rule, message_zh, "
            "message_en, standard, clause, severity, state, district, first_run, last_run, "
            "first_seen, last_seen, last_tested) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, "
            "'open', ?11, ?12, ?12, ?13, ?13, ?13)")
        .bind(defect.fingerprint, m_kind, m_subject, defect.component, defect.rule,
              defect.message.zh, defect.message.en, defect.standard, defect.clause, defect.severity,
              m_district, m_run, at)
        .run();
    Finding finding;
    finding.id = {m_db.last_insert_rowid()};
    finding.rule = defect.rule;
    finding.state = FindingState::open;
    finding.first_seen = finding.last_seen = finding.last_tested = at;
    return m_findings.emplace(defect.fingerprint, Touched{std::move(finding), true}).first->second;
  }

  bool was_tested_after(FindingId finding, std::string_view place, UtcTime at) {
    return m_db
        .prepare("SELECT 1 FROM occurrences WHERE finding = ?1 AND place = ?2 AND last_tested > ?3")
        .bind(finding, place, at)
        .step();
  }

  void put(FindingId finding, Occurrence const &o, UtcTime at) {
    m_db.prepare(
            "INSERT INTO occurrences(finding, place, state, first_seen, last_seen, last_tested, "
            "selector, line, snippet, value, threshold, unit, margin, confidence, extent, "
            "extent_unit, keys) "
            "VALUES(?1, ?2, 'present', ?3, ?3, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, "
            "?14) "
            "ON CONFLICT(finding, place) DO UPDATE SET state = 'present', last_seen = ?3, "
            "last_tested = ?3, selector = ?4, line = ?5, snippet = ?6, value = ?7, threshold = ?8, "
            "unit = ?9, margin = ?10, confidence = ?11, extent = ?12, extent_unit = ?13, "
            "keys = ?14")
        .bind(finding, o.place, at, o.selector, o.line, o.snippet, o.value, o.threshold, o.unit,
              o.margin, o.confidence, o.extent, o.extent_unit, words_of(o.keys))
        .run();
  }

  /// Places of the finding that were tested in this run by a rule that came to a decision, and
  /// where it was not seen.
  void look_for_gone(Touched &touched) {
    std::vector<std::pair<std::string, UtcTime>> gone;
    Statement row = m_db.prepare(
        "SELECT place, last_tested FROM occurrences WHERE finding = ?1 AND state = 'present'");
    row.bind(touched.finding.id);
    while (row.step()) {
      auto const place = m_tested.find(row.get<std::string>(0));
      if (place == m_tested.end()) continue;
      TestedPlace const &tested = *place->second;
      bool const decided = was_decided(tested, touched.finding);
      if (decided && row.get<UtcTime>(1) < tested.at) gone.emplace_back(tested.place, tested.at);
    }
    for (auto const &[place, at] : gone) {
      m_db.prepare(
              "UPDATE occurrences SET state = 'gone', last_tested = ?3 WHERE finding = ?1 AND "
              "place = ?2")
          .bind(touched.finding.id, place, at)
          .run();
      touched.finding.last_tested = std::max(touched.finding.last_tested, at);
      ++touched.gone;
    }
  }

  void settle(Touched &touched, FindingChanges &changes) {
    Finding &f = touched.finding;
    if (!touched.seen && touched.gone == 0) {
      if (is_open(f.state)) keep(touched, RunResult::not_tested, changes);
      return;
    }
    bool const present =
        m_db.prepare("SELECT 1 FROM occurrences WHERE finding = ?1 AND state = 'present'")
            .bind(f.id)
            .step();
    FindingState const before = f.state;
    f.state = after_test(before, present);
    f.last_tested = std::max(f.last_tested, f.last_seen);
    keep(touched, result_of(touched, before), changes);
    m_db.prepare(
            "UPDATE findings SET state = ?2, first_seen = ?3, last_seen = ?4, last_tested = ?5, "
            "mended_at = ?6, last_run = CASE WHEN ?7 THEN ?8 ELSE last_run END, message_zh = ?9, "
            "message_en = ?10 WHERE id = ?1")
        .bind(f.id, f.state, f.first_seen, f.last_seen, f.last_tested,
              f.state == FindingState::mended ? std::optional(f.last_tested) : std::nullopt,
              touched.seen, m_run, f.message.zh, f.message.en)
        .run();
    if (touched.is_new) {
      record(f, "found", nullptr, f.first_seen);
    } else if (f.state != before) {
      record(f, std::string(key(f.state)), before, f.last_tested);
    }
  }

  static RunResult result_of(Touched const &touched, FindingState before) {
    FindingState const now = touched.finding.state;
    if (touched.is_new) return RunResult::found;
    if (before == FindingState::mended && now == FindingState::reopened) return RunResult::reopened;
    if (is_open(before) && now == FindingState::mended) return RunResult::mended;
    return touched.gone > 0 ? RunResult::partly_gone : RunResult::seen_again;
  }

  /// Counts the result, and keeps that of a crawl for whoever compares it with another.
  void keep(Touched const &touched, RunResult result, FindingChanges &changes) {
    ++changes.count(result);
    if (m_kind != FindingKind::web) return;
    bool const has_cause = result == RunResult::found || result == RunResult::reopened;
    m_db.prepare("INSERT INTO run_findings(run, finding, result, cause) VALUES(?1, ?2, ?3, ?4)")
        .bind(m_run, touched.finding.id, result,
              has_cause ? std::optional(touched.cause) : std::nullopt)
        .run();
  }

  /// `on`: when the test was made that told; the event itself is of when it was recorded.
  template <class Before>
  void record(Finding const &f, std::string verb, Before before, UtcTime on) {
    nlohmann::json old;
    if constexpr (!std::is_same_v<Before, std::nullptr_t>) old = {{"state", key(before)}};
    append_event(m_tracker, {"wza",
                             m_run,
                             std::move(verb),
                             "findings",
                             std::to_string(f.id.value),
                             std::move(old),
                             {{"state", key(f.state)}, {"on", on.iso()}}});
  }

  Tracker &m_tracker;
  Database &m_db;
  RunId m_run;
  FindingKind m_kind;
  std::string_view m_subject;
  std::optional<DistrictCode> const &m_district;
  TestedPlaces m_tested;
  std::map<std::string, Touched> m_findings;  ///< by fingerprint: the same order in every run
};

}  // namespace

FindingChanges FindingStore::apply(RunId run, FindingKind kind, std::string_view subject,
                                   std::optional<DistrictCode> const &district,
                                   std::span<Defect const> defects,
                                   std::span<TestedPlace const> tested) {
  assert(m_tracker->db().in_transaction());
  return Application(*m_tracker, run, kind, subject, district, tested).apply(defects);
}

}  // namespace wza
