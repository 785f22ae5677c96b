// SPDX-License-Identifier: Apache-2.0
// wza init: makes a new tracker with the reference data in it.
#include "audit/app.h"
#include "audit/cli/command.h"
#include "db/seed.h"

#include <fmt/format.h>

namespace wza::audit {
namespace {

ExitCode run(App &app) {
  Tracker tracker = Tracker::create(app.tracker_path(), app.clock());
  if (auto seeded = seed(tracker); !seeded) {
    app.terminal().refuse(seeded.problem());
    return ExitCode::our_bug;  // the tables are part of the program
  }
  std::string const path = tracker.path().string();
  app.terminal().say({fmt::format("已新建跟踪库 {}。下一步：wza import districts 边界文件。", path),
                      fmt::format("Made the tracker {}. Next: wza import districts FILE.", path)});
  return ExitCode::done;
}

}  // namespace

extern Command const init_command{
    .name = "init",
    .summary = {"新建跟踪库，并装入标准、条文、改造项目和规划指标",
                "make a new tracker with the standards, criteria, retrofit items and plans in it"},
    .details = {},
    .setup = [](Args &) -> Run { return run; },
};

}  // namespace wza::audit
