// SPDX-License-Identifier: Apache-2.0
#include "db/store/finding_courses.h"

#include "db/base/error.h"
#include "db/store/runs.h"

#include <algorithm>
#include <map>

namespace wza {
namespace {

/// The finding as its course leaves it.
struct Fold {
  std::optional<FindingState> state;  ///< nothing: was present nowhere
  std::optional<Showing> last;
  UtcTime first_seen, last_seen, last_tested;
  Occurrence const *what = nullptr;  ///< as it was last present
  Assignment assigned;
  struct Step {
    std::string verb;  ///< "found", "mended"
    FindingState state{};
    UtcTime on;  ///< of the test that told
  };
  std::vector<Step> steps;  ///< what happened, in order
};

char const *verb_of(Showing ended_by) {
  return ended_by == Showing::inapplicable ? "no_longer_applies" : "mended";
}

void assign(Assignment &to, Assignment const &told, bool anew) {
  if (anew) to = {to.unit};
  if (told.unit) to.unit = told.unit;
  if (told.due) to.due = told.due;
  if (told.severity) to.severity = told.severity;
}

Fold fold(FindingCourse const &course) {
  Fold out;
  for (Showed const &test : course.tests) {
    bool const present = test.showing == Showing::present;
    bool const was_gone = out.last && *out.last != Showing::present;
    out.last = test.showing;
    out.last_tested = test.at;
    if (present) {
      assign(out.assigned, test.assigned, was_gone);
      if (!out.state) out.first_seen = test.at;
      out.last_seen = test.at;
      out.what = &test.what;
    }
    if (!out.state) {
      if (present) out.state = FindingState::open;
      if (present) out.steps.push_back({"found", *out.state, test.at});
      continue;
    }
    auto const after = after_test(*out.state, present);
    if (after != *out.state)
      out.steps.push_back({present ? "reopened" : verb_of(test.showing), after, test.at});
    out.state = after;
  }
  return out;
}

struct Known {
  FindingId id;
  FindingState state{};
  Text message;
  Severity severity{};
  Assignment assigned;  ///< but for the severity
  UtcTime first_seen, last_seen, last_tested;
  std::optional<UtcTime> mended_at;
  bool present = false;
  Occurrence what;
};

class Following {
 public:
  Following(Tracker &tracker, RunId run, FindingKind kind, std::string_view subject,
            std::optional<DistrictCode> const &district)
      : m_tracker(tracker),
        m_db(tracker.db()),
        m_run(run),
        m_kind(kind),
        m_subject(subject),
        m_district(district) {
    load_known();
  }

  void follow(FindingCourse const &course) {
    auto const out = fold(course);
    if (!out.last) return;
    auto const found = m_known.find(course.defect.fingerprint);
    if (found != m_known.end()) {
      if (out.state) {
        keep_up(found->second, course.defect, out);
      } else {
        correct(found->second, out);
      }
    } else if (out.state) {
      add(course.defect, out);
    }
  }

  FindingChanges const &changes() const { return m_changes; }

 private:
  void load_known() {
    Statement row = m_db.prepare(
        "SELECT f.fingerprint, f.id, f.state, f.message_zh, f.message_en, f.first_seen, "
        "f.last_seen, f.last_tested, coalesce(o.state = 'present', 0), o.place, o.value, "
        "o.threshold, o.unit, o.margin, o.confidence, o.extent, o.extent_unit, f.severity, f.unit, "
        "f.due, f.mended_at "
        "FROM findings f LEFT JOIN occurrences o ON o.finding = f.id "
        "WHERE f.kind = ?1 AND f.subject = ?2");
    row.bind(m_kind, m_subject);
    while (row.step()) {
      Known known{row.get<FindingId>(1),
                  row.get<FindingState>(2),
                  {row.get<std::string>(3), row.get<std::string>(4)},
                  row.get<Severity>(17),
                  {row.get<std::optional<std::string>>(18), row.get<std::optional<LocalDate>>(19)},
                  row.get<UtcTime>(5),
                  row.get<UtcTime>(6),
                  row.get<UtcTime>(7),
                  row.get<std::optional<UtcTime>>(20),
                  row.get<bool>(8),
                  {}};
      known.what.place = row.get<std::optional<std::string>>(9).value_or("");
      known.what.value = row.get<std::optional<double>>(10);
      known.what.threshold = row.get<std::optional<std::string>>(11);
      known.what.unit = row.get<std::optional<std::string>>(12);
      known.what.margin = row.get<std::optional<double>>(13);
      known.what.confidence = row.get<std::optional<Confidence>>(14);
      known.what.extent = row.get<std::optional<double>>(15);
      known.what.extent_unit = row.get<std::optional<std::string>>(16);
      m_known.insert_or_assign(row.get<std::string>(0), std::move(known));
    }
  }

