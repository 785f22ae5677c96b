// SPDX-License-Identifier: Apache-2.0
// wza doctor: examines the tracker and says what is wrong and what to do.
#include "audit/app.h"
#include "audit/cli/command.h"
#include "db/store/health.h"

#include <fmt/format.h>

#include <memory>

namespace wza::audit {
namespace {

TextView mark(Health health) {
  switch (health) {
    case Health::sound:
      return {"正常", "sound"};
    case Health::attention:
      return {"待办", "to do"};
    case Health::broken:
      return {"损坏", "broken"};
  }
  return {};
}

ExitCode run(App &app, bool migrate) {
  Tracker tracker = app.open_tracker(migrate ? Tracker::Access::write : Tracker::Access::read);
  Lang const lang = app.lang();
  ExitCode code = ExitCode::done;
  for (Examined const &examined : examine(tracker)) {
    app.terminal().data() << fmt::format("[{}] {}", mark(examined.health).in(lang),
                                         examined.what.in(lang));
    if (!examined.remedy.empty()) {
      app.terminal().data() << (lang == Lang::zh ? "" : " ") << examined.remedy.in(lang);
    }
    app.terminal().data() << '\n';
    if (examined.health == Health::broken) code = ExitCode::tracker;
  }
  return code;
}

}  // namespace

extern Command const doctor_command{
    .name = "doctor",
    .summary = {"检查跟踪库，说明哪里有问题、该怎么做",
                "examine the tracker, say what is wrong and what to do"},
    .details = {"跟踪库损坏时退出码为 6。", "The exit code is 6 where the tracker is broken."},
    .setup = [](Args &args) -> Run {
      auto const migrate = std::make_shared<bool>(false);
      args.flag("--migrate", *migrate,
                {"先把旧版本的跟踪库升级到本程序的版本（会先备份）",
                 "first bring an older tracker to this program's schema; a copy is kept"});
      return [migrate](App &app) { return run(app, *migrate); };
    },
};

}  // namespace wza::audit
