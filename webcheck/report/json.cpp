// SPDX-License-Identifier: Apache-2.0
#include "webcheck/report/json.h"

#include <nlohmann/json.hpp>

namespace wza::web {
namespace {

using Json = nlohmann::ordered_json;

Json words(Text const &text) {
  return {{"zh", text.zh}, {"en", text.en}};
}
Json words(TextView text) {
  return {{"zh", text.zh}, {"en", text.en}};
}

Json list(std::span<std::string_view const> items) {
  Json out = Json::array();
  for (std::string_view const item : items)
    out.push_back(item);
  return out;
}

Json known(std::optional<int> value) {
  return value ? Json(*value) : Json(nullptr);
}

Json finding_json(PageFinding const &finding) {
  Rule const &rule = *finding.rule;
  Json json{{"rule", rule.id},
            {"outcome", key(finding.outcome)},
            {"severity", key(rule.severity)},
            {"act", list(rule.act)},
            {"wcag", list(rule.basis.wcag)},
            {"gbt37668", list(rule.basis.gbt37668)},
            {"selector", finding.selector},
            {"line", finding.line},
            {"column", finding.column},
            {"snippet", finding.snippet},
            {"message", words(finding.message)},
            {"help", words(rule.help)}};
  if (!finding.question.empty()) json["question"] = words(finding.question);
  if (!finding.mend.empty()) json["mend"] = finding.mend;
  return json;
}

}  // namespace

Json page_json(PageResult const &result) {
  Json rules = Json::array();
  for (RuleCount const &one : result.rules) {
    rules.push_back({{"rule", one.rule->id},
                     {"outcome", key(one.outcome)},
                     {"targets", one.targets},
                     {"failed", one.failed},
                     {"cant_tell", one.cant_tell}});
  }
  Json findings = Json::array();
  for (PageFinding const &finding : result.findings)
    findings.push_back(finding_json(finding));
  return {{"schema", "wza.check/1"},        {"url", result.url},
          {"status", known(result.status)}, {"bytes", result.bytes},
          {"charset", result.charset},      {"lang", result.lang},
          {"source", result.source},        {"missing_sheets", result.missing_sheets},
          {"rules", std::move(rules)},      {"findings", std::move(findings)}};
}

Json refused_page_json(RefusedPage const &page) {
  return {{"schema", "wza.check/1"},
          {"url", page.url},
          {"status", known(page.status)},
          {"problem",
           {{"code", key(page.problem.code)},
            {"reason", words(page.problem.reason)},
            {"remedy", words(page.problem.remedy)}}}};
}

std::string to_line(Json const &json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace wza::web