  void add(Defect const &defect, Fold const &out) {
    m_db.prepare(
            "INSERT INTO findings(fingerprint, kind, subject, component, rule, message_zh, "
            "message_en, standard, clause, severity, state, district, first_run, last_run, "
            "first_seen, last_seen, last_tested, mended_at, unit, due) VALUES(?1, ?2, ?3, ?4, ?5, "
            "?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?13, ?14, ?15, ?16, ?17, ?18, ?19)")
        .bind(defect.fingerprint, m_kind, m_subject, defect.component, defect.rule,
              defect.message.zh, defect.message.en, defect.standard, defect.clause,
              severity_of(defect, out), *out.state, m_district, m_run, out.first_seen,
              out.last_seen, out.last_tested, mended_at(*out.state, out), out.assigned.unit,
              out.assigned.due)
        .run();
    FindingId const id{m_db.last_insert_rowid()};
    put_occurrence(id, out);
    for (auto const &[verb, state, on] : out.steps) {
      ++(verb == "found"      ? m_changes.found
         : verb == "reopened" ? m_changes.reopened
         : verb == "mended"   ? m_changes.mended
                              : m_changes.withdrawn);
      record(id, verb, std::nullopt, {{"state", key(state)}, {"on", on.iso()}});
    }
    if (out.assigned.unit || out.assigned.due) record_assignment(id, out.assigned);
  }

  /// The finding is known and was present some time.
  void keep_up(Known const &known, Defect const &defect, Fold const &out) {
    auto state = *out.state;
    bool const decided =
        known.state == FindingState::waived || known.state == FindingState::dismissed;
    if (decided || (is_open(known.state) && is_open(state))) state = known.state;
    bool const present = out.last == Showing::present;
    bool const same = state == known.state && present == known.present &&
                      defect.message == known.message &&
                      severity_of(defect, out) == known.severity && !newly_assigned(known, out) &&
                      out.first_seen == known.first_seen && out.last_seen == known.last_seen &&
                      out.last_tested == known.last_tested &&
                      mended_at(state, out) == known.mended_at && *out.what == known.what;
    if (same) {
      ++m_changes.seen_again;
      return;
    }
    put_occurrence(known.id, out);
    m_db.prepare(
            "UPDATE findings SET state = ?2, first_seen = ?3, last_seen = ?4, last_tested = ?5, "
            "mended_at = ?6, last_run = ?7, message_zh = ?8, message_en = ?9, severity = ?10, unit "
            "= "
            "?11, due = ?12 WHERE id = ?1")
        .bind(known.id, state, out.first_seen, out.last_seen, out.last_tested,
              mended_at(state, out), m_run, defect.message.zh, defect.message.en,
              severity_of(defect, out), out.assigned.unit, out.assigned.due)
        .run();
    if (newly_assigned(known, out)) record_assignment(known.id, out.assigned);
    if (state == known.state) {
      ++m_changes.seen_again;
      bool const dated_otherwise =
          !decided && (out.first_seen != known.first_seen || out.steps.size() > 1);
      if (dated_otherwise) record(known.id, "dated", known.state, told(state, out));
    } else if (is_open(state)) {
      ++m_changes.reopened;
      record(known.id, "reopened", known.state, told(state, out));
    } else {
      std::string const verb = verb_of(*out.last);
      ++(verb == "mended" ? m_changes.mended : m_changes.withdrawn);
      record(known.id, verb, known.state, told(state, out));
    }
  }

