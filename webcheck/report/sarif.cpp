// SPDX-License-Identifier: Apache-2.0
#include "webcheck/report/sarif.h"

#include "db/base/digest.h"
#include "webcheck/report/uri.h"

#include <nlohmann/json.hpp>

#include <map>
#include <string>

namespace wza::web {
namespace {

using Json = nlohmann::ordered_json;

std::string_view level_of(Severity severity) {
  switch (severity) {
    case Severity::critical:
    case Severity::serious:
      return "error";
    case Severity::moderate:
      return "warning";
    case Severity::minor:
      return "note";
  }
  return "note";
}

Json message(Text const &text, Lang lang) {
  return {{"text", text.in(lang)}};
}

Json rule_json(Rule const &rule, Lang lang) {
  Json tags = Json::array({"accessibility"});
  for (std::string_view const criterion : rule.basis.wcag) {
    tags.push_back(std::string("WCAG 2.2 ").append(criterion));
  }
  for (std::string_view const clause : rule.basis.gbt37668) {
    tags.push_back(std::string("GB/T 37668-2019 ").append(clause));
  }
  for (std::string_view const act : rule.act)
    tags.push_back(std::string("ACT ").append(act));
  return {{"id", rule.id},
          {"shortDescription", message(rule.title.str(), lang)},
          {"help", message(rule.help.str(), lang)},
          {"defaultConfiguration", {{"level", level_of(rule.severity)}}},
          {"properties", {{"tags", std::move(tags)}}}};
}

Json result_json(PageResult const &page, PageFinding const &finding, std::size_t rule_index,
                 Lang lang) {
  bool const failed = finding.outcome == Outcome::failed;
  Json region{{"startLine", finding.line},
              {"startColumn", finding.column},
              {"snippet", {{"text", finding.snippet}}}};
  Json location{
      {"physicalLocation",
       {{"artifactLocation", {{"uri", uri_reference(page.url)}}}, {"region", std::move(region)}}},
      {"logicalLocations",
       Json::array({{{"fullyQualifiedName", finding.selector}, {"kind", "element"}}})}};
  std::string const fingerprint =
      sha256_of_parts({page.url, finding.rule->id, finding.message_key, finding.selector});
  return {{"ruleId", finding.rule->id},
          {"ruleIndex", rule_index},
          {"kind", failed ? "fail" : "review"},
          {"level", failed ? level_of(finding.rule->severity) : "none"},
          {"message", message(finding.message, lang)},
          {"locations", Json::array({std::move(location)})},
          {"partialFingerprints", {{"wzaElement/v1", fingerprint}}}};
}

Json notification_json(RefusedPage const &page, Lang lang) {
  Text const text{page.problem.reason.zh + page.problem.remedy.zh,
                  page.problem.reason.en + " " + page.problem.remedy.en};
  return {
      {"level", "error"},
      {"message", message(text, lang)},
      {"descriptor", {{"id", key(page.problem.code)}}},
      {"locations", Json::array({{{"physicalLocation",
                                   {{"artifactLocation", {{"uri", uri_reference(page.url)}}}}}}})}};
}

}  // namespace

Json sarif(std::span<PageResult const> pages, std::span<RefusedPage const> refused, Lang lang,
           std::string_view version) {
  std::map<std::string_view, Rule const *> used;
  for (PageResult const &page : pages) {
    for (RuleCount const &one : page.rules)
      used.emplace(one.rule->id, one.rule);
  }
  Json rules = Json::array();
  std::map<std::string_view, std::size_t> index;
  for (auto const &[id, rule] : used) {
    index[id] = rules.size();
    rules.push_back(rule_json(*rule, lang));
  }
  Json results = Json::array();
  for (PageResult const &page : pages) {
    for (PageFinding const &finding : page.findings) {
      results.push_back(result_json(page, finding, index.at(finding.rule->id), lang));
    }
  }
  Json notifications = Json::array();
  for (RefusedPage const &page : refused)
    notifications.push_back(notification_json(page, lang));
  Json run{
      {"tool", {{"driver", {{"name", "wza"}, {"version", version}, {"rules", std::move(rules)}}}}},
      {"language", lang == Lang::zh ? "zh-CN" : "en-US"},
      {"columnKind", "unicodeCodePoints"},
      {"invocations", Json::array({{{"executionSuccessful", refused.empty()},
                                    {"toolExecutionNotifications", std::move(notifications)}}})},
      {"results", std::move(results)}};
  return {{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
          {"version", "2.1.0"},
          {"runs", Json::array({std::move(run)})}};
}

}  // namespace wza::web
