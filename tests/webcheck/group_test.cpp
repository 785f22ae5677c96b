// SPDX-License-Identifier: Apache-2.0
#include "webcheck/group.h"

#include "webcheck/engine.h"
#include "webcheck/report/page_record.h"

#include <gtest/gtest.h>

#include <array>

namespace wza::web {
namespace {

/// Grouping looks rules up by id, so that these tests borrow one that exists and has a clause.
Rule const *any_rule() {
  return find_rule("image-has-name");
}

PageRecord::Failure failure_at(std::string place, std::string message = "bad") {
  return {std::string(any_rule()->id),
          std::move(message),
          {"不好", "Bad"},
          std::move(place),
          "a",
          7,
          "<a>"};
}

PageRecord page_with(std::string url, std::vector<PageRecord::Failure> failures) {
  return {std::move(url), "t", std::move(failures), {}};
}

class Grouping : public testing::Test {
 protected:
  void SetUp() override {
    if (any_rule() == nullptr) GTEST_SKIP() << "no rules";
  }
};

TEST_F(Grouping, makes_one_defect_of_the_same_fault_on_many_pages) {
  SiteGrouping site("http://x.invalid");
  site.add(page_with("http://x.invalid/2", {failure_at("body > a.top")}));
  site.add(page_with("http://x.invalid/1", {failure_at("body > a.top")}));
  site.add(page_with("http://x.invalid/3", {failure_at("body > p > a")}));
  std::vector<Defect> const defects = site.defects();
  ASSERT_EQ(defects.size(), 2U);
  ASSERT_EQ(defects[0].occurrences.size(), 2U);
  EXPECT_EQ(defects[0].occurrences[0].place, "http://x.invalid/1");
  EXPECT_EQ(defects[0].occurrences[0].line, 7);
  EXPECT_EQ(defects[0].component, "body > a.top");
  EXPECT_EQ(defects[0].fingerprint.size(), 64U);
  EXPECT_FALSE(defects[0].clause.empty());
}

TEST_F(Grouping, does_not_depend_on_the_order_of_pages) {
  std::vector<PageRecord> const pages{
      page_with("http://x.invalid/1", {failure_at("a"), failure_at("b")}),
      page_with("http://x.invalid/2", {failure_at("b"), failure_at("c", "other")}),
      page_with("http://x.invalid/3", {failure_at("c"), failure_at("a")})};
  SiteGrouping forward("http://x.invalid");
  SiteGrouping backward("http://x.invalid");
  for (auto page = pages.begin(); page != pages.end(); ++page)
    forward.add(*page);
  for (auto page = pages.rbegin(); page != pages.rend(); ++page)
    backward.add(*page);
  std::vector<Defect> const one = forward.defects();
  std::vector<Defect> const two = backward.defects();
  ASSERT_EQ(one.size(), two.size());
  for (std::size_t i = 0; i < one.size(); ++i) {
    EXPECT_EQ(one[i].fingerprint, two[i].fingerprint);
    ASSERT_EQ(one[i].occurrences.size(), two[i].occurrences.size());
    for (std::size_t j = 0; j < one[i].occurrences.size(); ++j) {
      EXPECT_EQ(one[i].occurrences[j].place, two[i].occurrences[j].place);
    }
  }
}

TEST_F(Grouping, counts_a_page_once_and_takes_its_last_test) {
  SiteGrouping site("http://x.invalid");
  site.add(page_with("http://x.invalid/1", {failure_at("a")}));
  site.add(page_with("http://x.invalid/1", {failure_at("b"), failure_at("b")}));
  ASSERT_EQ(site.defects().size(), 1U);
  EXPECT_EQ(site.defects()[0].component, "b");
  EXPECT_EQ(site.defects()[0].occurrences.size(), 1U);
}

TEST_F(Grouping, gives_fingerprints_that_differ_by_site_message_and_place_alone) {
  PageRecord::Failure const one = failure_at("a");
  PageRecord::Failure moved = one;
  moved.line = 99;
  moved.selector = "b";
  moved.snippet = "<b>";
  moved.message = {"换句话", "In other words"};
  EXPECT_EQ(fingerprint_of("s", one), fingerprint_of("s", moved));
  EXPECT_NE(fingerprint_of("s", one), fingerprint_of("t", one));
  EXPECT_NE(fingerprint_of("s", one), fingerprint_of("s", failure_at("b")));
  EXPECT_NE(fingerprint_of("s", one), fingerprint_of("s", failure_at("a", "other")));
}

TEST(PageRecords, keep_failures_once_a_place_and_never_doubts) {
  static constexpr std::array kMessages{Message{"bad", {"不好", "Bad"}}};
  static Rule const kRule = [] {
    Rule rule;
    rule.id = "test-link";
    rule.messages = kMessages;
    rule.applicable = [](Page const &page, Targets &targets) {
      for (NodeId const n : page.dom().by_tag(atom::a)) {
        targets.add(n, page.dom().has_attr(n, atom::hidden) ? Trilean::unknown() : Trilean(true));
      }
    };
    rule.expect = [](Page const &, NodeId) { return failed(MessageId{}); };
    return rule;
  }();
  CheckOptions options;
  options.rules = {&kRule};
  Result<OpenedPage> page =
      open_page({"http://x.invalid/", "<ul><li><a>1</a><li><a>2</a></ul><p><a hidden>", {}, 200});
  PageRecord const record = record_of(check_page(*std::move(page), {}, options));
  ASSERT_EQ(record.failures.size(), 1U);
  EXPECT_EQ(record.failures[0].place, "body > ul > li > a");
  EXPECT_EQ(record.failures[0].selector, "body > ul > li:nth-child(1) > a");
  EXPECT_TRUE(record.decided.empty());
}

TEST(PageRecords, come_back_from_their_text) {
  PageRecord record{"http://x.invalid/", "t", {}, {"a-rule"}};
  record.failures.push_back(
      {"a-rule", "bad", {"不好", "Bad"}, "body > a", "a", 3, "<a title=\"坡道\">"});
  std::optional<PageRecord> const back =
      page_record_of(nlohmann::json::parse(to_json(record).dump()));
  ASSERT_TRUE(back);
  EXPECT_EQ(back->url, record.url);
  EXPECT_EQ(back->decided, record.decided);
  ASSERT_EQ(back->failures.size(), 1U);
  EXPECT_EQ(back->failures[0].snippet, record.failures[0].snippet);
  EXPECT_EQ(back->failures[0].message, record.failures[0].message);
  EXPECT_FALSE(page_record_of(nlohmann::json("no record")));
  EXPECT_FALSE(page_record_of(nlohmann::json::object()));
}

}  // namespace
}  // namespace wza::web
