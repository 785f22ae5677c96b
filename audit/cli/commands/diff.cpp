// SPDX-License-Identifier: Apache-2.0
// wza diff: what is new, mended, reopened or not re-tested between two crawls.
#include "audit/app.h"
#include "audit/cli/command.h"
#include "audit/cli/usage.h"
#include "audit/report/run_diff.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <memory>

namespace wza::audit {
namespace {

struct Options {
  std::optional<std::string> earlier, later;
  bool all = false;
  std::string format = "text";
  std::string fail_on = "none";
};

Problem no_such_run(std::string const &text, Text reason) {
  return {ProblemCode::not_found,
          text,
          "RUN",
          std::nullopt,
          std::move(reason),
          {"wza diff 不带编号时列出全部检测。", "wza diff without numbers lists all crawls."}};
}

Result<wza::Run> run_of(Tracker &tracker, std::string const &text) {
  RunId id;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), id.value);
  auto run = error == std::errc() && end == text.data() + text.size() ? RunStore(tracker).find(id)
                                                                      : std::nullopt;
  if (!run || run->kind != RunKind::crawl) {
    return no_such_run(text, {"跟踪库里没有这次网站检测。", "The tracker has no such crawl."});
  }
  if (run->state == RunState::running) {
    return no_such_run(text, {"这次检测还没有完成，不能比较。",
                              "This crawl is not finished and cannot be compared."});
  }
  if (!has_results(tracker, *run)) {
    return no_such_run(text, {"这次检测由旧版程序完成，没有留下逐条结果，不能比较。",
                              "This crawl was made by an older program, which kept no results by "
                              "finding: it cannot be compared."});
  }
  return *std::move(run);
}

Result<RunDiff> diff_between(Tracker &tracker, Options const &o) {
  auto earlier = run_of(tracker, *o.earlier);
  if (!earlier) return std::move(earlier).problem();
  auto later = run_of(tracker, *o.later);
  if (!later) return std::move(later).problem();
  if (later->id <= earlier->id) {
    return wrong_usage("RUN", {"请先写较早的一次，再写较晚的一次。", "Give the older crawl first."},
                       {fmt::format("wza diff {} {}", *o.later, *o.earlier),
                        fmt::format("wza diff {} {}", *o.later, *o.earlier)});
  }
  auto entries = diff_of(tracker, earlier->id, later->id);
  return RunDiff{*std::move(earlier), *std::move(later), std::move(entries)};
}

/// Whether something new or reopened is at least that severe.
bool reaches(RunDiff const &diff, std::optional<Severity> least) {
  return least && std::any_of(diff.entries.begin(), diff.entries.end(), [&](DiffEntry const &one) {
           bool const fresh = one.state == DiffState::fresh || one.state == DiffState::reopened;
           return fresh && one.finding.severity <= *least;
         });
}

ExitCode run(App &app, Options const &o) {
  Tracker tracker = app.open_tracker(Tracker::Access::read);
  if (!o.earlier) {
    auto runs = RunStore(tracker).crawls();
    std::reverse(runs.begin(), runs.end());
    app.terminal().data() << runs_in(o.format, runs, app.lang());
    return ExitCode::done;
  }
  if (!o.later) {
    app.terminal().refuse(wrong_usage("RUN", {"需要两次检测。", "Two crawls are needed."},
                                      {"例如：wza diff 3 5", "For example: wza diff 3 5"}));
    return ExitCode::usage;
  }
  auto const diff = diff_between(tracker, o);
  if (!diff) {
    app.terminal().refuse(diff.problem());
    return diff.problem().code == ProblemCode::usage ? ExitCode::usage : ExitCode::refused;
  }
  app.terminal().data() << diff_in(o.format, *diff, o.all, app.lang());
  return reaches(*diff, from_key<Severity>(o.fail_on)) ? ExitCode::findings : ExitCode::done;
}

}  // namespace

extern Command const diff_command{
    .name = "diff",
    .summary = {"比较两次网站检测：新问题、再次出现、复测已消除、未复测",
                "compare two crawls: what is new, reopened, mended or not re-tested"},
    .details =
        {"不写编号时列出全部检测。新问题注明原因：网页内容变了，检测规则变了，还是样式表等周边\n"
         "变了。没有复测到的问题不算消除。\n例子：\n"
         "  wza diff\n  wza diff 3 5 --fail-on serious",
         "Without numbers all crawls are listed. New findings say why they are new: the page "
         "changed, the rules changed, or a style sheet or the like did. What was not tested again "
         "is not mended.\nExamples:\n  wza diff\n  wza diff 3 5 --fail-on serious"},
    .setup = [](Args &args) -> Run {
      auto o = std::make_shared<Options>();
      args.optional_operand("RUN", o->earlier, {"较早的一次检测", "the older crawl"});
      args.optional_operand("RUN", o->later, {"较晚的一次检测", "the newer crawl"});
      args.flag("--all", o->all, {"也列出仍存在的问题", "list what is unchanged as well"});
      args.choice("--format", o->format, {"text", "csv", "json"}, {"输出格式", "output"});
      args.choice("--fail-on", o->fail_on, {"critical", "serious", "moderate", "minor", "none"},
                  {"有这样严重的新问题时退出码为 1；默认 none",
                   "exit with 1 where something new is that severe; default none"});
      return [o](App &app) { return run(app, *o); };
    },
};

}  // namespace wza::audit
