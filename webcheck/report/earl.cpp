// SPDX-License-Identifier: Apache-2.0
#include "webcheck/report/earl.h"

#include "webcheck/report/finding_words.h"
#include "webcheck/report/uri.h"

#include <nlohmann/json.hpp>

#include <string>
#include <utility>

namespace wza::web {
namespace {

using Json = nlohmann::ordered_json;

/// The vocabularies, and which members are links.
Json context() {
  return {{"@vocab", "http://www.w3.org/ns/earl#"},
          {"earl", "http://www.w3.org/ns/earl#"},
          {"dct", "http://purl.org/dc/terms/"},
          {"doap", "http://usefulinc.com/ns/doap#"},
          {"ptr", "http://www.w3.org/2009/pointers#"},
          {"sch", "https://schema.org/"},
          {"WCAG2", "https://www.w3.org/TR/WCAG22/#"},
          {"WebPage", "sch:WebPage"},
          {"source", "dct:source"},
          {"title", "dct:title"},
          {"description", "dct:description"},
          {"date", "dct:date"},
          {"name", "doap:name"},
          {"release", "doap:release"},
          {"revision", "doap:revision"},
          {"pointer", "earl:pointer"},
          {"CSSSelectorPointer", "ptr:CSSSelectorPointer"},
          {"expression", "ptr:expression"},
          {"isPartOf", {{"@id", "dct:isPartOf"}, {"@type", "@id"}}},
          {"assertions", {{"@reverse", "earl:subject"}}},
          {"outcome", {{"@id", "earl:outcome"}, {"@type", "@id"}}},
          {"mode", {{"@id", "earl:mode"}, {"@type", "@id"}}},
          {"assertedBy", {{"@id", "earl:assertedBy"}, {"@type", "@id"}}}};
}

constexpr char const *kAssertorId = "_:wza";

Json assertion(Rule const &rule, Json result) {
  return {{"@type", "Assertion"},
          {"assertedBy", kAssertorId},
          {"mode", "earl:automatic"},
          {"test", earl_test(rule)},
          {"result", std::move(result)}};
}

Json result_json(Outcome outcome, std::string const &date) {
  return {{"@type", "TestResult"}, {"outcome", earl_outcome(outcome)}, {"date", date}};
}

Json result_of(PageFinding const &finding, std::string const &date, Lang lang) {
  Json json = result_json(finding.outcome, date);
  json["description"] = finding.message.in(lang);
  json["pointer"] = {{"@type", "CSSSelectorPointer"}, {"expression", finding.selector}};
  return json;
}

Json subject_json(PageResult const &page, std::string const &date, Lang lang) {
  Json assertions = Json::array();
  auto finding = page.findings.begin();
  for (RuleCount const &count : page.rules) {
    bool any = false;
    for (; finding != page.findings.end() && finding->rule == count.rule; ++finding) {
      assertions.push_back(assertion(*count.rule, result_of(*finding, date, lang)));
      any = true;
    }
    if (!any) {
      assertions.push_back(assertion(*count.rule, result_json(count.outcome, date)));
    }
  }
  Json json{{"@type", Json::array({"TestSubject", "WebPage"})},
            {"source", uri_reference(page.url)}};
  if (!page.title.empty()) json["title"] = page.title;
  json["assertions"] = std::move(assertions);
  return json;
}

}  // namespace

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
      break;
  }
  return "earl:untested";
}

Json earl_test(Rule const &rule) {
  Json criteria = Json::array();
  for (std::string_view const sc : rule.basis.wcag) {
    if (Clause const *const clause = find_clause(Norm::wcag22, sc)) {
      criteria.push_back(std::string("WCAG2:").append(clause->handle));
    }
  }
  return {{"@type", "TestCase"}, {"title", rule.id}, {"isPartOf", std::move(criteria)}};
}

Json earl_assertor(std::string_view version) {
  return {{"@type", Json::array({"Assertor", "Software"})},
          {"name", "wza"},
          {"release", {{"revision", version}}}};
}

Json earl(Report const &report, Lang lang) {
  Json assertor = earl_assertor(report.version);
  assertor["@id"] = kAssertorId;
  Json graph = Json::array({std::move(assertor)});
  for (PageResult const &page : report.pages)
    graph.push_back(subject_json(page, report.made.iso(), lang));
  for (RefusedPage const &page : report.refused) {
    graph.push_back({{"@type", Json::array({"TestSubject", "WebPage"})},
                     {"source", uri_reference(page.url)},
                     {"description", page.problem.reason.in(lang)},
                     {"assertions", Json::array()}});
  }
  return {{"@context", context()}, {"@graph", std::move(graph)}};
}

}  // namespace wza::web
