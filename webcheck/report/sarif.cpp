// SPDX-License-Identifier: Apache-2.0
#include "webcheck/report/sarif.h"

#include "db/base/digest.h"
#include "webcheck/report/finding_words.h"
#include "webcheck/report/json.h"
#include "webcheck/report/uri.h"

#include <nlohmann/json.hpp>

#include <map>
#include <string>
#include <utility>

namespace wza::web {
namespace {

using Json = nlohmann::ordered_json;

std::string_view level_of(Rule const &rule) {
  if (is_advice(rule)) return "note";
  switch (rule.severity) {
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

Json tags_of(Rule const &rule) {
  Json tags = Json::array({"accessibility"});
  for (Clause const *const clause : clauses_of(rule)) {
    tags.push_back(std::string(label(clause->norm).en).append(" ").append(clause->id));
  }
  for (std::string_view const act : rule.act)
    tags.push_back(std::string("ACT ").append(act));
  return tags;
}

Json rule_json(Rule const &rule, Lang lang) {
  Json json{{"id", rule.id},
            {"shortDescription", message(rule.title.str(), lang)},
            {"fullDescription", message(rule.help.str(), lang)},
            {"help", message(rule.help.str(), lang)}};
  if (!rule.act.empty()) {
    json["helpUri"] = "https://www.w3.org/WAI/standards-guidelines/act/rules/" +
                      std::string(rule.act.front()) + "/";
  }
  json["defaultConfiguration"] = {{"level", level_of(rule)}};
  json["properties"] = {{"tags", tags_of(rule)},
                        {"kind", key(rule.kind)},
                        {"severity", key(rule.severity)},
                        {"standards", clauses_json(rule)},
                        {"people", people_json(rule)}};
  return json;
}

Json location_json(PageResult const &page, std::size_t page_index, PageFinding const &finding) {
  Json region{{"startLine", finding.line},
              {"startColumn", finding.column},
              {"snippet", {{"text", finding.snippet}}}};
  return {{"physicalLocation",
           {{"artifactLocation", {{"uri", uri_reference(page.url)}, {"index", page_index}}},
            {"region", std::move(region)}}},
          {"logicalLocations",
           Json::array({{{"fullyQualifiedName", finding.selector}, {"kind", "element"}}})}};
}

Json result_json(PageResult const &page, std::size_t page_index, PageFinding const &finding,
                 std::size_t rule_index, Lang lang) {
  bool const failed = finding.outcome == Outcome::failed;
  std::string const element =
      sha256_of_parts({page.url, finding.rule->id, finding.message_key, finding.selector});
  Json json{{"ruleId", finding.rule->id},
            {"ruleIndex", rule_index},
            {"kind", failed ? "fail" : "review"},
            {"level", failed ? level_of(*finding.rule) : "none"},
            {"message", message(finding.message, lang)},
            {"locations", Json::array({location_json(page, page_index, finding)})},
            {"partialFingerprints",
             {{kFindingFingerprint, identity_of(page.url, finding)}, {"wzaElement/v1", element}}}};
  if (finding.is_new) json["baselineState"] = *finding.is_new ? "new" : "unchanged";
  if (finding.suppressed) {
    json["suppressions"] = Json::array({{{"kind", "external"},
                                         {"status", "accepted"},
                                         {"justification", finding.suppressed->reason},
                                         {"properties", {{"until", finding.suppressed->until}}}}});
  }
  Json properties{{"certainty", key(certainty_of(finding))}};
  if (!finding.question.empty()) properties["question"] = finding.question.in(lang);
  if (!finding.mend.empty()) properties["mend"] = finding.mend;
  json["properties"] = std::move(properties);
  return json;
}

Json artifact_json(PageResult const &page) {
  Json json{{"location", {{"uri", uri_reference(page.url)}}}, {"length", page.bytes}};
  json["mimeType"] = "text/html";
  if (!page.charset.empty()) json["encoding"] = page.charset;
  return json;
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

struct RuleTable {
  Json rules = Json::array();
  std::map<std::string_view, std::size_t> index;
};

RuleTable rules_of(Report const &report, Lang lang) {
  std::map<std::string_view, Rule const *> used;
  for (PageResult const &page : report.pages) {
    for (RuleCount const &one : page.rules)
      used.emplace(one.rule->id, one.rule);
  }
  RuleTable out;
  for (auto const &[id, rule] : used) {
    out.index[id] = out.rules.size();
    out.rules.push_back(rule_json(*rule, lang));
  }
  return out;
}

}  // namespace

Json sarif(Report const &report, Lang lang) {
  RuleTable rules = rules_of(report, lang);
  Json artifacts = Json::array();
  Json results = Json::array();
  for (PageResult const &page : report.pages) {
    for (PageFinding const &finding : page.findings) {
      results.push_back(
          result_json(page, artifacts.size(), finding, rules.index.at(finding.rule->id), lang));
    }
    artifacts.push_back(artifact_json(page));
  }
  Json notifications = Json::array();
  for (RefusedPage const &page : report.refused)
    notifications.push_back(notification_json(page, lang));
  Json run{
      {"tool",
       {{"driver",
         {{"name", "wza"}, {"version", report.version}, {"rules", std::move(rules.rules)}}}}},
      {"language", lang == Lang::zh ? "zh-CN" : "en-US"},
      {"columnKind", "unicodeCodePoints"},
      {"invocations", Json::array({{{"executionSuccessful", report.refused.empty()},
                                    {"endTimeUtc", report.made.iso()},
                                    {"toolExecutionNotifications", std::move(notifications)}}})},
      {"artifacts", std::move(artifacts)},
      {"results", std::move(results)}};
  return {{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
          {"version", "2.1.0"},
          {"runs", Json::array({std::move(run)})}};
}

}  // namespace wza::web
