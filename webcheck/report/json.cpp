// SPDX-License-Identifier: Apache-2.0
#include "webcheck/report/json.h"

#include "webcheck/report/finding_words.h"
#include "webcheck/standards/people.h"

#include <nlohmann/json.hpp>

#include <span>
#include <string_view>

namespace wza::web {
namespace {

using Json = nlohmann::ordered_json;

Json words(TextView text) {
  return {{"zh", text.zh}, {"en", text.en}};
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

void put(JsonWriter &json, std::string_view name, TextView text) {
  json.key(name).begin_object().member("zh", text.zh).member("en", text.en).end_object();
}

void put(JsonWriter &json, std::string_view name, Text const &text) {
  put(json, name, TextView{text.zh, text.en});
}

void put(JsonWriter &json, std::string_view name, std::span<std::string_view const> items) {
  json.key(name).begin_array();
  for (std::string_view const item : items)
    json.value(item);
  json.end_array();
}

void put(JsonWriter &json, std::string_view name, std::optional<int> value) {
  json.key(name);
  value ? json.value(*value) : json.null();
}

void put(JsonWriter &json, RuleCount const &one) {
  json.begin_object().member("rule", one.rule->id).member("outcome", key(one.outcome));
  json.member("targets", one.targets).member("failed", one.failed);
  json.member("cant_tell", one.cant_tell);
  if (one.left_out > 0) json.member("left_out", one.left_out);
  json.end_object();
}

void put(JsonWriter &json, PageToolbar const &toolbar) {
  json.begin_object().member("family", toolbar.family).member("name", toolbar.name);
  json.member("certainty", toolbar.certainty).member("loaded_from", toolbar.loaded_from);
  json.member("trigger", toolbar.trigger).member("line", toolbar.line);
  json.member("column", toolbar.column).end_object();
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

Json people_json(std::span<People const> people) {
  Json out = Json::array();
  for (People const one : people)
    out.push_back(key(one));
  return out;
}

Json people_json(Rule const &rule) {
  return people_json(people_of(rule));
}

PageLines::RuleText const &PageLines::text_of(Rule const &rule) {
  auto const [at, is_new] = m_rules.try_emplace(&rule);
  if (is_new)
    at->second = {to_line(clauses_json(rule)), to_line(people_json(rule)),
                  to_line(words(rule.help))};
  return at->second;
}

void PageLines::put_finding(JsonWriter &json, PageResult const &page, PageFinding const &finding) {
  Rule const &rule = *finding.rule;
  RuleText const &text = text_of(rule);
  json.begin_object().member("rule", rule.id).member("outcome", key(finding.outcome));
  json.member("kind", key(rule.kind)).member("certainty", key(certainty_of(finding)));
  json.member("severity", key(rule.severity));
  put(json, "act", rule.act);
  put(json, "wcag", rule.basis.wcag);
  put(json, "gbt37668", rule.basis.gbt37668);
  json.key("standards").raw(text.clauses).key("people").raw(text.people);
  json.member("selector", finding.selector);
  json.member("line", finding.line).member("column", finding.column);
  json.member("snippet", finding.snippet);
  put(json, "message", finding.message);
  json.key("help").raw(text.help);
  if (!finding.question.empty()) put(json, "question", finding.question);
  if (!finding.mend.empty()) json.member("mend", finding.mend);
  json.member("fingerprint", identity_of(page.url, finding));
  if (finding.is_new) json.member("new", *finding.is_new);
  if (finding.suppressed) {
    json.key("suppressed").begin_object().member("reason", finding.suppressed->reason);
    json.member("until", finding.suppressed->until).end_object();
  }
  json.end_object();
}

std::string PageLines::line(PageResult const &result) {
  JsonWriter json;
  json.begin_object().member("schema", "wza.check/1").member("url", result.url);
  put(json, "status", result.status);
  json.member("bytes", result.bytes).member("charset", result.charset);
  json.member("lang", result.lang).member("source", result.source);
  json.key("missing_sheets").begin_array();
  for (std::string const &sheet : result.missing_sheets)
    json.value(sheet);
  json.end_array().key("toolbars").begin_array();
  for (PageToolbar const &toolbar : result.toolbars)
    put(json, toolbar);
  json.end_array().key("rules").begin_array();
  for (RuleCount const &one : result.rules)
    put(json, one);
  json.end_array().key("findings").begin_array();
  for (PageFinding const &finding : result.findings)
    put_finding(json, result, finding);
  json.end_array();
  if (result.out_of_time) json.member("out_of_time", true);
  if (m_standard) {
    json.key("conformance").begin_array();
    for (Standard const one : tables_of(*m_standard))
      json.raw(to_line(conformance_json(conformance_of(one, std::span(&result, 1)))));
    json.end_array();
  }
  json.end_object();
  return json.take();
}

std::string refused_page_line(RefusedPage const &page) {
  JsonWriter json;
  json.begin_object().member("schema", "wza.check/1").member("url", page.url);
  put(json, "status", page.status);
  json.key("problem").begin_object().member("code", key(page.problem.code));
  put(json, "reason", page.problem.reason);
  put(json, "remedy", page.problem.remedy);
  json.end_object().end_object();
  return json.take();
}

std::string to_line(Json const &json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace wza::web
