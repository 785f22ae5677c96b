// SPDX-License-Identifier: Apache-2.0
#include "gis/field/import_report.h"

namespace wza::gis {

void finish_run(RunStore &runs, ImportReport const &report, nlohmann::json const &more) {
  nlohmann::json summary{{"stored", report.stored},
                         {"updated", report.updated},
                         {"unchanged", report.unchanged},
                         {"refused", report.refused.size()}};
  summary.update(more);
  runs.finish(report.run, report.refused.empty() ? RunState::done : RunState::partly, summary);
}

}  // namespace wza::gis
