// SPDX-License-Identifier: Apache-2.0
#include "webcheck/dom/noscript.h"

#include "db/base/text.h"

#include <gtest/gtest.h>

namespace wza::web {
namespace {

std::string commented(std::string html) {
  std::size_t const size = html.size();
  comment_out_noscript(html);
  EXPECT_EQ(html.size(), size);
  EXPECT_TRUE(is_utf8(html)) << html;
  return html;
}

TEST(Noscript, becomes_a_comment_of_the_same_length) {
  EXPECT_EQ(commented("<noscript><img src=a.png></noscript>z"),
            "<noscript><!-- src=a.p--></noscript>z");
  EXPECT_EQ(commented("<NoScript a='>'>a --> b\n --!> c</NOSCRIPT >"),
            "<NoScript a='>'><!--  b\n --!--></NOSCRIPT >");
}

TEST(Noscript, keeps_characters_whole) {
  EXPECT_EQ(commented("<noscript>无障碍网页</noscript>"), "<noscript><!--  碍网--></noscript>");
}

TEST(Noscript, that_is_short_becomes_blank) {
  EXPECT_EQ(commented("<noscript><p>\nx</noscript>"), "<noscript>   \n </noscript>");
  EXPECT_EQ(commented("<noscript></noscript>"), "<noscript></noscript>");
}

TEST(Noscript, that_never_ends_reaches_to_the_end) {
  EXPECT_EQ(commented("<noscript>abcdefghij"), "<noscript><!--efg-->");
}

TEST(Noscript, is_none_in_comments_scripts_attributes_and_text) {
  for (std::string const html : {"<!-- <noscript>abcdefghij</noscript> -->",
                                 "<script>'<noscript>abcdefghij</noscript>'</script>",
                                 "<p title='<noscript>'>abcdefghij</noscript>",
                                 "<title><noscript>abcdefghij</noscript></title>",
                                 "<noscripts>abcdefghij</noscripts>", "a < noscript>abcdefghij"}) {
    EXPECT_EQ(commented(html), html);
  }
}

}  // namespace
}  // namespace wza::web
