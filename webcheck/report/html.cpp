// SPDX-License-Identifier: Apache-2.0
#include "webcheck/report/html.h"

#include "db/embedded.h"
#include "webcheck/report/finding_words.h"
#include "webcheck/report/html_findings.h"
#include "webcheck/report/html_writer.h"
#include "webcheck/spec/languages.h"
#include "webcheck/standards/conformance.h"

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <vector>

namespace wza {
/// webcheck/report/*.css.
std::span<EmbeddedFile const> embedded_report_style();
}  // namespace wza

namespace wza::web {
namespace {

/// A section of the report with the findings that belong into it.
struct Section {
  std::string_view id;
  TextView title;
  TextView remark;
  std::vector<RuleFindings> findings;
};

bool is_http(std::string_view url) {
  return url.starts_with("http://") || url.starts_with("https://");
}

std::vector<Section> sections_of(Report const &report) {
  auto const failed = [](PageFinding const &f) { return f.outcome == Outcome::failed; };
  std::vector<Section> out{
      {"failures",
       {"不符合项", "Failures"},
       {"每一处都是由源代码确定的问题，按严重程度排列。",
        "Each of them follows from the source; the worst stand first."},
       findings_by_rule(report,
                        [&](PageFinding const &f) {
                          return failed(f) && !is_advice(*f.rule) && !f.suppressed;
                        })},
      {"questions",
       {"须人工检查", "For a person to check"},
       {"程序不猜。下面的问题请人回答，答“是”即为符合；没有问题的，请在浏览器中核对。",
        "The program does not guess. Please answer these questions: “yes” means that it is met. "
        "Where there is no question, look at the page in a browser."},
       findings_by_rule(report, [&](PageFinding const &f) { return !failed(f) && !f.suppressed; })},
      {"advice",
       {"建议", "Advice"},
       {"这些是好的做法，标准没有要求，不影响结论。",
        "Good practice that no standard demands; it does not change the result."},
       findings_by_rule(
           report,
           [&](PageFinding const &f) { return failed(f) && is_advice(*f.rule) && !f.suppressed; })},
      {"suppressed",
       {"暂缓的问题", "Suppressed findings"},
       {"负责人已写明理由和期限；到期后重新计入。",
        "Somebody gave a reason and a last day for each; after that day they count again."},
       findings_by_rule(report, [](PageFinding const &f) { return f.suppressed.has_value(); })}};
  std::erase_if(out, [](Section const &section) { return section.findings.empty(); });
  return out;
}

void write_head(HtmlWriter &html, std::string_view title, Lang lang) {
  html.open("html", {{"lang", lang == Lang::zh ? "zh-CN" : "en"}}).open("head");
  html.open("meta", {{"charset", "utf-8"}});
  html.open("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
  html.leaf("title", title);
  for (EmbeddedFile const &file : embedded_report_style())
    html.style(file.content);
  html.close();
}

std::string subject_of(Report const &report, Lang lang) {
  if (report.pages.size() + report.refused.size() == 1) {
    if (report.pages.empty()) return report.refused.front().url;
    PageResult const &page = report.pages.front();
    return page.title.empty() ? page.url : page.title;
  }
  return lang == Lang::zh ? fmt::format("{} 个网页", report.pages.size() + report.refused.size())
                          : fmt::format("{} pages", report.pages.size() + report.refused.size());
}

void write_figure(HtmlWriter &html, std::string_view name, std::size_t count) {
  html.open("div").leaf("dt", name).leaf("dd", std::to_string(count)).close();
}

void write_summary(HtmlWriter &html, Report const &report, std::vector<Section> const &sections,
                   bool zh) {
  html.open("section").leaf("h2", zh ? "结论" : "Summary", {{"id", "summary"}});
  bool const fails = !sections.empty() && sections.front().id == "failures";
  html.leaf("p",
            fails ? (zh ? "有不符合标准要求的地方，需要修改。"
                        : "There are failures; the pages need to be mended.")
                  : (zh ? "没有发现程序能够确定的不符合项。这不等于完全符合：须人工检查的内容见下。"
                        : "No failure was found that a program can be sure of. That does not "
                          "mean that everything is met: see what a person must check."));
  html.open("dl", {{"class", "figures"}});
  write_figure(html, zh ? "检测的网页" : "Pages tested", report.pages.size());
  for (Section const &section : sections)
    write_figure(html, section.title.in(zh ? Lang::zh : Lang::en), count_of(section.findings));
  if (!report.refused.empty()) {
    write_figure(html, zh ? "没有结果的网页" : "Pages without a result", report.refused.size());
  }
  html.close().close();
}

std::string_view class_of(Conformity state) {
  switch (state) {
    case Conformity::failed:
      return "state bad";
    case Conformity::needs_person:
      return "state ask";
    case Conformity::passed:
      return "state good";
    case Conformity::does_not_apply:
      break;
  }
  return "state";
}

void write_item(HtmlWriter &html, ConformanceItem const &item, Lang lang) {
  bool const zh = lang == Lang::zh;
  std::string name(item.clause->norm == Norm::miit_elder ? "" : item.clause->id);
  if (!name.empty()) name += ' ';
  name += item.clause->title.in(lang);
  if (std::string_view const level = level_name(*item.clause); !level.empty()) {
    name += zh ? fmt::format("（{}）", level) : fmt::format(" ({})", level);
  }
  html.open("tr").leaf("th", name, {{"scope", "row"}});
  html.leaf("td", label(item.state).in(lang), {{"class", class_of(item.state)}});
  html.open("td");
  for (Rule const *const rule : item.failed_rules)
    html.leaf("p", rule->title.in(lang));
  bool const open = item.state == Conformity::needs_person || item.state == Conformity::failed;
  if (open && !item.note.en.empty()) html.leaf("p", item.note.in(lang), {{"class", "quiet"}});
  html.close().close();
}

void write_conformance(HtmlWriter &html, Report const &report, Lang lang) {
  bool const zh = lang == Lang::zh;
  html.open("section").leaf("h2", zh ? "各标准的符合情况" : "Conformance", {{"id", "conformance"}});
  html.leaf("p", zh ? "只有程序能够判定整条要求时，才写“符合”；其余的须由人回答表中的问题。"
                    : "“Met” is written only where a program can decide the whole of a clause; for "
                      "the others a person must answer the question in the table.");
  for (Standard const standard : tables_of(report.standard.value_or(Standard::all))) {
    Conformance const conformance = conformance_of(standard, report.pages);
    html.leaf("h3", label(standard).in(lang));
    std::string counts;
    for (auto const &state : Names<Conformity>::kAll) {
      counts += fmt::format("{}{} {}",
                            counts.empty() ? ""
                            : zh           ? "，"
                                           : ", ",
                            label(state.value).in(lang), conformance.count(state.value));
    }
    html.open("table").leaf("caption", counts).open("thead").open("tr");
    for (TextView const name :
         {TextView{"要求", "Clause"}, TextView{"结果", "Result"}, TextView{"说明", "Remarks"}}) {
      html.leaf("th", name.in(lang), {{"scope", "col"}});
    }
    html.close().close().open("tbody");
    for (ConformanceItem const &item : conformance.items)
      write_item(html, item, lang);
    html.close().close();
  }
  html.close();
}

void write_page_row(HtmlWriter &html, PageResult const &page, Lang lang) {
  std::size_t failures = 0;
  std::size_t doubts = 0;
  for (PageFinding const &finding : page.findings) {
    failures += counts(finding);
    doubts += finding.outcome != Outcome::failed;
  }
  html.open("tr").open("th", {{"scope", "row"}});
  if (is_http(page.url)) {
    html.leaf("a", page.url, {{"href", page.url}});
  } else {
    html.text(page.url);
  }
  if (!page.title.empty()) {
    bool const known = is_language_subtag(primary_subtag(page.lang));
    html.open("br");
    if (known) {
      html.leaf("span", page.title, {{"lang", page.lang}});
    } else {
      html.text(page.title);
    }
  }
  html.close();
  html.leaf("td", std::to_string(failures)).leaf("td", std::to_string(doubts)).open("td");
  if (!page.missing_sheets.empty()) {
    html.text(lang == Lang::zh
                  ? fmt::format("{} 个样式表没有读到", page.missing_sheets.size())
                  : fmt::format("{} style sheets did not load", page.missing_sheets.size()));
  }
  html.close().close();
}

void write_pages(HtmlWriter &html, Report const &report, Lang lang) {
  bool const zh = lang == Lang::zh;
  html.open("section").leaf("h2", zh ? "检测的网页" : "Pages", {{"id", "pages"}});
  html.open("table").leaf("caption", zh ? "逐页结果" : "Results page by page");
  html.open("thead").open("tr");
  for (TextView const name :
       {TextView{"网页", "Page"}, TextView{"不符合", "Failures"},
        TextView{"须人工检查", "For a person"}, TextView{"备注", "Remarks"}}) {
    html.leaf("th", name.in(lang), {{"scope", "col"}});
  }
  html.close().close().open("tbody");
  for (PageResult const &page : report.pages)
    write_page_row(html, page, lang);
  for (RefusedPage const &page : report.refused) {
    html.open("tr").leaf("th", page.url, {{"scope", "row"}});
    html.leaf("td", zh ? "未检测" : "not tested").leaf("td", zh ? "未检测" : "not tested");
    html.leaf("td", page.problem.reason.in(lang) + (zh ? "" : " ") + page.problem.remedy.in(lang));
    html.close();
  }
  html.close().close().close();
}

void write_contents(HtmlWriter &html, std::vector<Section> const &sections, Lang lang) {
  bool const zh = lang == Lang::zh;
  html.open("nav", {{"aria-label", zh ? "目录" : "Contents"}}).open("ul");
  auto const entry = [&](std::string_view id, std::string_view name) {
    html.open("li").leaf("a", name, {{"href", "#" + std::string(id)}}).close();
  };
  entry("summary", zh ? "结论" : "Summary");
  entry("conformance", zh ? "各标准的符合情况" : "Conformance");
  for (Section const &section : sections)
    entry(section.id, section.title.in(lang));
  entry("pages", zh ? "检测的网页" : "Pages");
  html.close().close();
}

}  // namespace

std::string html(Report const &report, Lang lang) {
  bool const zh = lang == Lang::zh;
  std::string const subject = subject_of(report, lang);
  std::string const heading = zh ? "网页无障碍检测报告" : "Web accessibility report";
  std::vector<Section> const sections = sections_of(report);
  HtmlWriter out;
  write_head(out, subject + (zh ? " - " : " – ") + heading, lang);
  out.open("body").open("header");
  out.leaf("a", zh ? "跳到正文" : "Skip to the report", {{"class", "skip"}, {"href", "#main"}});
  out.leaf("h1", heading).leaf("p", subject);
  out.leaf(
      "p",
      zh ? fmt::format("{} 检测，wza {}", LocalDate::of(report.made).iso(), report.version)
         : fmt::format("Tested on {} by wza {}", LocalDate::of(report.made).iso(), report.version),
      {{"class", "quiet"}});
  out.close();
  write_contents(out, sections, lang);
  out.open("main", {{"id", "main"}});
  write_summary(out, report, sections, zh);
  write_conformance(out, report, lang);
  for (Section const &section : sections) {
    out.open("section").leaf("h2", section.title.in(lang), {{"id", section.id}});
    out.leaf("p", section.remark.in(lang));
    for (RuleFindings const &findings : section.findings)
      write_findings(out, findings, report.pages.size() > 1, lang);
    out.close();
  }
  write_pages(out, report, lang);
  out.close();
  out.open("footer").leaf("p", zh ? "由源代码静态检测；脚本运行后才出现的内容不在其中。"
                                  : "Tested from the source; what only scripts add is not in it.");
  return std::move(out).finish();
}

}  // namespace wza::web
