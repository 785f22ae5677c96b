// SPDX-License-Identifier: Apache-2.0
// wza act: runs the W3C's ACT test suite and reports what our rules say of each case.
#include "audit/app.h"
#include "audit/cli/command.h"
#include "webcheck/act/suite.h"

#include <fmt/format.h>
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

/// Outcome values of EARL 1.0, section 2.7.
std::string_view earl_outcome(Outcome outcome) {
  switch (outcome) {
    case Outcome::passed:
      return "earl:passed";
    case Outcome::failed:
      return "earl:failed";
    case Outcome::cant_tell:
      return "earl:cantTell";
    case Outcome::inapplicable:
      return "earl:inapplicable";
    case Outcome::untested:
      return "earl:untested";
  }
  return "earl:untested";
}

/// One assertion in the form that the ACT task force takes
/// (https://act-rules.github.io/pages/implementations/reporting/).
Json assertion(web::ActCase const &one, web::Rule const &rule, Outcome outcome) {
  Json criteria = Json::array();
  for (std::string_view const sc : rule.basis.wcag)
    criteria.push_back(fmt::format("WCAG2:{}", sc));
  return {
      {"@type", "earl:Assertion"},
      {"subject", {{"@type", {"earl:TestSubject", "sch:WebPage"}}, {"source", one.url}}},
      {"test", {{"@type", "earl:TestCase"}, {"title", rule.id}, {"isPartOf", std::move(criteria)}}},
      {"result", {{"@type", "earl:TestResult"}, {"outcome", earl_outcome(outcome)}}}};
}

Result<Done> write_earl(std::string const &path, Json graph) {
  Json report{{"@context", "https://act-rules.github.io/earl-context.json"}};
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
        graph.push_back(assertion(one, *rules.front(), outcome));
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
