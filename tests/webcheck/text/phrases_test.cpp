// SPDX-License-Identifier: Apache-2.0
#include "webcheck/text/phrases.h"

#include <gtest/gtest.h>

#include <array>

namespace wza::web {
namespace {

constexpr std::array<std::string_view, 2> kNav{"nav", "menu"};

TEST(Phrases, FindWordsWhateverTheirCase) {
  constexpr std::array<std::string_view, 2> kWords{"新窗口", "new window"};
  EXPECT_TRUE(says_any("（在新窗口打开）", kWords));
  EXPECT_TRUE(says_any("Opens in a New Window", kWords));
  EXPECT_FALSE(says_any("新开的窗口", kWords));
  EXPECT_FALSE(holds_any("New Window", kWords));
  EXPECT_TRUE(is_any("　新窗口 ", kWords));
  EXPECT_FALSE(is_any("在新窗口", kWords));
}

TEST(Phrases, TakeIdentifiersApart) {
  EXPECT_TRUE(has_name_word("topNav_left-2", kNav));
  EXPECT_TRUE(has_name_word("box menu2", kNav));
  EXPECT_TRUE(has_name_word("Menu", kNav));
  EXPECT_FALSE(has_name_word("navigation canavan", kNav));
  EXPECT_FALSE(has_name_word("", kNav));
}

TEST(Phrases, ReadFileNames) {
  EXPECT_EQ(file_name_of("http://x.invalid/a/fj1.DOC?v=2#p"), "fj1.DOC");
  EXPECT_EQ(extension_of("fj1.tar.GZ"), "gz");
  EXPECT_EQ(extension_of("list"), "");
}

TEST(Phrases, FoldWhiteSpaceAndCutWholeCharacters) {
  EXPECT_EQ(folded_text(" \n通知\xC2\xA0　公告 ", 100), "通知 公告");
  EXPECT_EQ(folded_text("通知公告", 7), "通知");
}

}  // namespace
}  // namespace wza::web
