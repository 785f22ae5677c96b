// SPDX-License-Identifier: Apache-2.0
// wza check: tests single pages; writes no tracker (contract, section 3).
#include "audit/app.h"
#include "audit/check/page_source.h"
#include "audit/check/single_page.h"
#include "audit/cli/command.h"
#include "audit/cli/standards.h"
#include "db/base/file.h"
#include "webcheck/report/baseline.h"
#include "webcheck/report/csv.h"
#include "webcheck/report/earl.h"
#include "webcheck/report/finding_words.h"
#include "webcheck/report/html.h"
#include "webcheck/report/json.h"
#include "webcheck/report/junit.h"
#include "webcheck/report/sarif.h"
#include "webcheck/report/suppressions.h"
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
  std::optional<std::string> standard;
  std::optional<std::string> suppress;
  std::optional<std::string> baseline;
  std::vector<std::string> site_context;
};

/// Prints each page as it is done where the format allows, all at the end where it does not.
class Printer {
 public:
  Printer(App &app, Options const &options)
      : m_app(app),
        m_format(options.format),
        m_standard(standard_of(options.standard)),
        m_lines(m_standard) {}

  void put(web::PageResult result) {
    if (m_format == "json") {
      data() << m_lines.line(result) << '\n' << std::flush;
    } else if (m_format == "text") {
      data() << web::page_text(result, m_app.lang(), m_standard) << '\n' << std::flush;
    } else {
      m_pages.push_back(std::move(result));
    }
  }
  void refuse(std::string const &target, Problem const &problem) {
    m_app.terminal().refuse(problem);
    if (m_format == "json") {
      data() << web::refused_page_line({target, std::nullopt, problem}) << '\n';
    } else if (m_format != "text") {
      m_refused.push_back({target, std::nullopt, problem});
    }
  }
  void finish() {
    Lang const lang = m_app.lang();
    web::Report const report{m_pages, m_refused, m_standard, std::string(tool_version()),
                             m_app.clock().now()};
    if (m_format == "sarif") data() << web::to_line(web::sarif(report, lang)) << '\n';
    if (m_format == "earl") data() << web::to_line(web::earl(report, lang)) << '\n';
    if (m_format == "junit") data() << web::junit(report, lang);
    if (m_format == "csv") data() << web::csv(report, lang);
    if (m_format == "html") data() << web::html(report, lang);
  }

 private:
  std::ostream &data() { return m_app.terminal().data(); }

  App &m_app;
  std::string_view m_format;
  std::optional<web::Standard> m_standard;
  web::PageLines m_lines;
  std::vector<web::PageResult> m_pages;
  std::vector<web::RefusedPage> m_refused;
};

Result<std::string> file_content(std::string const &path) {
  if (auto content = bytes_of_file(path)) return *std::move(content);
  return Problem{ProblemCode::unreadable,
                 path,
                 {},
                 {},
                 {"无法读取这个文件。", "The file cannot be read."},
                 {"请检查路径和读取权限。", "Check the path and that you may read it."}};
}

/// What is known of findings beforehand, from the files that the user names.
struct Known {
  web::Suppressions suppressions;
  std::optional<web::Baseline> baseline;
};

Result<Known> read_known(Options const &options, LocalDate today) {
  Known known;
  if (options.suppress) {
    auto const content = file_content(*options.suppress);
    if (!content) return content.problem();
    auto read = web::Suppressions::parse(*options.suppress, *content, today);
    if (!read) return std::move(read).problem();
    known.suppressions = *std::move(read);
  }
  if (options.baseline) {
    auto const content = file_content(*options.baseline);
    if (!content) return content.problem();
    auto read = web::Baseline::parse(*options.baseline, *content);
    if (!read) return std::move(read).problem();
    known.baseline = *std::move(read);
  }
  return known;
}

bool reaches(web::PageResult const &result, std::optional<Severity> least) {
  return least && std::ranges::any_of(result.findings, [&](web::PageFinding const &finding) {
           return web::counts(finding) && finding.rule->severity <= *least;
         });
}

ExitCode run(App &app, Options const &options) {
  auto const least = from_key<Severity>(options.fail_on);  // nothing for "none"
  auto known = read_known(options, LocalDate::of(app.clock().now()));
  if (!known) {
    app.terminal().refuse(known.problem());
    return ExitCode::refused;
  }
  web::CheckOptions check;
  check.rules = rules_for(options.standard);
  SinglePage pages(std::cin, std::move(check));
  for (std::string const &other : options.site_context) {
    if (auto const added = pages.add_context(other); !added) {
      app.terminal().refuse(added.problem());
      return ExitCode::refused;
    }
  }
  Printer printer(app, options);
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
    known->suppressions.apply(*result);
    if (known->baseline) known->baseline->apply(*result);
    found = found || reaches(*result, least);
    printer.put(*std::move(result));
  }
  printer.finish();
  for (Text const &remark : known->suppressions.remarks())
    app.terminal().warn(remark);
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
         " wza check https://example.org/ --format html > report.html"},
    .setup = [](Args &args) -> Run {
      auto options = std::make_shared<Options>();
      args.operands("TARGET", options->targets,
                    {"文件、“-”（标准输入）或 http(s) 网址",
                     "a file, - for standard input, an http(s) address"});
      args.choice("--format", options->format,
                  {"text", "json", "sarif", "earl", "junit", "csv", "html"},
                  {"输出格式；json 每页一个对象", "output; json is one object a page"});
      add_standard(args, options->standard);
      args.option("--suppress", options->suppress, "FILE",
                  {"暂缓的问题：制表符分隔的表，列为 rule page element reason until",
                   "findings that do not count for a while: a tab-separated table with the columns "
                   "rule, page, element, reason, until"});
      args.option("--baseline", options->baseline, "FILE",
                  {"以前的结果（json 或 sarif）；只有新问题才使退出码为 1",
                   "an earlier result (json or sarif); only new findings make the exit code 1"});
      args.choice("--fail-on", options->fail_on,
                  {"none", "critical", "serious", "moderate", "minor"},
                  {"有这一级或更严重的问题时退出码为 1；默认 serious",
                   "exit 1 for failures of this severity or worse; default serious"});
      args.list(
          "--site-context", options->site_context, "FILE|DIR|URL",
          {"同一网站的其他页面，用来判断哪些内容各页重复；可多次使用",
           "other pages of the same site, to tell what all pages repeat; may be given again"});
      return [options](App &app) { return run(app, *options); };
    },
};

}  // namespace wza::audit
