// SPDX-License-Identifier: Apache-2.0
#include "webcheck/report/html_findings.h"

#include "webcheck/report/finding_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>
#include <tuple>

namespace wza::web {
namespace {

constexpr std::size_t kMostPlaces = 100;  // of one rule: more nobody reads in a page

void write_fact(HtmlWriter &html, std::string_view name, std::string_view value) {
  if (value.empty()) return;
  html.open("div").leaf("dt", name).leaf("dd", value).close();
}

void write_facts(HtmlWriter &html, RuleFindings const &findings, Lang lang) {
  bool const zh = lang == Lang::zh;
  Rule const &rule = *findings.rule;
  html.open("dl", {{"class", "facts"}});
  if (!is_advice(rule))
    write_fact(html, zh ? "严重程度：" : "Severity:", label(rule.severity).in(lang));
  write_fact(html, zh ? "条款：" : "Clauses:", clauses_in(rule, lang));
  write_fact(html, zh ? "影响：" : "Hurts:", people_in(rule, lang));
  write_fact(html, zh ? "规则：" : "Rule:", rule.id);
  write_fact(html, zh ? "数量：" : "Places:", std::to_string(findings.places.size()));
  html.close();
  html.leaf("p", rule.help.in(lang));
}

void write_code(HtmlWriter &html, std::string_view label, std::string_view code,
                std::string_view kind) {
  html.leaf("span", label, {{"class", "label"}});
  html.open("pre", {{"class", kind}}).leaf("code", code, {{"translate", "no"}}).close();
}

void write_state(HtmlWriter &html, PageFinding const &finding, bool zh) {
  if (finding.is_new) {
    html.leaf("p",
              *finding.is_new ? (zh ? "新出现" : "New since the baseline")
                              : (zh ? "基线中已有" : "Known from the baseline"),
              {{"class", "quiet"}});
  }
  if (finding.suppressed) {
    html.leaf("p", zh ? fmt::format("暂缓至 {}：{}", finding.suppressed->until,
                                    finding.suppressed->reason)
                      : fmt::format("Suppressed until {}: {}", finding.suppressed->until,
                                    finding.suppressed->reason));
  }
}

void write_place(HtmlWriter &html, PlacedFinding const &place, bool name_page, Lang lang) {
  bool const zh = lang == Lang::zh;
  PageFinding const &finding = *place.finding;
  html.open("li").leaf("p", finding.message.in(lang));
  if (!finding.question.empty()) {
    html.open("p").leaf("span", zh ? "请回答：" : "Question: ", {{"class", "ask"}});
    html.text(finding.question.in(lang)).close();
  }
  write_state(html, finding, zh);
  html.open("p", {{"class", "where"}});
  if (name_page) html.text(place.page->url).text(zh ? "，" : ", ");
  html.text(place_in(finding, lang)).text(zh ? "，" : ", ");
  html.leaf("code", finding.selector, {{"translate", "no"}}).close();
  write_code(html, zh ? "现在" : "Now", finding.snippet, "now");
  if (!finding.mend.empty()) write_code(html, zh ? "改成" : "Write", finding.mend, "mend");
  html.close();
}

}  // namespace

std::vector<RuleFindings> findings_by_rule(Report const &report,
                                           std::function<bool(PageFinding const &)> const &wanted) {
  std::map<std::tuple<Severity, std::string_view>, RuleFindings> by_rule;
  for (PageResult const &page : report.pages) {
    for (PageFinding const &finding : page.findings) {
      if (!wanted(finding)) continue;
      RuleFindings &one = by_rule[{finding.rule->severity, finding.rule->id}];
      one.rule = finding.rule;
      one.places.push_back({&page, &finding});
    }
  }
  std::vector<RuleFindings> out;
  for (auto &[order, findings] : by_rule)
    out.push_back(std::move(findings));
  return out;
}

std::size_t count_of(std::vector<RuleFindings> const &findings) {
  std::size_t count = 0;
  for (RuleFindings const &one : findings)
    count += one.places.size();
  return count;
}

void write_findings(HtmlWriter &html, RuleFindings const &findings, bool name_pages, Lang lang) {
  html.leaf("h3", findings.rule->title.in(lang));
  write_facts(html, findings, lang);
  html.open("ol", {{"class", "places"}});
  std::size_t const shown = std::min(findings.places.size(), kMostPlaces);
  for (std::size_t i = 0; i < shown; ++i)
    write_place(html, findings.places[i], name_pages, lang);
  html.close();
  if (std::size_t const more = findings.places.size() - shown; more > 0) {
    html.leaf(
        "p",
        lang == Lang::zh
            ? fmt::format("另有 {} 处同类问题，见 CSV 或 JSON 格式的结果。", more)
            : fmt::format("There are {} more of the kind; see the result as CSV or JSON.", more));
  }
}

}  // namespace wza::web
