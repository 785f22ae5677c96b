// SPDX-License-Identifier: Apache-2.0
// What would explain a finding that is new on a page: the page, the rules, or what is around it.
#pragma once

#include "db/model/run_result.h"
#include "db/store/runs.h"
#include "db/store/visits.h"

#include <map>
#include <string>
#include <string_view>

namespace wza::audit {

/// Compares the pages of one crawl with their tests in earlier ones.
class Causes {
 public:
  Causes(Tracker &tracker, RunId run);

  /// `url` was tested in the run.
  Cause of(std::string_view url);

 private:
  bool same_rules(RunId earlier);

  RunStore m_runs;
  VisitStore m_visits;
  Run m_run;
  std::map<RunId, bool> m_same_rules;
};

}  // namespace wza::audit
