// SPDX-License-Identifier: Apache-2.0
#include "webcheck/report/junit.h"

#include "webcheck/report/finding_words.h"
#include "webcheck/report/xml.h"

#include <fmt/format.h>

#include <algorithm>

namespace wza::web {
namespace {

/// One line a failed element of that rule, of those that count or of the others.
std::string lines_of(PageResult const &page, RuleCount const &rule, bool counting, Lang lang) {
  std::string out;
  for (PageFinding const &finding : page.findings) {
    if (finding.rule != rule.rule || finding.outcome != Outcome::failed) continue;
    if (counts(finding) != counting) continue;
    out += fmt::format("{}:{}:{} {}\n{}\n{}\n", page.url, finding.line, finding.column,
                       finding.selector, finding.snippet, finding.message.in(lang));
  }
  return out;
}

bool fails(PageResult const &page, RuleCount const &rule) {
  return std::ranges::any_of(page.findings, [&](PageFinding const &finding) {
    return finding.rule == rule.rule && counts(finding);
  });
}

bool is_skipped(RuleCount const &rule) {
  return rule.outcome != Outcome::failed && rule.outcome != Outcome::passed;
}

void write_case(XmlWriter &xml, PageResult const &page, RuleCount const &rule, Lang lang) {
  xml.open("testcase").attribute("classname", page.url).attribute("name", rule.rule->id);
  if (fails(page, rule)) {
    xml.open("failure")
        .attribute("type", key(rule.rule->severity))
        .attribute("message", rule.rule->title.in(lang))
        .text(lines_of(page, rule, true, lang))
        .close();
  } else if (is_skipped(rule)) {
    xml.open("skipped").attribute("message", label(rule.outcome).in(lang)).close();
  }
  if (std::string const others = lines_of(page, rule, false, lang); !others.empty()) {
    xml.open("system-out").text(others).close();
  }
  xml.close();
}

}  // namespace

std::string junit(Report const &report, Lang lang) {
  XmlWriter xml;
  xml.open("testsuites").attribute("name", "wza");
  for (PageResult const &page : report.pages) {
    auto const failures =
        std::ranges::count_if(page.rules, [&](RuleCount const &rule) { return fails(page, rule); });
    xml.open("testsuite")
        .attribute("name", page.url)
        .attribute("tests", std::to_string(page.rules.size()))
        .attribute("failures", std::to_string(failures))
        .attribute("errors", "0")
        .attribute("skipped", std::to_string(std::ranges::count_if(page.rules, is_skipped)));
    for (RuleCount const &rule : page.rules)
      write_case(xml, page, rule, lang);
    xml.close();
  }
  for (RefusedPage const &page : report.refused) {
    xml.open("testsuite").attribute("name", page.url).attribute("tests", "1");
    xml.attribute("failures", "0").attribute("errors", "1").attribute("skipped", "0");
    xml.open("testcase").attribute("classname", page.url).attribute("name", "page");
    xml.open("error")
        .attribute("type", key(page.problem.code))
        .attribute("message", page.problem.reason.in(lang))
        .text(page.problem.remedy.in(lang));
    xml.close().close().close();
  }
  return std::move(xml).finish();
}

}  // namespace wza::web
