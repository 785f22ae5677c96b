// SPDX-License-Identifier: Apache-2.0
#include "db/store/facets.h"

namespace wza {

std::vector<RuleInUse> rules_in_use(Tracker &tracker) {
  std::vector<RuleInUse> all;
  Statement row = tracker.db().prepare(
      "SELECT kind, rule, count(*) FROM findings GROUP BY kind, rule ORDER BY 3 DESC, rule");
  while (row.step()) {
    all.push_back({row.get<FindingKind>(0), row.get<RuleId>(1), row.get<std::int64_t>(2)});
  }
  return all;
}

std::string subject_name(Tracker &tracker, FindingKind kind, std::string_view subject) {
  Statement row = tracker.db().prepare(
      kind == FindingKind::web ? "SELECT coalesce(name, '') FROM sites WHERE origin = ?1"
                               : "SELECT name FROM facilities WHERE id = ?1");
  return row.bind(subject).step() ? row.get<std::string>(0) : std::string();
}

}  // namespace wza
