// SPDX-License-Identifier: Apache-2.0
#include "webcheck/check.h"

#include <gtest/gtest.h>

#include <array>

namespace wza::web {
namespace {

constexpr std::array kMessages{Message{"bad", {"不好", "Bad"}}};
Rule image_rule() {
  Rule rule;
  rule.id = "test-image";
  rule.messages = kMessages;
  rule.applicable = [](Page const &page, Targets &targets) {
    for (NodeId const n : page.dom().by_tag(atom::img))
      targets.add(n);
  };
  rule.expect = [](Page const &page, NodeId n) {
    return page.dom().has_attr(n, atom::alt) ? passed(MessageId{}) : failed(MessageId{});
  };
  return rule;
}

OpenedPage opened(std::string_view bytes, std::string_view charset = {}) {
  Result<OpenedPage> page = open_page({"http://test.invalid/", bytes, charset, 200});
  EXPECT_TRUE(page.has_value());
  return *std::move(page);
}

PageResult checked(std::string_view bytes) {
  Rule const rule = image_rule();
  CheckOptions options;
  options.rules = {&rule};
  return check_page(opened(bytes), {}, options);
}

TEST(CheckPage, counts_what_there_is_no_room_to_tell) {
  std::string html;
  for (int i = 0; i < 2500; ++i)
    html += "<img>";
  PageResult const result = checked(html);
  EXPECT_EQ(result.rules[0].failed, 2500U);
  EXPECT_EQ(result.findings.size(), 2000U);
  EXPECT_EQ(result.rules[0].left_out, 500U);
  EXPECT_TRUE(decided_rules(result).empty());
}

TEST(CheckPage, says_that_a_page_took_more_time_than_allowed) {
  Rule const rule = image_rule();
  CheckOptions options;
  options.rules = {&rule};
  options.cpu = std::chrono::milliseconds(0);
  PageResult const result = check_page(opened("<img>"), {}, options);
  EXPECT_TRUE(result.out_of_time);
  EXPECT_EQ(result.rules[0].outcome, Outcome::untested);
  EXPECT_FALSE(checked("<img>").out_of_time);
}

TEST(CheckPage, tells_charset_language_title_and_findings_with_their_place) {
  static Rule const kRule = image_rule();
  CheckOptions options;
  options.rules = {&kRule};
  PageResult const result = check_page(
      opened("<!DOCTYPE html><html lang=zh-CN><meta charset=gb2312>\n"
             "<title> \xCE\xDE\n\xD5\xCF </title>\n<p><img alt=a><img src=\xB0\xAD.png>"),
      {}, options);
  EXPECT_EQ(result.charset, "gbk");
  EXPECT_EQ(result.declared_charset, "gb2312");
  EXPECT_EQ(result.lang, "zh-CN");
  EXPECT_EQ(result.title, "无 障");
  ASSERT_EQ(result.rules.size(), 1U);
  EXPECT_EQ(result.rules[0].outcome, Outcome::failed);
  EXPECT_EQ(result.rules[0].targets, 2U);
  ASSERT_EQ(result.findings.size(), 1U);
  EXPECT_EQ(result.findings[0].selector, "body > p > img:nth-child(2)");
  EXPECT_EQ(result.findings[0].snippet, "<img src=碍.png>");
  EXPECT_EQ(result.findings[0].line, 4U);
  EXPECT_EQ(result.findings[0].column, 15U);
  EXPECT_EQ(result.findings[0].message.zh, "不好");
}

TEST(CheckPage, gives_a_result_for_empty_and_truncated_pages) {
  EXPECT_EQ(checked("").rules[0].outcome, Outcome::inapplicable);
  EXPECT_EQ(checked("<p><img alt=a><img src='cut of").rules[0].targets, 1U);
  EXPECT_EQ(checked("<p><img>\xE4").rules[0].targets, 1U);
}

TEST(CheckPage, refuses_what_is_no_page) {
  for (std::string_view const bytes :
       {std::string_view("%PDF-1.4 ..."), std::string_view("PK\3\4..."),
        std::string_view("\0\1\0\2\0\3\0\4", 8)}) {
    Result<OpenedPage> const page = open_page({"a.pdf", bytes, {}, {}});
    ASSERT_FALSE(page.has_value());
    EXPECT_EQ(page.problem().code, ProblemCode::unreadable);
    EXPECT_EQ(page.problem().where, "a.pdf");
    EXPECT_FALSE(page.problem().remedy.zh.empty());
  }
}

TEST(CheckPage, reads_utf_16_in_spite_of_its_zero_bytes) {
  std::string bytes = "\xFF\xFE";
  for (char const c : std::string("<title>ab</title>"))
    bytes.append({c, '\0'});
  EXPECT_EQ(opened(bytes).charset.charset, "utf-16le");
}

TEST(CheckPage, says_which_page_went_over_the_budget) {
  ParseBudget budget;
  budget.source_bytes = 5;
  Result<OpenedPage> const page =
      open_page({"http://big.invalid/", "<p>too long", {}, 200}, budget);
  ASSERT_FALSE(page.has_value());
  EXPECT_EQ(page.problem().where, "http://big.invalid/");
}

TEST(CheckPage, lists_where_a_page_leads_and_what_it_loads) {
  PageLinks const links = opened(
                              "<base href=/x/><link rel='Stylesheet' href=a.css><link "
                              "rel='alternate stylesheet' href=b>"
                              "<meta http-equiv=refresh content=\"3; URL='next.html'\"><meta "
                              "name=robots content='noindex,"
                              "nofollow'><a href=' 1.html '>1</a><area href=2.html>\n<iframe "
                              "src=3.html></iframe><a>no</a>"
                              "<noscript><a href=never></a></noscript>")
                              .links;
  EXPECT_EQ(links.base, "/x/");
  EXPECT_EQ(links.stylesheets, (std::vector<std::string>{"a.css"}));
  EXPECT_EQ(links.pages,
            (std::vector<PageLink>{{"next.html", 1}, {"1.html", 1}, {"2.html", 1}, {"3.html", 2}}));
  EXPECT_TRUE(links.nofollow);
}

LinkedSheet sheet(std::string href, std::string text, std::vector<LinkedSheet> imports = {}) {
  return {std::move(href), std::make_shared<SheetText const>(std::move(text)), std::move(imports)};
}

TEST(CheckPage, styles_the_page_with_the_sheets_that_it_is_handed) {
  static Rule const kRule = [] {
    Rule rule = image_rule();
    rule.applicable = [](Page const &page, Targets &targets) {
      for (NodeId const n : page.dom().by_tag(atom::img)) {
        targets.add(n, !page.styles()[n].display.is(Display::none));
      }
    };
    return rule;
  }();
  CheckOptions options;
  options.rules = {&kRule};
  auto const outcome_with = [&](std::vector<LinkedSheet> const &sheets) {
    OpenedPage page = opened("<!DOCTYPE html><link rel=stylesheet href=a.css><img class=x>");
    return check_page(std::move(page), sheets, options).rules[0].outcome;
  };
  EXPECT_EQ(outcome_with({sheet("a.css", ".x{display:none}")}), Outcome::inapplicable);
  EXPECT_EQ(outcome_with({sheet("a.css", ".y{display:none}")}), Outcome::failed);
  EXPECT_EQ(outcome_with({{"a.css", nullptr}}), Outcome::failed);
  EXPECT_EQ(outcome_with({{"a.css", nullptr, {}, false}}), Outcome::cant_tell);
  EXPECT_EQ(outcome_with({}), Outcome::cant_tell);
  std::string const importing = "@import 'b.css';";
  EXPECT_EQ(outcome_with({sheet("a.css", importing, {sheet("b.css", ".x{display:none}")})}),
            Outcome::inapplicable);
  EXPECT_EQ(outcome_with({sheet("a.css", importing)}), Outcome::cant_tell);
}

TEST(OpenPage, lists_what_style_elements_import) {
  OpenedPage const page =
      opened("<link rel=stylesheet href=a.css><style>@import url(b.css);</style>");
  EXPECT_EQ(page.links.stylesheets, (std::vector<std::string>{"a.css", "b.css"}));
}

TEST(CheckPage, knows_which_rules_decided) {
  Rule rule = image_rule();
  RuleCount const sure{&rule, Outcome::passed, 1, 0, 0, 1};
  RuleCount const unsure{&rule, Outcome::failed, 2, 1, 1, 0};
  RuleCount const late{&rule, Outcome::untested, 0, 0, 0, 0};
  PageResult result;
  result.rules = {sure, unsure, late};
  EXPECT_EQ(decided_rules(result), (std::vector<std::string>{"test-image"}));
}

}  // namespace
}  // namespace wza::web
