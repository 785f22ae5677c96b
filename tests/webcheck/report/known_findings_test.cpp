// SPDX-License-Identifier: Apache-2.0
// Suppressions and baselines: which findings count, and which files are refused.
#include "webcheck/engine.h"
#include "webcheck/report/baseline.h"
#include "webcheck/report/finding_words.h"
#include "webcheck/report/json.h"
#include "webcheck/report/sarif.h"
#include "webcheck/report/suppressions.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace wza::web {
namespace {

LocalDate const kToday = *LocalDate::parse("2026-11-22");

PageFinding finding(std::string selector, std::string place, std::uint32_t line) {
  PageFinding out;
  out.rule = find_rule("image-has-name");
  out.outcome = Outcome::failed;
  out.message_key = "no_name";
  out.message = {"没有替代文本", "No name"};
  out.selector = std::move(selector);
  out.place = std::move(place);
  out.line = line;
  return out;
}

PageResult page_with(std::vector<PageFinding> findings) {
  PageResult page;
  page.url = "https://x.invalid/zwgk/a.html";
  page.rules.push_back({find_rule("image-has-name"), Outcome::failed});
  page.findings = std::move(findings);
  return page;
}

std::string table(std::string_view row) {
  return "rule\tpage\telement\treason\tuntil\n" + std::string(row) + "\n";
}

TEST(Suppressions, mark_one_rule_on_one_element_until_their_last_day) {
  std::string const text =
      table("image-has-name\thttps://x.invalid/*\t#nav > img\t旧系统年底下线\t2026-11-22");
  auto read = Suppressions::parse("s.tsv", text, kToday);
  ASSERT_TRUE(read);
  PageResult page = page_with({finding("#nav > img", "p1", 3), finding("#foot > img", "p2", 9)});
  read->apply(page);
  ASSERT_TRUE(page.findings[0].suppressed);
  EXPECT_EQ(page.findings[0].suppressed->reason, "旧系统年底下线");
  EXPECT_FALSE(page.findings[1].suppressed);
  EXPECT_TRUE(read->remarks().empty());
}

TEST(Suppressions, take_a_fingerprint_too) {
  PageResult page = page_with({finding("#nav > img", "p1", 3)});
  std::string const text =
      table("image-has-name\t*\t" + identity_of(page.url, page.findings[0]) + "\t理由\t2027-01-01");
  auto read = Suppressions::parse("s.tsv", text, kToday);
  ASSERT_TRUE(read);
  read->apply(page);
  EXPECT_TRUE(page.findings[0].suppressed);
}

TEST(Suppressions, say_what_is_over_and_what_names_nothing) {
  std::string const text = table(
      "image-has-name\t*\t#nav > img\t理由\t2026-11-21\n"
      "image-has-name\t*\t#gone\t理由\t2027-01-01");
  auto read = Suppressions::parse("s.tsv", text, kToday);
  ASSERT_TRUE(read);
  PageResult page = page_with({finding("#nav > img", "p1", 3)});
  read->apply(page);
  EXPECT_FALSE(page.findings[0].suppressed);
  ASSERT_EQ(read->remarks().size(), 2U);
  EXPECT_NE(read->remarks()[0].en.find("row 2: it ended on 2026-11-21"), std::string::npos);
  EXPECT_NE(read->remarks()[1].en.find("row 3: no finding"), std::string::npos);
}

TEST(Suppressions, refuse_a_wrong_row_with_its_number_and_column) {
  struct Wrong {
    std::string_view row, field;
  };
  for (Wrong const &wrong : {Wrong{"no-such-rule\t*\t#a\tr\t2027-01-01", "rule"},
                             Wrong{"image-has-name\t*\t#a\t \t2027-01-01", "reason"},
                             Wrong{"image-has-name\t*\t\tr\t2027-01-01", "element"},
                             Wrong{"image-has-name\t*\t#a\tr\t2027-02-30", "until"}}) {
    std::string const text = table(wrong.row);
    auto const read = Suppressions::parse("s.tsv", text, kToday);
    ASSERT_FALSE(read) << wrong.row;
    EXPECT_EQ(read.problem().row, 2);
    EXPECT_EQ(read.problem().field, wrong.field);
  }
  auto const lacking = Suppressions::parse("s.tsv", "rule\tpage\nx\ty\n", kToday);
  ASSERT_FALSE(lacking);
  EXPECT_EQ(lacking.problem().field, "element");
}

TEST(Baseline, knows_a_finding_again_though_it_moved_or_its_list_grew) {
  PageResult const before = page_with({finding("#list > li:nth-child(2) > img", "li > img", 30)});
  PageResult after = page_with({finding("#list > li:nth-child(3) > img", "li > img", 41),
                                finding("#list > li:nth-child(2) > img", "li > img", 40),
                                finding("#nav > img", "nav > img", 5)});
  for (std::string const &file :
       {PageLines().line(before),
        to_line(sarif({std::span(&before, 1), {}, {}, "1", {}}, Lang::zh))}) {
    auto const baseline = Baseline::parse("b", file);
    ASSERT_TRUE(baseline) << file;
    baseline->apply(after);
    EXPECT_FALSE(*after.findings[0].is_new);
    EXPECT_FALSE(*after.findings[1].is_new);
    EXPECT_TRUE(*after.findings[2].is_new);
  }
}

TEST(Baseline, does_not_know_what_could_not_be_decided_before) {
  PageResult before = page_with({finding("#nav > img", "p", 3)});
  before.findings[0].outcome = Outcome::cant_tell;
  PageResult after = page_with({finding("#nav > img", "p", 3)});
  auto const baseline = Baseline::parse("b", PageLines().line(before));
  ASSERT_TRUE(baseline);
  baseline->apply(after);
  EXPECT_TRUE(*after.findings[0].is_new);
}

TEST(Baseline, refuses_what_is_no_result_of_ours) {
  EXPECT_FALSE(Baseline::parse("b", ""));
  EXPECT_FALSE(Baseline::parse("b", "<html>"));
  auto const second = Baseline::parse("b", "{\"schema\":\"wza.check/1\",\"findings\":[]}\n{}\n");
  ASSERT_FALSE(second);
  EXPECT_EQ(second.problem().row, 2);
  EXPECT_FALSE(Baseline::parse("b", "{\"runs\":[{\"results\":[{\"kind\":\"fail\"}]}]}"));
}

}  // namespace
}  // namespace wza::web
