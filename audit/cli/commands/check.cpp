// SPDX-License-Identifier: Apache-2.0
// wza check: tests single pages; writes no tracker (contract, section 3).
#include "audit/app.h"
#include "audit/check/single_page.h"
#include "audit/cli/command.h"
#include "webcheck/report/json.h"
#include "webcheck/report/junit.h"
#include "webcheck/report/sarif.h"
#include "webcheck/report/text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <iostream>
#include <memory>

namespace wza::audit {
namespace {

struct Options {
  std::vector<std::string> targets;
  std::string format = "text";
  std::string fail_on = "serious";
};

/// Prints each page as it is done where the format allows, all at the end where it does not.
class Printer {
 public:
  Printer(App &app, std::string_view format) : m_app(app), m_format(format) {}

  void put(web::PageResult result) {
    if (m_format == "json") {
      m_app.terminal().data() << web::to_line(web::page_json(result)) << '\n' << std::flush;
    } else if (m_format == "text") {
      m_app.terminal().data() << web::page_text(result, m_app.lang()) << '\n' << std::flush;
    } else {
      m_pages.push_back(std::move(result));
    }
  }
  void refuse(std::string const &target, Problem const &problem) {
    m_app.terminal().refuse(problem);
    if (m_format == "json") {
      m_app.terminal().data() << web::to_line(
                                     web::refused_page_json({target, std::nullopt, problem}))
                              << '\n';
    } else if (m_format != "text") {
      m_refused.push_back({target, std::nullopt, problem});
    }
  }
  void finish() {
    if (m_format == "sarif") {
      m_app.terminal().data() << web::to_line(
                                     web::sarif(m_pages, m_refused, m_app.lang(), tool_version()))
                              << '\n';
    } else if (m_format == "junit") {
      m_app.terminal().data() << web::junit(m_pages, m_refused, m_app.lang());
    }
  }

 private:
  App &m_app;
  std::string_view m_format;
  std::vector<web::PageResult> m_pages;
  std::vector<web::RefusedPage> m_refused;
};

bool reaches(web::PageResult const &result, std::optional<Severity> least) {
  return least && std::ranges::any_of(result.findings, [&](web::PageFinding const &finding) {
           return finding.outcome == Outcome::failed && finding.rule->severity <= *least;
         });
}

ExitCode run(App &app, Options const &options) {
  auto const least = from_key<Severity>(options.fail_on);  // nothing for "none"
  SinglePage pages(std::cin);
  Printer printer(app, options.format);
  bool found = false;
  bool refused = false;
  bool unreached = false;
  for (std::string const &target : options.targets) {
    if (app.stop().stop_requested()) {
      printer.finish();
      return ExitCode::interrupted;
    }
    auto result = pages.check(target);
    if (!result) {
      (is_address(target) ? unreached : refused) = true;
      printer.refuse(target, result.problem());
      continue;
    }
    found = found || reaches(*result, least);
    printer.put(*std::move(result));
  }
  printer.finish();
  return refused     ? ExitCode::refused
         : unreached ? ExitCode::partly
         : found     ? ExitCode::findings
                     : ExitCode::done;
}

}  // namespace

extern Command const check_command{
    .name = "check",
    .summary = {"检测单个网页（文件、标准输入或网址），不写跟踪库",
                "test single pages (files, standard input, addresses); writes no tracker"},
    .details =
        {"例子：\n  wza check index.html\n  curl -s https://example.org/ | wza check -\n  wza "
         "check https://example.org/ --format json",
         "Examples:\n  wza check index.html\n  curl -s https://example.org/ | wza check -\n "
         " wza check https://example.org/ --format json"},
    .setup = [](Args &args) -> Run {
      auto options = std::make_shared<Options>();
      args.operands("TARGET", options->targets,
                    {"文件、“-”（标准输入）或 http(s) 网址",
                     "a file, - for standard input, an http(s) address"});
      args.choice("--format", options->format, {"text", "json", "sarif", "junit"},
                  {"输出格式；json 每页一个对象", "output; json is one object a page"});
      args.choice("--fail-on", options->fail_on,
                  {"none", "critical", "serious", "moderate", "minor"},
                  {"有这一级或更严重的问题时退出码为 1；默认 serious",
                   "exit 1 for failures of this severity or worse; default serious"});
      return [options](App &app) { return run(app, *options); };
    },
};

}  // namespace wza::audit
