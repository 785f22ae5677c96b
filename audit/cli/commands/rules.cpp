// SPDX-License-Identifier: Apache-2.0
// wza rules: the web rules and the facility criteria that this program judges by.
#include "audit/app.h"
#include "audit/cli/columns.h"
#include "audit/cli/command.h"
#include "audit/cli/standards.h"
#include "db/model/outcome.h"
#include "db/tsv.h"
#include "webcheck/report/finding_words.h"
#include "webcheck/report/json.h"
#include "webcheck/site_rule.h"
#include "webcheck/standards/standard.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <memory>

namespace wza::audit {
namespace {

using Json = nlohmann::ordered_json;

struct Options {
  std::string format = "text";
  std::string kind = "all";
  std::optional<std::string> standard;
};

Json text_json(TextView text) {
  return {{"zh", text.zh}, {"en", text.en}};
}

/// "all": it passes and fails by itself. "part": it finds failures and asks about the rest.
/// "person": it only asks.
std::string_view automatic(web::Rule const &rule) {
  switch (rule.decides) {
    case web::Decides::all:
      return "all";
    case web::Decides::failures:
      return "part";
    case web::Decides::questions:
      break;
  }
  return "person";
}

TextView automatic_words(web::Rule const &rule) {
  switch (rule.decides) {
    case web::Decides::all:
      return {"自动", "automatic"};
    case web::Decides::failures:
      return {"部分", "in part"};
    case web::Decides::questions:
      break;
  }
  return {"人工", "a person"};
}

/// Clauses as short as a table wants them: "WCAG 1.1.1 A, GB/T 37668 3.2.1.4, MIIT focus".
std::string short_clauses(web::Rule const &rule) {
  std::string out;
  for (web::Clause const *const clause : web::clauses_of(rule)) {
    if (!out.empty()) out += ", ";
    switch (clause->norm) {
      case web::Norm::wcag22:
        out += fmt::format("WCAG {} {}", clause->id, level_name(*clause));
        break;
      case web::Norm::gbt37668:
        out += fmt::format("GB/T 37668 {}", clause->id);
        break;
      case web::Norm::miit_elder:
        out += fmt::format("MIIT {}", clause->id);
    }
  }
  return out;
}

/// The standards that --standard takes, without `all`, to which every rule belongs.
std::vector<std::string_view> standards_of(web::Rule const &rule) {
  std::vector<std::string_view> out;
  for (auto const &name : Names<web::Standard>::kAll) {
    if (name.value != web::Standard::all && belongs(rule, name.value)) out.push_back(name.key);
  }
  return out;
}

Json web_json(web::Rule const &rule) {
  Json json{{"id", rule.id}, {"kind", "web"}, {"title", text_json(rule.title)}};
  json["rule_kind"] = key(rule.kind);
  json["severity"] = key(rule.severity);
  json["act"] = rule.act;
  json["wcag"] = rule.basis.wcag;
  json["gbt37668"] = rule.basis.gbt37668;
  json["miit"] = rule.basis.miit;
  json["clauses"] = web::clauses_json(rule);
  json["standards"] = standards_of(rule);
  json["people"] = web::people_json(rule);
  json["automatic"] = automatic(rule);
  json["help"] = text_json(rule.help);
  return json;
}

Json site_rule_json(web::SiteRule const &rule) {
  Json json{{"id", rule.id}, {"kind", "site"}, {"title", text_json(rule.title)}};
  json["severity"] = key(rule.severity);
  json["people"] = web::people_json(rule.people);
  json["automatic"] = "all";
  json["help"] = text_json(rule.help);
  return json;
}

Json criterion_json(TsvTable const &table, TsvTable::Row const &row) {
  auto const at = [&](std::string_view column) { return table.at(row, column); };
  Json json{{"id", at("id")}, {"kind", "facility"}};
  json["title"] = text_json({at("name_zh"), at("name_en")});
  json["severity"] = at("severity");
  json["standard"] = at("standard");
  json["clause"] = at("clause");
  json["facility_type"] = at("facility_type");
  json["comparator"] = at("comparator");
  json["threshold"] = at("threshold");
  json["unit"] = at("unit");
  json["applies_to"] = at("applies_to");
  json["obligation"] = at("obligation");
  json["confidence"] = at("confidence");
  json["automatic"] = at("needs_judgement") == "yes" ? "person" : "all";
  return json;
}

/// All web rules, or those of the standard that was asked for.
std::vector<web::Rule const *> chosen_rules(Options const &options) {
  return web::rules_of(standard_of(options.standard).value_or(web::Standard::all));
}

/// What crawls find out about a site beside its pages: of no standard.
std::span<web::SiteRule const *const> chosen_site_rules(Options const &options) {
  auto const standard = standard_of(options.standard).value_or(web::Standard::all);
  return standard == web::Standard::all ? web::site_rules()
                                        : std::span<web::SiteRule const *const>();
}

void print_text(App &app, Options const &options) {
  Lang const lang = app.lang();
  bool const zh = lang == Lang::zh;
  auto const head = [&](Columns &columns, bool web) {
    columns.column(TextView{"编号", "id"}.in(lang), Align::left);
    columns.column(TextView{"严重程度", "severity"}.in(lang), Align::left);
    if (web) columns.column(TextView{"判定", "decided"}.in(lang), Align::left);
    columns.column(TextView{"条款", "clause"}.in(lang), Align::left);
    columns.column(TextView{"要求", "demand"}.in(lang), Align::left);
  };
  if (options.kind != "facility") {
    Columns columns;
    head(columns, true);
    for (web::Rule const *rule : chosen_rules(options)) {
      std::string basis = short_clauses(*rule);
      if (basis.empty()) basis = label(rule->kind).in(lang);
      columns.row({std::string(rule->id), std::string(label(rule->severity).in(lang)),
                   std::string(automatic_words(*rule).in(lang)), std::move(basis),
                   std::string(rule->title.in(lang))});
    }
    for (web::SiteRule const *rule : chosen_site_rules(options)) {
      columns.row({std::string(rule->id), std::string(label(rule->severity).in(lang)),
                   std::string(TextView{"自动", "automatic"}.in(lang)),
                   std::string(TextView{"整站检测", "whole sites"}.in(lang)),
                   std::string(rule->title.in(lang))});
    }
    app.terminal().data() << (zh ? "网页规则\n" : "Web rules\n") << columns.str() << '\n';
  }
  if (options.kind == "web") return;
  TsvTable const table = reference_table("criteria.tsv");
  Columns columns;
  head(columns, false);
  for (TsvTable::Row const &row : table.rows) {
    auto const severity = from_key<Severity>(table.at(row, "severity"));
    // What was written down from memory says so wherever it is shown.
    bool const memory = table.at(row, "confidence") == key(Confidence::memory);
    columns.row({std::string(table.at(row, "id")),
                 std::string(severity ? label(*severity).in(lang) : ""),
                 fmt::format("{} {}{}", table.at(row, "standard"), table.at(row, "clause"),
                             !memory ? ""
                             : zh    ? "（待核对）"
                                     : " (to be checked)"),
                 std::string(table.at(row, zh ? "name_zh" : "name_en"))});
  }
  app.terminal().data() << (zh ? "设施条文\n" : "Facility criteria\n") << columns.str();
}

void print_json(App &app, Options const &options) {
  Json first{{"schema", "wza.rules/1"}};
  auto const put = [&](Json json) {
    if (!first.empty()) {
      first.update(json);
      json = std::exchange(first, Json::object());
    }
    app.terminal().data() << json.dump() << '\n';
  };
  if (options.kind != "facility") {
    for (web::Rule const *rule : chosen_rules(options))
      put(web_json(*rule));
    for (web::SiteRule const *rule : chosen_site_rules(options))
      put(site_rule_json(*rule));
  }
  if (options.kind == "web") return;
  TsvTable const table = reference_table("criteria.tsv");
  for (TsvTable::Row const &row : table.rows)
    put(criterion_json(table, row));
}

ExitCode run(App &app, Options options) {
  if (options.standard) options.kind = "web";  // facilities have other standards
  options.format == "json" ? print_json(app, options) : print_text(app, options);
  return ExitCode::done;
}

}  // namespace

extern Command const rules_command{
    .name = "rules",
    .summary = {"列出网页规则和设施条文", "list the web rules and the facility criteria"},
    .details = {},
    .setup = [](Args &args) -> Run {
      auto options = std::make_shared<Options>();
      args.choice("--format", options->format, {"text", "json"},
                  {"输出格式；json 每行一个对象", "output; json is one object a line"});
      args.choice("--kind", options->kind, {"all", "web", "facility"},
                  {"只列网页规则或设施条文", "web rules or facility criteria only"});
      add_standard(args, options->standard);
      return [options](App &app) { return run(app, *options); };
    },
};

}  // namespace wza::audit
