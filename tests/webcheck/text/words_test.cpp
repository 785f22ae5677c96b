// SPDX-License-Identifier: Apache-2.0
#include "webcheck/text/words.h"

#include <gtest/gtest.h>

namespace wza::web {
namespace {

TEST(Wording, is_none_in_signs_and_icons) {
  EXPECT_EQ(wording_of(""), Wording::none);
  EXPECT_EQ(wording_of(" | » …… ★"), Wording::none);
  EXPECT_EQ(wording_of("\xEE\x98\x80"), Wording::none);  // private use, as icon fonts have it
}

TEST(Wording, is_single_for_letters_that_stand_alone) {
  EXPECT_EQ(wording_of("X"), Wording::single);
  EXPECT_EQ(wording_of("1 | 2"), Wording::single);
}

TEST(Wording, is_words_for_a_row_of_letters_or_digits) {
  EXPECT_EQ(wording_of("OK"), Wording::words);
  EXPECT_EQ(wording_of("2024-05-16"), Wording::words);
}

TEST(Wording, is_words_for_one_chinese_character) {
  EXPECT_EQ(wording_of("大"), Wording::words);
}

TEST(Wording, takes_broken_text_for_signs) {
  EXPECT_EQ(wording_of("\xFF\xFE\xE4"), Wording::none);
}

}  // namespace
}  // namespace wza::web