  /// Nothing that stands on record found it: what did was corrected, or no longer applies.
  void correct(Known const &known, Fold const &out) {
    if (!is_open(known.state)) return;
    m_db.prepare("UPDATE occurrences SET state = 'gone', last_tested = ?2 WHERE finding = ?1")
        .bind(known.id, out.last_tested)
        .run();
    m_db.prepare(
            "UPDATE findings SET state = 'mended', last_tested = ?2, mended_at = ?2, last_run = ?3 "
            "WHERE id = ?1")
        .bind(known.id, out.last_tested, m_run)
        .run();
    ++m_changes.withdrawn;
    record(known.id, out.last == Showing::inapplicable ? "no_longer_applies" : "corrected",
           known.state, told(FindingState::mended, out));
  }

  static Severity severity_of(Defect const &defect, Fold const &out) {
    return out.assigned.severity.value_or(defect.severity);
  }
  static bool newly_assigned(Known const &known, Fold const &out) {
    return out.assigned.unit != known.assigned.unit || out.assigned.due != known.assigned.due;
  }

  static std::optional<UtcTime> mended_at(FindingState state, Fold const &out) {
    return state == FindingState::mended && !out.steps.empty() ? std::optional(out.steps.back().on)
                                                               : std::nullopt;
  }

  void put_occurrence(FindingId finding, Fold const &out) {
    Occurrence const &o = *out.what;
    m_db.prepare(
            "INSERT INTO occurrences(finding, place, state, first_seen, last_seen, last_tested, "
            "value, threshold, unit, margin, confidence, extent, extent_unit) "
            "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13) "
            "ON CONFLICT(finding, place) DO UPDATE SET state = ?3, first_seen = ?4, last_seen = "
            "?5, last_tested = ?6, value = ?7, threshold = ?8, unit = ?9, margin = ?10, "
            "confidence = ?11, extent = ?12, extent_unit = ?13")
        .bind(finding, o.place, std::string_view(out.last == Showing::present ? "present" : "gone"),
              out.first_seen, out.last_seen, out.last_tested, o.value, o.threshold, o.unit,
              o.margin, o.confidence, o.extent, o.extent_unit)
        .run();
  }

  /// No state stands in it: assigning a fault changes none.
  void record_assignment(FindingId id, Assignment const &assigned) {
    nlohmann::json after = nlohmann::json::object();
    if (assigned.unit) after["unit"] = *assigned.unit;
    if (assigned.due) after["due"] = assigned.due->iso();
    append_event(m_tracker, {"wza", m_run, "assigned", "findings", std::to_string(id.value),
                             nullptr, std::move(after)});
  }

  /// The state, and each step of the course with the time of its test: a record that came late or
  /// was corrected tells all of it anew (finding_history.h).
  static nlohmann::json told(FindingState state, Fold const &out) {
    auto steps = nlohmann::json::array();
    for (auto const &step : out.steps)
      steps.push_back({{"state", key(step.state)}, {"on", step.on.iso()}});
    return {{"state", key(state)}, {"steps", std::move(steps)}};
  }

  void record(FindingId id, std::string const &verb, std::optional<FindingState> before,
              nlohmann::json after) {
    nlohmann::json old;
    if (before) old = {{"state", key(*before)}};
    append_event(m_tracker, {"wza", m_run, verb, "findings", std::to_string(id.value),
                             std::move(old), std::move(after)});
  }

  Tracker &m_tracker;
  Database &m_db;
  RunId m_run;
  FindingKind m_kind;
  std::string_view m_subject;
  std::optional<DistrictCode> const &m_district;
  std::map<std::string, Known> m_known;  ///< by fingerprint
  FindingChanges m_changes;
};

}  // namespace

FindingChanges follow_courses(Tracker &tracker, RunId run, FindingKind kind,
                              std::string_view subject, std::optional<DistrictCode> const &district,
                              std::span<FindingCourse const> courses) {
  assert(tracker.db().in_transaction());
  Following following(tracker, run, kind, subject, district);
  for (FindingCourse const &course : courses)
    following.follow(course);
  return following.changes();
}

}  // namespace wza
