// SPDX-License-Identifier: Apache-2.0
// wza rules: the web rules and the facility criteria that this program judges by.
#include "audit/app.h"
#include "audit/cli/columns.h"
#include "audit/cli/command.h"
#include "db/tsv.h"
#include "webcheck/rule.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <memory>

namespace wza::audit {
namespace {

using Json = nlohmann::ordered_json;

struct Options {
  std::string format = "text";
  std::string kind = "all";
};

Json text_json(TextView text) {
  return {{"zh", text.zh}, {"en", text.en}};
}

Json web_json(web::Rule const &rule) {
  Json json{{"id", rule.id}, {"kind", "web"}, {"title", text_json(rule.title)}};
  json["severity"] = key(rule.severity);
  json["act"] = rule.act;
  json["wcag"] = rule.basis.wcag;
  json["gbt37668"] = rule.basis.gbt37668;
  json["automatic"] = rule.decides == web::Decides::all;
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
  json["automatic"] = at("needs_judgement") != "yes";
  return json;
}

std::string clauses(web::Rule const &rule) {
  std::string out;
  for (std::string_view const clause : rule.basis.wcag)
    out += fmt::format("{}WCAG {}", out.empty() ? "" : ", ", clause);
  for (std::string_view const clause : rule.basis.gbt37668)
    out += fmt::format("{}GB/T 37668 {}", out.empty() ? "" : ", ", clause);
  return out;
}

void print_text(App &app, Options const &options) {
  Lang const lang = app.lang();
  bool const zh = lang == Lang::zh;
  auto const head = [&](Columns &columns) {
    for (TextView const name : {TextView{"编号", "id"}, TextView{"严重程度", "severity"},
                                TextView{"条款", "clause"}, TextView{"要求", "demand"}}) {
      columns.column(name.in(lang), Align::left);
    }
  };
  if (options.kind != "facility") {
    Columns columns;
    head(columns);
    for (web::Rule const *rule : web::all_rules()) {
      columns.row({std::string(rule->id), std::string(label(rule->severity).in(lang)),
                   clauses(*rule), std::string(rule->title.in(lang))});
    }
    app.terminal().data() << (zh ? "网页规则\n" : "Web rules\n") << columns.str() << '\n';
  }
  if (options.kind == "web") return;
  TsvTable const table = reference_table("criteria.tsv");
  Columns columns;
  head(columns);
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
    for (web::Rule const *rule : web::all_rules())
      put(web_json(*rule));
  }
  if (options.kind == "web") return;
  TsvTable const table = reference_table("criteria.tsv");
  for (TsvTable::Row const &row : table.rows)
    put(criterion_json(table, row));
}

ExitCode run(App &app, Options const &options) {
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
      return [options](App &app) { return run(app, *options); };
    },
};

}  // namespace wza::audit
