// SPDX-License-Identifier: Apache-2.0
#include "db/store/run_diff.h"

#include "db/store/finding_rows.h"

#include <algorithm>
#include <tuple>

namespace wza {
namespace {

/// What the crawls from the earlier to the later one found out about one finding.
struct Course {
  FindingId finding;
  std::optional<RunResult> at_earlier, at_later;
  std::optional<RunResult> last;  ///< behind the earlier one
  bool found = false;             ///< first seen behind the earlier one
  bool came_back = false;         ///< reopened behind the earlier one
  std::optional<Cause> cause;
};

bool is_there(std::optional<RunResult> result) {
  return result && *result != RunResult::mended;
}

std::optional<DiffState> state_of(Course const &course) {
  bool const was_open = is_there(course.at_earlier);
  bool const is_open = course.last ? is_there(course.last) : was_open;
  if (!is_open) return was_open ? std::optional(DiffState::mended) : std::nullopt;
  if (!was_open) return course.found ? DiffState::fresh : DiffState::reopened;
  if (!course.at_later || *course.at_later == RunResult::not_tested) return DiffState::not_tested;
  return course.came_back ? DiffState::reopened : DiffState::unchanged;
}

void note(Course &course, RunResult result, std::optional<Cause> cause) {
  course.last = result;
  course.found = course.found || result == RunResult::found;
  course.came_back = course.came_back || result == RunResult::reopened;
  if (cause) course.cause = cause;
}

std::vector<Course> courses_between(Database &db, RunId earlier, RunId later) {
  std::vector<Course> all;
  Statement row = db.prepare(
      "SELECT finding, run, result, cause FROM run_findings r WHERE run BETWEEN ?1 AND ?2 AND "
      "EXISTS (SELECT 1 FROM run_findings e WHERE e.finding = r.finding AND e.run IN (?1, ?2)) "
      "ORDER BY finding, run");
  row.bind(earlier, later);
  while (row.step()) {
    auto const finding = row.get<FindingId>(0);
    if (all.empty() || all.back().finding != finding) all.emplace_back().finding = finding;
    auto const run = row.get<RunId>(1);
    auto const result = row.get<RunResult>(2);
    Course &course = all.back();
    if (run == earlier) {
      course.at_earlier = result;
      continue;
    }
    note(course, result, row.get<std::optional<Cause>>(3));
    if (run == later) course.at_later = result;
  }
  return all;
}

}  // namespace

std::vector<DiffEntry> diff_of(Tracker &tracker, RunId earlier, RunId later) {
  FindingStore findings(tracker);
  std::vector<DiffEntry> out;
  for (Course const &course : courses_between(tracker.db(), earlier, later)) {
    auto const state = state_of(course);
    if (!state) continue;
    bool const with_cause = *state == DiffState::fresh || *state == DiffState::reopened;
    out.push_back(
        {findings.find(course.finding).value(), *state, with_cause ? course.cause : std::nullopt});
  }
  std::stable_sort(out.begin(), out.end(), [](DiffEntry const &a, DiffEntry const &b) {
    return std::tuple(a.state, a.finding.severity, a.finding.id) <
           std::tuple(b.state, b.finding.severity, b.finding.id);
  });
  return out;
}

bool has_results(Tracker &tracker, Run const &run) {
  Database &db = tracker.db();
  Statement kept = db.prepare("SELECT 1 FROM run_findings WHERE run = ?1 LIMIT 1");
  if (kept.bind(run.id).step()) return true;
  // A crawl without any finding has none to keep.
  Statement any = db.prepare(
      "SELECT 1 FROM findings f JOIN sites s ON s.origin = f.subject JOIN pages p ON p.site = s.id "
      "JOIN visits v ON v.page = p.id WHERE f.kind = 'web' AND v.run = ?1 AND f.first_run <= ?1 "
      "LIMIT 1");
  return !any.bind(run.id).step();
}

}  // namespace wza
