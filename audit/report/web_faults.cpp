// SPDX-License-Identifier: Apache-2.0
#include "audit/report/web_faults.h"

#include "audit/report/csv.h"
#include "audit/text/texts.h"
#include "webcheck/site_rule.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace wza::audit {
namespace {

using Json = nlohmann::ordered_json;

std::vector<Json> objects(std::vector<WebFault> const &faults) {
  std::vector<Json> all;
  for (WebFault const &fault : faults) {
    Text const title = rule_title(fault.rule);
    all.push_back({{"rule", fault.rule.value},
                   {"title", {{"zh", title.zh}, {"en", title.en}}},
                   {"severity", key(fault.severity)},
                   {"standard", fault.standard},
                   {"clause", fault.clause},
                   {"findings", fault.findings},
                   {"pages", fault.pages}});
  }
  return all;
}

}  // namespace

Text rule_title(RuleId const &id) {
  auto const words = web::words_of_rule(id.value);
  return words ? words->title.str() : Text{id.value, id.value};
}

std::string web_faults_text(std::vector<WebFault> const &faults, Lang lang) {
  if (faults.empty()) return fmt::format("{}\n", words(T::no_web_findings, lang));
  Columns columns;
  columns.column(words(T::short_pages, lang), Align::right);
  columns.column(words(T::finding, lang), Align::right);
  columns.column(words(T::severity, lang), Align::left);
  columns.column(words(T::clause, lang), Align::left);
  columns.column(words(T::rule, lang), Align::left);
  for (WebFault const &fault : faults) {
    columns.row({std::to_string(fault.pages), std::to_string(fault.findings),
                 std::string(label(fault.severity).in(lang)),
                 fmt::format("{} {}", fault.standard, fault.clause),
                 fmt::format("{} ({})", rule_title(fault.rule).in(lang), fault.rule.value)});
  }
  return columns.str();
}

Paper web_faults_paper(std::vector<WebFault> const &faults, LocalDate made, Lang lang) {
  bool const zh = lang == Lang::zh;
  Columns columns;
  columns.column(words(T::rule, lang), Align::left);
  columns.column(words(T::severity, lang), Align::left);
  columns.column(words(T::clause, lang), Align::left);
  columns.column(words(T::short_pages, lang), Align::right);
  columns.column(words(T::finding, lang), Align::right);
  for (WebFault const &fault : faults) {
    columns.row({fmt::format("{} ({})", rule_title(fault.rule).in(lang), fault.rule.value),
                 std::string(label(fault.severity).in(lang)),
                 fmt::format("{} {}", fault.standard, fault.clause), std::to_string(fault.pages),
                 std::to_string(fault.findings)});
  }
  std::vector<std::string> notes;
  if (faults.empty()) notes.emplace_back(words(T::no_web_findings, lang));
  return paper_of(zh ? "网站最常见的问题" : "The most frequent faults of web sites",
                  {{zh ? "制表日期" : "Made on", made.iso()}},
                  {paper_table(columns, zh ? "网站问题" : "Web faults")}, std::move(notes));
}

std::string web_faults_json(std::vector<WebFault> const &faults) {
  return lines_of(objects(faults), "wza.site/1");
}

std::string web_faults_csv(std::vector<WebFault> const &faults) {
  return csv_of(objects(faults));
}

}  // namespace wza::audit
