// SPDX-License-Identifier: Apache-2.0
#include "webcheck/report/json.h"

#include "webcheck/report/finding_words.h"
#include "webcheck/standards/people.h"

#include <nlohmann/json.hpp>

#include <array>

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

Json finding_json(PageResult const &page, PageFinding const &finding) {
  Rule const &rule = *finding.rule;
  Json json{{"rule", rule.id},
            {"outcome", key(finding.outcome)},
            {"kind", key(rule.kind)},
            {"certainty", key(certainty_of(finding))},
            {"severity", key(rule.severity)},
            {"act", list(rule.act)},
            {"wcag", list(rule.basis.wcag)},
            {"gbt37668", list(rule.basis.gbt37668)},
            {"standards", clauses_json(rule)},
            {"people", people_json(rule)},
            {"selector", finding.selector},
            {"line", finding.line},
            {"column", finding.column},
            {"snippet", finding.snippet},
            {"message", words(finding.message)},
            {"help", words(rule.help)}};
  if (!finding.question.empty()) json["question"] = words(finding.question);
  if (!finding.mend.empty()) json["mend"] = finding.mend;
  json["fingerprint"] = identity_of(page.url, finding);
  if (finding.is_new) json["new"] = *finding.is_new;
  if (finding.suppressed) {
    json["suppressed"] = {{"reason", finding.suppressed->reason},
                          {"until", finding.suppressed->until}};
  }
  return json;
}

Json item_json(ConformanceItem const &item) {
  Json json{{"norm", key(item.clause->norm)},    {"clause", item.clause->id},
            {"level", level_name(*item.clause)}, {"title", words(item.clause->title)},
            {"state", key(item.state)},          {"cover", key(item.cover)},
            {"failures", item.failures}};
  Json rules = Json::array();
  for (Rule const *const rule : item.failed_rules)
    rules.push_back(rule->id);
  json["failed_rules"] = std::move(rules);
  if (!item.note.en.empty()) {
    json[item.cover == Cover::outside ? "reason" : "question"] = words(item.note);
  }
  return json;
}

Json conformance_json(Conformance const &conformance) {
  Json json{{"standard", key(conformance.standard)}, {"title", words(label(conformance.standard))}};
  for (auto const &state : Names<Conformity>::kAll)
    json[state.key] = conformance.count(state.value);
  Json items = Json::array();
  for (ConformanceItem const &item : conformance.items)
    items.push_back(item_json(item));
  json["items"] = std::move(items);
  return json;
}

Json toolbar_json(PageToolbar const &toolbar) {
  return {{"family", toolbar.family},       {"name", toolbar.name},
          {"certainty", toolbar.certainty}, {"loaded_from", toolbar.loaded_from},
          {"trigger", toolbar.trigger},     {"line", toolbar.line},
          {"column", toolbar.column}};
}

}  // namespace

Json clauses_json(Rule const &rule) {
  Json out = Json::array();
  for (Clause const *const clause : clauses_of(rule)) {
    out.push_back({{"norm", key(clause->norm)},
                   {"clause", clause->id},
                   {"level", level_name(*clause)},
                   {"standard", key(smallest_with(*clause))}});
  }
  return out;
}

Json people_json(Rule const &rule) {
  Json out = Json::array();
  for (People const people : people_of(rule))
    out.push_back(key(people));
  return out;
}

Json page_json(PageResult const &result, std::optional<Standard> standard) {
  Json rules = Json::array();
  for (RuleCount const &one : result.rules) {
    rules.push_back({{"rule", one.rule->id},
                     {"outcome", key(one.outcome)},
                     {"targets", one.targets},
                     {"failed", one.failed},
                     {"cant_tell", one.cant_tell}});
    if (one.left_out > 0) rules.back()["left_out"] = one.left_out;
  }
  Json toolbars = Json::array();
  for (PageToolbar const &toolbar : result.toolbars)
    toolbars.push_back(toolbar_json(toolbar));
  Json findings = Json::array();
  for (PageFinding const &finding : result.findings)
    findings.push_back(finding_json(result, finding));
  Json json{{"schema", "wza.check/1"},         {"url", result.url},
            {"status", known(result.status)},  {"bytes", result.bytes},
            {"charset", result.charset},       {"lang", result.lang},
            {"source", result.source},         {"missing_sheets", result.missing_sheets},
            {"toolbars", std::move(toolbars)}, {"rules", std::move(rules)},
            {"findings", std::move(findings)}};
  if (result.out_of_time) json["out_of_time"] = true;
  if (standard) {
    Json tables = Json::array();
    for (Standard const one : tables_of(*standard))
      tables.push_back(conformance_json(conformance_of(one, std::span(&result, 1))));
    json["conformance"] = std::move(tables);
  }
  return json;
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
