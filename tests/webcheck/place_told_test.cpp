// SPDX-License-Identifier: Apache-2.0
// The rule page-place-told, which looks at the address of the page.
#include "tests/support/page_of.h"
#include "webcheck/engine.h"

#include <gtest/gtest.h>

#include <array>

namespace wza::web {
namespace {

Outcome outcome(std::string_view html, std::string_view url) {
  std::array<Rule const *, 1> const rules{find_rule("page-place-told")};
  return run_rules(page_of(html, url), rules)[0].outcome;
}

constexpr std::string_view kBelow = "http://test.invalid/xwzx/n01.html";

TEST(PagePlaceTold, IsPassedByAPathOrACurrentItem) {
  EXPECT_EQ(outcome("<p>您的位置：首页 &gt; 新闻</p>", kBelow), Outcome::passed);
  EXPECT_EQ(outcome("<div class=breadCrumb><a href=/>首页</a></div>", kBelow), Outcome::passed);
  EXPECT_EQ(outcome("<a href=/x aria-current=page>新闻</a>", kBelow), Outcome::passed);
}

TEST(PagePlaceTold, IsAskedWhereNothingSeenTellsIt) {
  EXPECT_EQ(outcome("<p>正文</p>", kBelow), Outcome::cant_tell);
  EXPECT_EQ(outcome("<p>正文</p><p hidden>当前位置</p>", kBelow), Outcome::cant_tell);
}

TEST(PagePlaceTold, LeavesStartPagesAlone) {
  EXPECT_EQ(outcome("<p>正文</p>", "http://test.invalid"), Outcome::inapplicable);
  EXPECT_EQ(outcome("<p>正文</p>", "http://test.invalid/index.shtml?v=1"), Outcome::inapplicable);
  EXPECT_EQ(outcome("<p>正文</p>", "http://test.invalid/xwzx/index.html"), Outcome::cant_tell);
}

}  // namespace
}  // namespace wza::web
