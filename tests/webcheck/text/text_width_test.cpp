// SPDX-License-Identifier: Apache-2.0
#include "webcheck/text/text_width.h"

#include "tests/support/page_of.h"

#include <gtest/gtest.h>

#include <string>

namespace wza::web {
namespace {

Trilean wraps_in(std::string const &html) {
  Page const page = page_of(html);
  return wraps(page.dom(), page.styles(), page.dom().by_id("t"));
}

TEST(TextWidth, of_chinese_is_about_one_em_a_character) {
  WidthBounds const bounds = width_bounds("无障碍环境");
  EXPECT_GE(bounds.least, 4);
  EXPECT_LE(bounds.most, 5);
}

TEST(TextWidth, says_that_text_wraps_only_where_no_font_would_fit_it) {
  EXPECT_TRUE(wraps_in("<p id=t style='width:60px'>无障碍环境建设</p>").is_true());
  EXPECT_TRUE(wraps_in("<p id=t style='width:600px'>无障碍环境建设</p>").is_false());
  EXPECT_TRUE(wraps_in("<p id=t>无障碍环境建设</p>").is_unknown());
  EXPECT_TRUE(wraps_in("<p id=t>第一行<br>第二行</p>").is_true());
  EXPECT_TRUE(wraps_in("<p id=t>只有一行<br></p>").is_unknown());
}

TEST(TextWidth, heeds_text_that_may_not_break) {
  EXPECT_TRUE(
      wraps_in("<p id=t style='width:60px;white-space:nowrap'>无障碍环境建设</p>").is_false());
}

}  // namespace
}  // namespace wza::web
