// SPDX-License-Identifier: Apache-2.0
#include "db/base/text.h"

#include <gtest/gtest.h>

namespace wza {
namespace {

TEST(Utf8, is_told_from_what_is_not) {
  EXPECT_TRUE(is_utf8(""));
  EXPECT_TRUE(is_utf8("a无\xF0\xA0\x80\x80"));
  EXPECT_FALSE(is_utf8("\xC0\x80"));          // overlong
  EXPECT_FALSE(is_utf8("\xED\xA0\x80"));      // surrogate
  EXPECT_FALSE(is_utf8("\xF4\x90\x80\x80"));  // beyond U+10FFFF
  EXPECT_FALSE(is_utf8("\xE4\xB8"));          // cut off
}

TEST(Utf8, is_mended_with_one_mark_for_each_longest_beginning) {
  EXPECT_EQ(well_formed("a无"), "a无");
  EXPECT_EQ(well_formed("\xE4\xB8z"), "\xEF\xBF\xBDz");
  EXPECT_EQ(well_formed("\xFF\xFF"), "\xEF\xBF\xBD\xEF\xBF\xBD");
  EXPECT_EQ(well_formed("\xED\xA0\x80"), "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
  EXPECT_EQ(well_formed("\xF0\x9F\x98"), "\xEF\xBF\xBD");
}

TEST(Text, is_trimmed_of_wide_blanks_too) {
  EXPECT_EQ(trimmed("\xE3\x80\x80 a\xC2\xA0\n"), "a");
  EXPECT_EQ(trimmed(" \t"), "");
}

TEST(Text, is_cut_between_code_points) {
  EXPECT_EQ(utf8_prefix("无障碍", 7), "无障");
  EXPECT_EQ(utf8_prefix("无障碍", 2), "");
  EXPECT_EQ(utf8_prefix("abc", 5), "abc");
}

TEST(Text, is_compared_without_ascii_case) {
  EXPECT_TRUE(ascii_iequals("GB2312", "gb2312"));
  EXPECT_FALSE(ascii_iequals("a", "ab"));
  EXPECT_EQ(ascii_lower("ÄB无"), "Äb无");
}

}  // namespace
}  // namespace wza
