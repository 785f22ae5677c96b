// SPDX-License-Identifier: Apache-2.0
#include "webcheck/text/links.h"

#include "tests/support/page_of.h"

#include <gtest/gtest.h>

namespace wza::web {
namespace {

TEST(Links, SayWhatTheyHoldAndWhereTheyStand) {
  Page const page = page_of(
      "<ul><li><a href=' /tz/ '>通知\n公告</a><li><a href=/><img src=a.png>首页</a></ul>"
      "<a href='javascript:print()'>打印</a><a>无址</a><a href=/h hidden>隐藏</a>");
  auto const links = page.facts<Links>().all();
  ASSERT_EQ(links.size(), 3u);
  EXPECT_EQ(links[0].text, "通知 公告");
  EXPECT_EQ(links[0].address, "/tz/");
  EXPECT_FALSE(links[0].has_graphic);
  EXPECT_TRUE(links[1].has_graphic);
  EXPECT_EQ(links[0].block, links[1].block);
  EXPECT_TRUE(page.dom().is(links[0].block, atom::ul));
  EXPECT_NE(links[2].block, links[0].block);
  EXPECT_TRUE(links[2].is_script());
  EXPECT_EQ(page.facts<Links>().find(links[1].node), &links[1]);
  EXPECT_EQ(page.facts<Links>().find(kRoot), nullptr);
}

TEST(Links, OfOneBlockAreLetThroughOnce) {
  OncePerBlock once;
  EXPECT_TRUE(once.first(NodeId{7}));
  EXPECT_TRUE(once.first(NodeId{3}));
  EXPECT_FALSE(once.first(NodeId{7}));
}

std::string column_of_first_link(std::string_view html) {
  Page const page = page_of(html);
  return column_title(page, page.dom().by_tag(atom::a)[0]);
}

TEST(Links, KnowTheTitleOfTheirColumn) {
  EXPECT_EQ(column_of_first_link("<div><h2>通知公告</h2><a href=/>更多</a></div>"), "通知公告");
  EXPECT_EQ(column_of_first_link("<h3>县区动态 <a href=/>更多</a></h3>"), "县区动态");
  EXPECT_EQ(column_of_first_link("<div><p><a href=/>更多</a></p><b class=newsTit>要闻</b></div>"),
            "要闻");
  EXPECT_EQ(column_of_first_link("<p>正文 <a href=/>更多</a></p>"), "");
  EXPECT_EQ(column_of_first_link("<div class=title>甲 乙 丙 丁 戊<a href=/>更多</a></div>"), "");
}

}  // namespace
}  // namespace wza::web
