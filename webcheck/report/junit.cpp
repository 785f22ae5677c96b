// SPDX-License-Identifier: Apache-2.0
#include "webcheck/report/junit.h"

#include "webcheck/report/xml.h"

#include <fmt/format.h>

namespace wza::web {
namespace {

/// One line a finding of that rule with that outcome.
std::string lines_of(PageResult const &page, RuleCount const &rule, Lang lang) {
  std::string out;
  for (PageFinding const &finding : page.findings) {
    if (finding.rule != rule.rule || finding.outcome != rule.outcome) continue;
    out += fmt::format("{}:{}:{} {}\n{}\n{}\n", page.url, finding.line, finding.column,
                       finding.selector, finding.snippet, finding.message.in(lang));
  }
  return out;
}

void write_case(XmlWriter &xml, PageResult const &page, RuleCount const &rule, Lang lang) {
  xml.open("testcase").attribute("classname", page.url).attribute("name", rule.rule->id);
  if (rule.outcome == Outcome::failed) {
    xml.open("failure")
        .attribute("type", key(rule.rule->severity))
        .attribute("message", rule.rule->title.in(lang))
        .text(lines_of(page, rule, lang))
        .close();
  } else if (rule.outcome != Outcome::passed) {
    xml.open("skipped").attribute("message", label(rule.outcome).in(lang)).close();
  }
  xml.close();
}

}  // namespace

std::string junit(std::span<PageResult const> pages, std::span<RefusedPage const> refused,
                  Lang lang) {
  XmlWriter xml;
  xml.open("testsuites").attribute("name", "wza");
  for (PageResult const &page : pages) {
    int failures = 0;
    int skipped = 0;
    for (RuleCount const &rule : page.rules) {
      failures += rule.outcome == Outcome::failed;
      skipped += rule.outcome != Outcome::failed && rule.outcome != Outcome::passed;
    }
    xml.open("testsuite")
        .attribute("name", page.url)
        .attribute("tests", std::to_string(page.rules.size()))
        .attribute("failures", std::to_string(failures))
        .attribute("errors", "0")
        .attribute("skipped", std::to_string(skipped));
    for (RuleCount const &rule : page.rules)
      write_case(xml, page, rule, lang);
    xml.close();
  }
  for (RefusedPage const &page : refused) {
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
