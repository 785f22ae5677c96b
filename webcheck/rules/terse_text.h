// SPDX-License-Identifier: Apache-2.0
// Texts that say little by themselves ("更多>>", "3", "click here"), for rules that ask about them:
// compared as people read them, case, white space and the signs at the ends left out of account.
#pragma once

#include "db/base/text.h"
#include "webcheck/text/phrases.h"
#include "webcheck/text/words.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>

namespace wza::web {

/// What is longer is cut: it is not terse.
inline constexpr std::size_t kMaxTerse = 200;

/// `text` in lower case, without the signs at its ends that say nothing: brackets, arrows, dots.
inline std::string bare_words(std::string_view text) {
  constexpr auto kSigns = std::to_array<std::string_view>(
      {" ",  ".",  ",",  ":",  ";",  "!",  "?",  ">",  "<",  "[",  "]",  "(",
       ")",  "{",  "}",  "+",  "-",  "/",  "|",  "*",  "·",  "…",  "→",  "»",
       "›",  "《", "》", "【", "】", "（", "）", "。", "，", "：", "；", "！",
       "？", "＞", "＋", "“",  "”",  "「", "」", "\"", "'",  "■",  "●",  "▶"});
  std::string const lower = ascii_lower(folded_text(text, kMaxTerse));
  std::string_view rest = lower;
  bool changed = true;
  while (changed && !rest.empty()) {
    changed = false;
    for (std::string_view const sign : kSigns) {
      if (rest.starts_with(sign)) {
        rest.remove_prefix(sign.size());
        changed = true;
      }
      if (rest.ends_with(sign)) {
        rest.remove_suffix(sign.size());
        changed = true;
      }
    }
  }
  return std::string(rest);
}

/// True if `text` is one of `phrases`, which stand in lower case.
inline bool is_phrase(std::string_view text, std::initializer_list<std::string_view> phrases) {
  std::string const words = bare_words(text);
  return std::ranges::find(phrases, words) != phrases.end();
}

/// Code points of well-formed UTF-8.
inline std::size_t length_of(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(
      text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

/// True where there is nothing but characters that only an icon font has (private use), so that
/// nobody knows what assistive technology says.
inline bool is_icons(std::string_view text) {
  bool icons = false;
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    auto const byte = static_cast<unsigned char>(text[i]);
    auto const next = static_cast<unsigned char>(text[i + 1]);
    icons = icons || byte == 0xEE || (byte == 0xEF && next <= 0xA3);  // U+E000 to U+F8FF
  }
  return icons && wording_of(text) == Wording::none;
}

/// What links and buttons are called out of habit, in lower case.
// clang-format off
inline constexpr auto kWordsOfHabit = std::to_array<std::string_view>(
    {"更多", "查看更多", "了解更多", "更多内容", "更多信息", "加载更多", "详情", "查看详情",
    "详细", "详细内容", "点击", "点此", "点击这里", "点这里", "点击此处", "点击进入", "点击查看",
    "点击下载", "进入", "查看", "这里", "此处", "链接", "下载", "全文", "阅读全文", "展开",
    "打开", "继续", "继续阅读", "more", "read more", "learn more", "see more", "view more",
    "show more", "here", "click here", "click", "click me", "details", "detail", "view",
    "view all", "see all", "link", "this", "this page", "download", "continue",
    "continue reading", "go", "open", "info", "more info", "more information", "read", "website",
    "page"});
// clang-format on

/// True for texts that can hardly say anything by themselves: signs, short numbers, a single
/// character, and words of habit ("更多", "click here").
inline bool says_little(std::string_view text) {
  std::string const words = bare_words(text);
  bool const ascii =
      std::ranges::all_of(words, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  bool const letters = std::ranges::any_of(words, [](char c) { return c >= 'a' && c <= 'z'; });
  constexpr std::ptrdiff_t kNumberThatSaysSomething = 7;  // digits: of a telephone, a document
  if (ascii && !letters) {
    return std::ranges::count_if(words, [](char c) { return c >= '0' && c <= '9'; }) <
           kNumberThatSaysSomething;
  }
  if (length_of(words) < 2) return true;
  return std::ranges::find(kWordsOfHabit, words) != kWordsOfHabit.end();
}

}  // namespace wza::web
