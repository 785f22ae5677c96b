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
  return {{"rule", rule.id},
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
  return {
      {"schema", "wza.check/1"}, {"url", result.url},         {"status", known(result.status)},
      {"bytes", result.bytes},   {"charset", result.charset}, {"lang", result.lang},
      {"source", result.source}, {"rules", std::move(rules)}, {"findings", std::move(findings)}};
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

std::string record_text(PageRecord const &record) {
  Json failures = Json::array();
  for (PageRecord::Failure const &one : record.failures) {
    failures.push_back({{"rule", one.rule},
                        {"message_key", one.message_key},
                        {"message", words(one.message)},
                        {"place", one.place},
                        {"selector", one.selector},
                        {"line", one.line},
                        {"snippet", one.snippet}});
  }
  return to_line({{"url", record.url},
                  {"template", record.template_signature},
                  {"failures", std::move(failures)},
                  {"decided", record.decided}});
}

std::optional<PageRecord> record_from_text(std::string_view text) try {
  Json const json = Json::parse(text);
  PageRecord record;
  json.at("url").get_to(record.url);
  json.at("template").get_to(record.template_signature);
  json.at("decided").get_to(record.decided);
  for (Json const &one : json.at("failures")) {
    PageRecord::Failure failure;
    one.at("rule").get_to(failure.rule);
    one.at("message_key").get_to(failure.message_key);
    one.at("message").at("zh").get_to(failure.message.zh);
    one.at("message").at("en").get_to(failure.message.en);
    one.at("place").get_to(failure.place);
    one.at("selector").get_to(failure.selector);
    one.at("line").get_to(failure.line);
    one.at("snippet").get_to(failure.snippet);
    record.failures.push_back(std::move(failure));
  }
  return record;
} catch (nlohmann::json::exception const &) {
  return std::nullopt;
}

}  // namespace wza::web
