// SPDX-License-Identifier: Apache-2.0
// All report formats over one made-up result, whole.
#include "webcheck/report/csv.h"
#include "webcheck/report/earl.h"
#include "webcheck/report/finding_words.h"
#include "webcheck/report/html.h"
#include "webcheck/report/json.h"
#include "webcheck/report/junit.h"
#include "webcheck/report/sarif.h"
#include "webcheck/report/text.h"
#include "webcheck/report/uri.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace wza::web {
namespace {

constexpr std::array<std::string_view, 1> kAct{"23a2a8"};
constexpr std::array<std::string_view, 1> kWcag{"1.1.1"};
constexpr std::array<std::string_view, 1> kGbt{"3.2.1.2"};

Rule const &image_rule() {
  static Rule const kRule = [] {
    Rule rule;
    rule.id = "image-has-name";
    rule.act = kAct;
    rule.basis = {kWcag, kGbt};
    rule.severity = Severity::serious;
    rule.title = {"图片有替代文本", "Images have names"};
    rule.help = {"请补上 alt。", "Add an alt."};
    return rule;
  }();
  return kRule;
}

PageResult result_of_a_page() {
  PageResult result;
  result.url = "http://x.invalid/a";
  result.status = 200;
  result.bytes = 12;
  result.charset = "gbk";
  result.declared_charset = "gb2312";
  result.lang = "zh-CN";
  result.title = "首页";
  result.rules.push_back({&image_rule(), Outcome::failed, 3, 1, 1, 1});
  PageFinding failed;
  failed.rule = &image_rule();
  failed.outcome = Outcome::failed;
  failed.message_key = "no_name";
  failed.message = {"没有替代文本", "No name"};
  failed.selector = "#nav > img";
  failed.line = 3;
  failed.column = 5;
  failed.snippet = "<img src=\"a&b\">";
  failed.place = "place";
  failed.mend = "<img src=\"a&b\" alt=\"\">";
  PageFinding doubt = failed;
  doubt.outcome = Outcome::cant_tell;
  doubt.mend.clear();
  doubt.question = {"图片是装饰吗？", "Is the image decoration?"};
  doubt.line = 4;
  result.findings = {failed, doubt};
  return result;
}

RefusedPage refused() {
  return {"http://x.invalid/b",
          std::nullopt,
          {ProblemCode::budget,
           "http://x.invalid/b",
           {},
           {},
           {"太大。", "Too large."},
           {"请核对。", "Look at it."}}};
}

Report report_of(std::span<PageResult const> pages, std::span<RefusedPage const> none) {
  return {pages, none, std::nullopt, "1.2.3", *UtcTime::parse("2026-11-22T01:02:03Z")};
}

TEST(CheckJson, is_what_the_schema_says) {
  PageResult result = result_of_a_page();
  result.findings.resize(1);
  EXPECT_EQ(
      PageLines().line(result),
      R"({"schema":"wza.check/1","url":"http://x.invalid/a","status":200,"bytes":12,"charset":"gbk",)"
      R"("lang":"zh-CN","source":"static","missing_sheets":[],"toolbars":[],"rules":[{"rule":)"
      R"("image-has-name","outcome":"failed",)"
      R"("targets":3,"failed":1,"cant_tell":1}],"findings":[{"rule":"image-has-name",)"
      R"("outcome":"failed","kind":"requirement","certainty":"certain","severity":"serious",)"
      R"("act":["23a2a8"],"wcag":["1.1.1"],"gbt37668":["3.2.1.2"],"standards":[)"
      R"({"norm":"wcag22","clause":"1.1.1","level":"A","standard":"wcag22-aa"},)"
      R"({"norm":"gbt37668","clause":"3.2.1.2","level":"1","standard":"gbt37668-1"}],)"
      R"("people":["blind","low_vision","deaf","cognitive"],)"
      R"("selector":"#nav > img","line":3,"column":5,)"
      R"("snippet":"<img src=\"a&b\">","message":{"zh":"没有替代文本","en":"No name"},)"
      R"("help":{"zh":"请补上 alt。","en":"Add an alt."},"mend":"<img src=\"a&b\" alt=\"\">",)"
      R"("fingerprint":")" +
          identity_of("http://x.invalid/a", result.findings[0]) + R"("}]})");
}

TEST(CheckJson, says_null_for_the_status_of_a_file) {
  PageResult result;
  EXPECT_TRUE(nlohmann::json::parse(PageLines().line(result)).at("status").is_null());
}

TEST(CheckJson, tells_why_a_page_has_no_result) {
  auto const json = nlohmann::json::parse(refused_page_line(refused()));
  EXPECT_EQ(json.at("schema"), "wza.check/1");
  EXPECT_EQ(json.at("problem").at("code"), "budget");
  EXPECT_EQ(json.at("problem").at("reason").at("zh"), "太大。");
}

