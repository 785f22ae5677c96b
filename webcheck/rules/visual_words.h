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

/// Words that hardly mean anything else, and those that often do ("right", "红色旅游").
inline constexpr auto kPlain = std::to_array<std::string_view>(
    {"左侧",   "右侧",     "左边",     "右边",       "左方",      "右方",        "左上",
     "右上",   "左下",     "右下",     "左图",       "右图",      "左栏",        "右栏",
     "上方",   "下方",     "上图",     "下图",       "顶部",      "底部",        "顶端",
     "底端",   "角落",     "标红",     "红字",       "蓝字",      "圆形",        "方形",
     "圆圈",   "圆点",     "箭头",     "星号",       "菱形",      "矩形",        "浮窗",
     "飘窗",   "left",     "above",    "below",      "beneath",   "underneath",  "corner",
     "circle", "circular", "triangle", "triangular", "rectangle", "rectangular", "oval",
     "arrow",  "sidebar",  "tilted"});
inline constexpr auto kAmbiguous = std::to_array<std::string_view>(
    {"上面",     "下面",   "红色",   "绿色",   "蓝色",   "黄色",   "橙色",   "灰色",    "黑色",
     "白色",     "紫色",   "粉色",   "加粗",   "三角",   "星形",   "五角星", "大字",    "小字",
     "right",    "top",    "bottom", "upper",  "lower",  "under",  "round",  "square",  "star",
     "diamond",  "red",    "green",  "blue",   "yellow", "orange", "grey",   "gray",    "black",
     "white",    "purple", "pink",   "brown",  "large",  "larger", "small",  "smaller", "big",
     "bigger",   "tiny",   "wide",   "narrow", "tall",   "bold",   "colour", "color",   "colored",
     "coloured", "shape",  "side"});
inline constexpr auto kVisual = [] {
  std::array<std::string_view, kPlain.size() + kAmbiguous.size()> all{};
  std::ranges::copy(kAmbiguous, std::ranges::copy(kPlain, all.begin()).out);
  return all;
}();
/// Words of operating a page, and those of telling somebody to do or look at something.
inline constexpr auto kOperating = std::to_array<std::string_view>(
    {"点击",   "单击",   "双击",  "点选",   "请点",  "按钮",       "请按",   "按下",
     "扫描",   "扫码",   "长按",  "勾选",   "拖动",  "滑动",       "菜单",   "图标",
     "导航栏", "搜索框", "click", "tap",    "press", "select",     "button", "menu",
     "icon",   "drag",   "swipe", "scroll", "hover", "navigation", "link",   "links",
     "column", "tick",   "box",   "field",  "tab"});
inline constexpr auto kTelling = std::to_array<std::string_view>(
    {"选择", "请选", "查看",  "请看",   "请见",     "详见",  "参见", "填写",  "找到", "进入",
     "输入", "链接", "打开",  "登录",   "下载",     "关注",  "find", "found", "see",  "look",
     "use",  "open", "enter", "choose", "navigate", "check", "fill", "refer", "type", "follow"});

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

/// Whether one of the words stands in `text`: Chinese anywhere, English as a whole word.
template <auto const &words>
bool holds(std::string_view text) {
  static constexpr Filter kFilter(words);
  for (std::size_t i = 0; i < text.size(); ++i) {
    auto const byte = static_cast<unsigned char>(text[i]);
    bool const han = byte >= 0xE4 && byte <= 0xE9;
    bool const word = is_letter(text[i]) && (i == 0 || !is_letter(text[i - 1]));
    if ((!han && !word) || !kFilter.may_start(text.substr(i))) continue;
    std::size_t end = i;
    while (end < text.size() && is_letter(text[end]))
      ++end;
    std::string const lower = ascii_lower(text.substr(i, end - i));
    auto const stands = [&](std::string_view one) {
      return han ? text.substr(i).starts_with(one) : one == lower;
    };
    if (std::ranges::any_of(words, stands)) return true;
  }
  return false;
}

}  // namespace visual

/// How much a sentence looks like an instruction by what only the eye perceives.
enum class VisualReference : std::uint8_t { none, perhaps, likely };

/// True if any visual reference word stands in `text`.
inline bool has_visual_word(std::string_view text) {
  return visual::holds<visual::kVisual>(text);
}

inline VisualReference visual_reference(std::string_view sentence) {
  bool const plain = visual::holds<visual::kPlain>(sentence);
  if (!plain && !visual::holds<visual::kAmbiguous>(sentence)) return VisualReference::none;
  bool const operating = visual::holds<visual::kOperating>(sentence);
  bool const orders = operating || visual::holds<visual::kTelling>(sentence);
  if (!orders) return VisualReference::none;
  return plain || operating ? VisualReference::likely : VisualReference::perhaps;
}

/// Calls `use(sentence)` for each sentence of `text`: up to a full stop or the like.
template <class Use>
void each_sentence(std::string_view text, Use use) {
  constexpr auto kWideEnds = std::to_array<std::string_view>({"。", "！", "？", "；"});
  std::size_t from = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    std::string_view const rest = text.substr(i);
    bool const narrow = (rest[0] == '.' || rest[0] == '!' || rest[0] == '?') &&
                        (rest.size() == 1 || rest[1] == ' ');
    bool const wide = static_cast<unsigned char>(rest[0]) >= 0xE3 &&
                      std::ranges::any_of(
                          kWideEnds, [&](std::string_view mark) { return rest.starts_with(mark); });
    if (!narrow && !wide) continue;
    std::size_t const end = i + (wide ? 3 : 1);
    use(text.substr(from, end - from));
    from = end;
    i = end - 1;
  }
  if (from < text.size()) use(text.substr(from));
}

/// True for the first byte of a letter that neither Chinese nor English is written with.
inline bool is_of_other_script(unsigned char byte) {
  return (byte >= 0xC3 && byte <= 0xE1) || (byte >= 0xEA && byte <= 0xED);
}

}  // namespace wza::web
