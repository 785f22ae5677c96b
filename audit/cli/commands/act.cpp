// SPDX-License-Identifier: Apache-2.0
// wza act: runs the W3C's ACT test suite and reports what our rules say of each case.
#include "audit/app.h"
#include "audit/cli/command.h"
#include "db/store/tracker.h"
#include "webcheck/act/suite.h"
#include "webcheck/report/earl.h"

#include <nlohmann/json.hpp>

#include <fstream>
#include <memory>

namespace wza::audit {
namespace {

using Json = nlohmann::ordered_json;

struct Options {
  std::string folder;
  std::optional<std::string> earl;
};

/// One test subject a case, with an assertion for each of our rules that implement its ACT rule.
Json subject(web::ActSuite const &suite, web::ActCase const &one,
             std::vector<web::Rule const *> const &rules) {
  Json assertions = Json::array();
  for (web::Rule const *const rule : rules) {
    Result<Outcome> const outcome = web::run_act_case(suite, one, {rule});
    if (!outcome) continue;
    assertions.push_back(
        {{"@type", "Assertion"},
         {"assertedBy", web::earl_assertor(tool_version())},
         {"mode", "earl:automatic"},
         {"test", web::earl_test(*rule)},
         {"result", {{"@type", "TestResult"}, {"outcome", web::earl_outcome(*outcome)}}}});
  }
  return {{"@type", "TestSubject"}, {"source", one.url}, {"assertions", std::move(assertions)}};
}

Result<Done> write_earl(std::string const &path, Json graph) {
  Json report{
      {"@context", "https://www.w3.org/WAI/content-assets/wcag-act-rules/earl-context.json"}};
  report["@graph"] = std::move(graph);
  std::ofstream out(path, std::ios::binary);
  out << report.dump(1) << '\n';
  out.close();
  if (out) return Done{};
  return Problem{ProblemCode::unreadable,
                 path,
                 {},
                 {},
                 {"写不了这个文件。", "The file cannot be written."},
                 {"请换一个可以写入的文件夹。", "Name a folder that can be written to."}};
}

ExitCode run(App &app, Options const &options) {
  Result<web::ActSuite> const suite = web::read_act_suite(options.folder);
  if (!suite) {
    app.terminal().refuse(suite.problem());
    return ExitCode::refused;
  }
  Json graph = Json::array();
  ExitCode code = ExitCode::done;
  for (web::ActCase const &one : suite->cases) {
    if (app.stop().stop_requested()) return ExitCode::interrupted;
    std::vector<web::Rule const *> const rules = web::rules_for_act(one.rule_id);
    Outcome outcome = Outcome::untested;
    if (!rules.empty()) {
      Result<Outcome> const judged = web::run_act_case(*suite, one, rules);
      if (judged) {
        outcome = *judged;
        if (options.earl) graph.push_back(subject(*suite, one, rules));
      } else {
        app.terminal().refuse(judged.problem());
        code = ExitCode::partly;
      }
    }
    Json line{{"testcaseId", one.id},
              {"ruleId", one.rule_id},
              {"expected", one.expected},
              {"outcome", key(outcome)}};
    line["rule"] = rules.empty() ? Json(nullptr) : Json(rules.front()->id);
    app.terminal().data() << line.dump() << '\n';
  }
  if (options.earl) {
    if (auto const written = write_earl(*options.earl, std::move(graph)); !written) {
      app.terminal().refuse(written.problem());
      return ExitCode::refused;
    }
  }
  return code;
}

}  // namespace

extern Command const act_command{
    .name = "act",
    .summary = {"运行 W3C 的 ACT 测试集，报告每个用例的结果",
                "run the W3C's ACT test suite and report the outcome of each case"},
    .details = {"每行一个 JSON 对象。没有对应规则的用例为 untested。",
                "One JSON object a line. A case without a rule of ours is untested."},
    .setup = [](Args &args) -> Run {
      auto options = std::make_shared<Options>();
      args.operand("DIR", options->folder,
                   {"测试集文件夹，里面有 testcases.json",
                    "folder of the suite, with testcases.json in it"});
      args.option("--earl", options->earl, "FILE",
                  {"另存一份 EARL 报告（JSON-LD）", "also write an EARL report (JSON-LD)"});
      return [options](App &app) { return run(app, *options); };
    },
};

}  // namespace wza::audit