TEST(Sarif, tells_failures_with_level_and_doubts_for_review) {
  std::array const pages{result_of_a_page()};
  std::array const none{refused()};
  nlohmann::ordered_json const json = sarif(report_of(pages, none), Lang::zh);
  EXPECT_EQ(json.at("version"), "2.1.0");
  nlohmann::ordered_json const &run = json.at("runs").at(0);
  EXPECT_EQ(run.at("tool").at("driver").at("rules").at(0).at("id"), "image-has-name");
  ASSERT_EQ(run.at("results").size(), 2U);
  EXPECT_EQ(run.at("results")[0].at("kind"), "fail");
  EXPECT_EQ(run.at("results")[0].at("level"), "error");
  EXPECT_EQ(run.at("results")[1].at("kind"), "review");
  EXPECT_EQ(run.at("results")[1].at("level"), "none");
  EXPECT_EQ(run.at("results")[0].at("message").at("text"), "没有替代文本");
  EXPECT_EQ(
      run.at("results")[0].at("locations")[0].at("physicalLocation").at("region").at("startLine"),
      3);
  EXPECT_EQ(run.at("invocations")[0].at("executionSuccessful"), false);
  EXPECT_EQ(run.at("invocations")[0].at("toolExecutionNotifications").size(), 1U);
}

TEST(Uri, is_made_of_addresses_and_file_names) {
  EXPECT_EQ(uri_reference("http://x.invalid/a?b=%20#c"), "http://x.invalid/a?b=%20#c");
  EXPECT_EQ(uri_reference("http://x.invalid/路 径"), "http://x.invalid/%E8%B7%AF%20%E5%BE%84");
  EXPECT_EQ(uri_reference("a b/100%#1.html"), "a%20b/100%25%231.html");
  EXPECT_EQ(uri_reference("a:b.html"), "./a:b.html");
}

TEST(Junit, has_a_suite_a_page_and_a_case_a_rule) {
  std::array const pages{result_of_a_page()};
  std::array const none{refused()};
  EXPECT_EQ(
      junit(report_of(pages, none), Lang::en),
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<testsuites name=\"wza\"><testsuite name=\"http://x.invalid/a\" tests=\"1\" failures=\"1\" "
      "errors=\"0\" skipped=\"0\"><testcase classname=\"http://x.invalid/a\" "
      "name=\"image-has-name\">"
      "<failure type=\"serious\" message=\"Images have names\">http://x.invalid/a:3:5 #nav &gt; "
      "img&#10;"
      "&lt;img src=&quot;a&amp;b&quot;&gt;&#10;No name&#10;</failure></testcase>\n</testsuite>\n"
      "<testsuite name=\"http://x.invalid/b\" tests=\"1\" failures=\"0\" errors=\"1\" "
      "skipped=\"0\">"
      "<testcase classname=\"http://x.invalid/b\" name=\"page\"><error type=\"budget\" "
      "message=\"Too large.\">Look at it.</error></testcase>\n</testsuite>\n</testsuites>\n");
}

TEST(PageText, is_plain_words_in_both_languages) {
  EXPECT_EQ(page_text(result_of_a_page(), Lang::zh),
            "http://x.invalid/a《首页》（12 字节，gbk）\n"
            "  [严重] 没有替代文本 (image-has-name，第 3 行第 5 列)\n"
            "      <img src=\"a&b\">\n"
            "      #nav > img\n"
            "      影响：盲人、低视力者和老年人、听障者、认知障碍者和读写困难者\n"
            "      条款：WCAG 2.2 1.1.1（A）；GB/T 37668-2019 3.2.1.2（一级）\n"
            "      怎么改：请补上 alt。\n"
            "      改成：<img src=\"a&b\" alt=\"\">\n"
            "  [无法判定] 没有替代文本 (image-has-name，第 4 行第 5 列)\n"
            "      <img src=\"a&b\">\n"
            "      #nav > img\n"
            "      请回答：图片是装饰吗？\n"
            "  规则：不符合 1 条\n");
  EXPECT_NE(page_text(result_of_a_page(), Lang::en).find("line 3, column 5"), std::string::npos);
}

TEST(PageText, lets_no_page_command_the_terminal) {
  PageResult result = result_of_a_page();
  result.title =
      "\x1B[2Jx\xC2\x9B"
      "2J";
  EXPECT_EQ(page_text(result, Lang::zh).find('\x1B'), std::string::npos);
  EXPECT_NE(page_text(result, Lang::zh).find("《·[2Jx·2J》"), std::string::npos);
}

