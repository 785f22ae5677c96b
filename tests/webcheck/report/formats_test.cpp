// SPDX-License-Identifier: Apache-2.0
// All report formats over one made-up result, whole.
#include "webcheck/report/json.h"
#include "webcheck/report/junit.h"
#include "webcheck/report/sarif.h"
#include "webcheck/report/text.h"
#include "webcheck/report/uri.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

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
  PageFinding doubt = failed;
  doubt.outcome = Outcome::cant_tell;
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

TEST(CheckJson, is_what_the_schema_says) {
  PageResult result = result_of_a_page();
  result.findings.resize(1);
  EXPECT_EQ(
      to_line(page_json(result)),
      R"({"schema":"wza.check/1","url":"http://x.invalid/a","status":200,"bytes":12,"charset":"gbk",)"
      R"("lang":"zh-CN","source":"static","missing_sheets":[],"rules":[{"rule":)"
      R"("image-has-name","outcome":"failed",)"
      R"("targets":3,"failed":1,"cant_tell":1}],"findings":[{"rule":"image-has-name",)"
      R"("outcome":"failed","severity":"serious","act":["23a2a8"],"wcag":["1.1.1"],)"
      R"("gbt37668":["3.2.1.2"],"selector":"#nav > img","line":3,"column":5,)"
      R"("snippet":"<img src=\"a&b\">","message":{"zh":"没有替代文本","en":"No name"},)"
      R"("help":{"zh":"请补上 alt。","en":"Add an alt."}}]})");
}

TEST(CheckJson, says_null_for_the_status_of_a_file) {
  PageResult result;
  EXPECT_TRUE(page_json(result).at("status").is_null());
}

TEST(CheckJson, tells_why_a_page_has_no_result) {
  nlohmann::ordered_json const json = refused_page_json(refused());
  EXPECT_EQ(json.at("schema"), "wza.check/1");
  EXPECT_EQ(json.at("problem").at("code"), "budget");
  EXPECT_EQ(json.at("problem").at("reason").at("zh"), "太大。");
}

TEST(Sarif, tells_failures_with_level_and_doubts_for_review) {
  std::array const pages{result_of_a_page()};
  std::array const none{refused()};
  nlohmann::ordered_json const json = sarif(pages, none, Lang::zh, "1.2.3");
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
      junit(pages, none, Lang::en),
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
            "  [无法判定] 没有替代文本 (image-has-name，第 4 行第 5 列)\n"
            "      <img src=\"a&b\">\n"
            "      #nav > img\n"
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

}  // namespace
}  // namespace wza::web
