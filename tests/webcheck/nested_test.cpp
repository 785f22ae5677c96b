// SPDX-License-Identifier: Apache-2.0
#include "webcheck/check.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace wza::web {
namespace {

PageResult checked(std::string_view html) {
  Result<OpenedPage> page = open_page({"http://h/", html, {}, std::nullopt});
  return check_page(*std::move(page));
}

std::vector<PageFinding> findings_of(PageResult const &result, std::string_view rule) {
  std::vector<PageFinding> out;
  std::ranges::copy_if(result.findings, std::back_inserter(out),
                       [rule](PageFinding const &one) { return one.rule->id == rule; });
  return out;
}

constexpr std::string_view kOuter = "<!doctype html><html lang=zh><title>首页</title><p>通知</p>\n";

TEST(SrcdocDocuments, AreCheckedAtThePlaceOfTheirFrame) {
  PageResult const result = checked(
      std::string(kOuter) + "<iframe title=地图 srcdoc=\"<p>x</p><img src=a.png>\"></iframe>");
  auto const found = findings_of(result, "image-has-name");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].outcome, Outcome::failed);
  EXPECT_EQ(found[0].line, 2U);
  EXPECT_EQ(found[0].selector, "body > iframe");
  EXPECT_NE(found[0].snippet.find("a.png"), std::string::npos);
  auto const count = std::ranges::find(result.rules, "image-has-name",
                                       [](RuleCount const &one) { return one.rule->id; });
  EXPECT_EQ(count->failed, 1U);
  EXPECT_EQ(count->outcome, Outcome::failed);
}

TEST(SrcdocDocuments, NeedNoTitleAndLanguageOfTheirOwn) {
  PageResult const result = checked(
      std::string(kOuter) + "<iframe title=地图 srcdoc=\"<p lang=en>办事指南</p>\"></iframe>");
  for (std::string_view const rule : {"page-has-title", "html-has-lang", "lang-of-parts-matches"})
    EXPECT_TRUE(findings_of(result, rule).empty()) << rule;
}

TEST(SrcdocDocuments, OfHiddenFramesAreLeftAlone) {
  PageResult const hidden =
      checked(std::string(kOuter) + "<iframe hidden srcdoc=\"<img src=a.png>\"></iframe>");
  EXPECT_TRUE(findings_of(hidden, "image-has-name").empty());
  PageResult const perhaps = checked(std::string(kOuter) +
                                     "<link rel=stylesheet href=a.css><iframe title=地图 "
                                     "srcdoc=\"<img src=a.png>\"></iframe>");
  auto const found = findings_of(perhaps, "image-has-name");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].outcome, Outcome::cant_tell);
}

}  // namespace
}  // namespace wza::web