TEST(PageText, tells_a_wrong_declaration_of_the_charset) {
  PageResult result = result_of_a_page();
  result.charset_contradicted = true;
  EXPECT_NE(page_text(result, Lang::zh).find("页面声明的编码是 gb2312，内容实际是 gbk"),
            std::string::npos);
}

TEST(Csv, has_a_row_a_finding_with_quoted_cells_and_no_formulas) {
  PageResult result = result_of_a_page();
  result.url = "=cmd|x";
  result.findings[0].message = {"第一,\n第二", "a, \"b\""};
  std::string const table = csv(report_of(std::span(&result, 1), {}), Lang::en);
  EXPECT_TRUE(table.starts_with("\xEF\xBB\xBFpage,rule,kind,"));
  EXPECT_NE(table.find("\r\n'=cmd|x,image-has-name,requirement,Failed,certain,Serious,"
                       "\"a, \"\"b\"\"\",WCAG 2.2 1.1.1 (A); "),
            std::string::npos)
      << table;
  EXPECT_EQ(std::ranges::count(table, '\r'), 3);
}

TEST(Earl, has_a_subject_a_page_with_its_assertions) {
  std::array const pages{result_of_a_page()};
  nlohmann::ordered_json const json = earl(report_of(pages, {}), Lang::zh);
  nlohmann::ordered_json const &subject = json.at("@graph").at(1);
  EXPECT_EQ(subject.at("source"), "http://x.invalid/a");
  nlohmann::ordered_json const &failed = subject.at("assertions").at(0);
  EXPECT_EQ(failed.at("result").at("outcome"), "earl:failed");
  EXPECT_EQ(failed.at("result").at("pointer").at("expression"), "#nav > img");
  EXPECT_EQ(failed.at("test").at("isPartOf").at(0), "WCAG2:non-text-content");
  EXPECT_EQ(subject.at("assertions").at(1).at("result").at("outcome"), "earl:cantTell");
}

TEST(Html, shows_summary_standards_findings_and_questions_in_that_order) {
  std::array const pages{result_of_a_page()};
  std::array const none{refused()};
  std::string const page = html(report_of(pages, none), Lang::zh);
  std::size_t at = 0;
  for (std::string_view const part :
       {"<html lang=\"zh-CN\">", "<h1>", "结论", "各标准的符合情况", "WCAG 2.2 AA 级", "不符合项",
        "&lt;img src=&quot;a&amp;b&quot; alt=&quot;&quot;&gt;", "须人工检查", "图片是装饰吗？",
        "检测的网页", "太大。"}) {
    std::size_t const found = page.find(part, at);
    ASSERT_NE(found, std::string::npos) << part;
    at = found;
  }
  EXPECT_EQ(page.find("<script"), std::string::npos);
}

TEST(Findings, count_unless_they_are_advice_suppressed_or_known) {
  PageFinding finding = result_of_a_page().findings[0];
  EXPECT_TRUE(counts(finding));
  finding.is_new = false;
  EXPECT_FALSE(counts(finding));
  finding.is_new = true;
  EXPECT_TRUE(counts(finding));
  finding.suppressed = Suppression{"旧系统", "2027-03-31"};
  EXPECT_FALSE(counts(finding));
  Rule advice = image_rule();
  advice.kind = Kind::best_practice;
  PageFinding good_practice = result_of_a_page().findings[0];
  good_practice.rule = &advice;
  EXPECT_FALSE(counts(good_practice));
}

TEST(Junit, does_not_fail_by_what_does_not_count) {
  PageResult result = result_of_a_page();
  result.findings[0].suppressed = Suppression{"旧系统", "2027-03-31"};
  std::string const xml = junit(report_of(std::span(&result, 1), {}), Lang::en);
  EXPECT_EQ(xml.find("<failure"), std::string::npos);
  EXPECT_NE(xml.find("<system-out>"), std::string::npos);
}

TEST(Sarif, tells_suppressions_and_what_the_baseline_knows) {
  PageResult result = result_of_a_page();
  result.findings[0].suppressed = Suppression{"旧系统", "2027-03-31"};
  result.findings[0].is_new = false;
  nlohmann::ordered_json const json = sarif(report_of(std::span(&result, 1), {}), Lang::zh);
  nlohmann::ordered_json const &one = json.at("runs").at(0).at("results").at(0);
  EXPECT_EQ(one.at("baselineState"), "unchanged");
  EXPECT_EQ(one.at("suppressions").at(0).at("justification"), "旧系统");
  EXPECT_EQ(one.at("partialFingerprints").at(kFindingFingerprint),
            identity_of(result.url, result.findings[0]));
}

}  // namespace
}  // namespace wza::web
