// SPDX-License-Identifier: Apache-2.0
// Words that refer to what only the eye perceives (ACT 9bd38c, "visual reference words": place,
// shape, colour, size), and words by which instructions are given, in Chinese and English.
#pragma once

#include "db/base/text.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace wza::web {

namespace visual {

inline constexpr auto kChinese = std::to_array<std::string_view>(
    {"左侧", "右侧", "左边", "右边", "左方", "右方",   "左上", "右上", "左下", "右下", "左图",
     "右图", "左栏", "右栏", "上方", "下方", "上面",   "下面", "上图", "下图", "顶部", "底部",
     "顶端", "底端", "角落", "红色", "绿色", "蓝色",   "黄色", "橙色", "灰色", "黑色", "白色",
     "紫色", "粉色", "红字", "蓝字", "标红", "加粗",   "圆形", "方形", "圆圈", "圆点", "三角",
     "箭头", "星号", "星形", "菱形", "矩形", "五角星", "大字", "小字", "浮窗", "飘窗"});
inline constexpr auto kEnglish = std::to_array<std::string_view>(
    {"right",  "left",     "above",  "below",      "top",       "bottom",  "upper",  "lower",
     "under",  "beneath",  "corner", "underneath", "round",     "circle",  "square", "triangle",
     "oval",   "circular", "star",   "triangular", "rectangle", "diamond", "arrow",  "rectangular",
     "red",    "green",    "blue",   "yellow",     "orange",    "grey",    "gray",   "black",
     "white",  "purple",   "pink",   "brown",      "large",     "larger",  "small",  "smaller",
     "big",    "bigger",   "tiny",   "wide",       "narrow",    "tall",    "tilted", "bold",
     "colour", "color",    "shape",  "sidebar",    "colored",   "coloured"});

inline constexpr auto kChineseOrders = std::to_array<std::string_view>(
    {"点击", "单击", "双击", "点选", "按钮", "请按", "按下", "选择", "请选", "查看", "请看",
     "请见", "详见", "参见", "扫描", "扫码", "填写", "找到", "进入", "拖动", "滑动", "输入",
     "菜单", "链接", "图标", "导航", "打开", "勾选", "登录", "下载", "关注", "长按"});
inline constexpr auto kEnglishOrders = std::to_array<std::string_view>(
    {"click", "tap",  "press", "select",   "choose", "find",   "found",
     "see",   "look", "use",   "open",     "enter",  "button", "menu",
     "icon",  "link", "drag",  "navigate", "scroll", "column", "tick",
     "check", "fill", "refer", "hover",    "swipe",  "type",   "follow"});

/// A filter in front of a list: false for nearly all that does not stand in it.
class Filter {
 public:
  template <class Words>
  explicit constexpr Filter(Words const &words) {
    for (std::string_view const word : words)
      m_may[hash(word)] = true;
  }
  constexpr bool may_start(std::string_view text) const { return m_may[hash(text)]; }

 private:
  /// Of the first three bytes, in lower case: one Chinese character.
  static constexpr std::size_t hash(std::string_view text) {
    std::size_t value = 0;
    for (std::size_t i = 0; i < 3; ++i) {
      auto const byte = i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
      value = value * 37 + (byte | 0x20U);
    }
    return value % 8192;
  }
  std::array<bool, 8192> m_may{};
};

inline bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// The place of the first of those words in `text` from `from` on; npos where there is none.
template <class Chinese, class English>
std::size_t find_word(std::string_view text, std::size_t from, Filter const &filter,
                      Chinese const &chinese, English const &english) {
  for (std::size_t i = from; i < text.size(); ++i) {
    auto const byte = static_cast<unsigned char>(text[i]);
    bool const han = byte >= 0xE4 && byte <= 0xE9;
    bool const word = is_letter(text[i]) && (i == 0 || !is_letter(text[i - 1]));
    if ((!han && !word) || !filter.may_start(text.substr(i))) continue;
    if (han) {
      auto const starts = [&](std::string_view one) { return text.substr(i).starts_with(one); };
      if (std::ranges::any_of(chinese, starts)) return i;
      continue;
    }
    std::size_t end = i;
    while (end < text.size() && is_letter(text[end]))
      ++end;
    std::string const lower = ascii_lower(text.substr(i, end - i));
    if (std::ranges::find(english, lower) != english.end()) return i;
  }
  return std::string_view::npos;
}

}  // namespace visual

/// The place of the first visual reference word in `text` from `from` on.
inline std::size_t find_visual_word(std::string_view text, std::size_t from = 0) {
  static constexpr auto kFilter = [] {
    std::array<std::string_view, visual::kChinese.size() + visual::kEnglish.size()> all{};
    std::ranges::copy(visual::kChinese, all.begin());
    std::ranges::copy(visual::kEnglish, all.begin() + visual::kChinese.size());
    return visual::Filter(all);
  }();
  return visual::find_word(text, from, kFilter, visual::kChinese, visual::kEnglish);
}

/// True if `text` has a word by which instructions are given.
inline bool gives_orders(std::string_view text) {
  static constexpr auto kFilter = [] {
    std::array<std::string_view, visual::kChineseOrders.size() + visual::kEnglishOrders.size()>
        all{};
    std::ranges::copy(visual::kChineseOrders, all.begin());
    std::ranges::copy(visual::kEnglishOrders, all.begin() + visual::kChineseOrders.size());
    return visual::Filter(all);
  }();
  return visual::find_word(text, 0, kFilter, visual::kChineseOrders, visual::kEnglishOrders) !=
         std::string_view::npos;
}

/// True for the first byte of a letter that neither Chinese nor English is written with.
inline bool is_of_other_script(unsigned char byte) {
  return (byte >= 0xC3 && byte <= 0xE1) || (byte >= 0xEA && byte <= 0xED);
}

}  // namespace wza::web
