// SPDX-License-Identifier: Apache-2.0
#include "webcheck/crawl/page_shape.h"

#include "webcheck/check.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace wza::web {
namespace {

PageShape shape(std::string const &body) {
  std::string const html = "<!doctype html><meta charset=utf-8><title>县政府</title>" + body;
  Result<OpenedPage> page = open_page({"http://h/", html, "utf-8", 200});
  return shape_of(page->document);
}

/// Pieces of `after` that `before` does not have.
std::size_t news(std::string const &before, std::string const &after) {
  std::vector<std::uint32_t> out;
  PageShape const a = shape(before), b = shape(after);
  std::set_difference(b.pieces.begin(), b.pieces.end(), a.pieces.begin(), a.pieces.end(),
                      std::back_inserter(out));
  return out.size();
}

TEST(PageShape, DatesAndKeysAreNoNews) {
  EXPECT_EQ(news("<h1>2024年5月</h1>会话 a1b2c3", "<h1>2025年12月</h1>会话 ffe9d0"), 0U);
  EXPECT_EQ(news("<p>苹果</p><p>香蕉</p><p>橙子</p>", "<p>橙子</p><p>苹果</p>"), 0U);
}

TEST(PageShape, ATitleThatALinkNamedIsNewsOnItsPage) {
  EXPECT_EQ(news("<a href=x>关于放假的通知</a>", "<h1>关于放假的通知</h1>"), 1U);
}

TEST(PageShape, APictureIsKnownByItsFile) {
  EXPECT_EQ(news("<img src=/1.jpg?v=1>", "<img src=/1.jpg?v=2>"), 0U);
  EXPECT_EQ(news("<img src=/1.jpg>", "<img src=/2.jpg>"), 1U);
}

TEST(PageShape, ScriptsAndStylesSayNothing) {
  EXPECT_EQ(news("", "<script>var words = 1</script><style>p { color: red }</style>"), 0U);
}

TEST(PageShape, TheTextIsKnownOnlyWhereThereIsEnough) {
  std::string const notice = "<p>残疾人证可以在镇政府服务大厅当场办理领取，请带上身份证。</p>";
  EXPECT_EQ(shape("<p>办证</p>").text, 0U);
  EXPECT_NE(shape(notice).text, 0U);
  EXPECT_EQ(shape(notice).text, shape("<div class=x>" + notice + "</div>").text);
  EXPECT_NE(shape(notice).text, shape(notice + "<p>2</p>").text);
}

TEST(NumberSet, HoldsWhatWasPut) {
  NumberSet set;
  EXPECT_FALSE(set.contains(7));
  for (std::uint32_t i = 0; i < 5000; ++i)
    EXPECT_TRUE(set.insert(i * 7919 + 2));
  EXPECT_FALSE(set.insert(2));
  EXPECT_TRUE(set.contains(4999 * 7919 + 2));
  EXPECT_FALSE(set.contains(3));
}

}  // namespace
}  // namespace wza::web
