// SPDX-License-Identifier: Apache-2.0
#include "db/store/shown_districts.h"

namespace wza {

std::vector<ShownDistrict> shown_districts(Tracker &tracker) {
  Statement row = tracker.db().prepare(
      "WITH shown AS (SELECT code, name, level FROM districts d WHERE geom IS NOT NULL OR NOT "
      "EXISTS (SELECT 1 FROM district_closure c JOIN districts b ON b.code = c.descendant "
      "WHERE c.ancestor = d.code AND b.geom IS NOT NULL)) "
      "SELECT code, name, level, (SELECT count(*) FROM district_closure c WHERE c.descendant = "
      "shown.code AND c.depth > 0 AND c.ancestor IN (SELECT code FROM shown)) "
      "FROM shown ORDER BY code");
  std::vector<ShownDistrict> out;
  while (row.step()) {
    out.push_back({row.get<DistrictCode>(0), row.get<std::string>(1), row.get<DistrictLevel>(2),
                   row.get<int>(3)});
  }
  return out;
}

}  // namespace wza
