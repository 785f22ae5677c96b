// SPDX-License-Identifier: Apache-2.0
#include "db/store/web_faults.h"

namespace wza {

std::vector<WebFault> frequent_web_faults(Tracker &tracker, std::int64_t most) {
  std::vector<WebFault> all;
  Statement row = tracker.db().prepare(
      "SELECT f.rule, f.standard, f.clause, f.severity, count(DISTINCT f.id), "
      "count(DISTINCT o.place) FROM findings f JOIN occurrences o ON o.finding = f.id "
      "WHERE f.kind = 'web' AND f.state IN ('open', 'reopened') AND o.state = 'present' "
      "GROUP BY f.rule, f.standard, f.clause, f.severity ORDER BY 6 DESC, 5 DESC, f.rule LIMIT ?1");
  row.bind(most);
  while (row.step()) {
    all.push_back({row.get<RuleId>(0), row.get<std::string>(1), row.get<std::string>(2),
                   row.get<Severity>(3), row.get<std::int64_t>(4), row.get<std::int64_t>(5)});
  }
  return all;
}

}  // namespace wza
