// SPDX-License-Identifier: Apache-2.0
#include "webcheck/text/language.h"

#include <gtest/gtest.h>

#include <string>

namespace wza::web {
namespace {

std::string const kEnglish =
    "The county helps people with disabilities to live in a home that they can use. Whoever needs "
    "a ramp, a wider door or a rail applies at the village committee.";

TEST(Language, is_told_where_the_text_is_long_and_plain) {
  EXPECT_EQ(recognised_language(kEnglish), Known<std::string>("en"));
  EXPECT_EQ(recognised_language("全县为困难重度残疾人家庭进行无障碍改造，请向村（社区）提出申请。"),
            Known<std::string>("zh"));
}

TEST(Language, is_left_open_for_a_word_or_two) {
  EXPECT_FALSE(recognised_language("Apply").is_known());
}

TEST(Language, is_left_open_where_a_text_holds_what_none_should) {
  EXPECT_EQ(likeliest_language(kEnglish), "en");
  EXPECT_EQ(likeliest_language("\x01" + kEnglish), "");
}

}  // namespace
}  // namespace wza::web
