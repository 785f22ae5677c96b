// SPDX-License-Identifier: Apache-2.0
// What is pressed or clicked is large enough, or far enough from others. WCAG 2.2 SC 2.5.8 (24 by
// 24 CSS pixels); GB/T 37668 3.3.4.4 asks for 44 by 44. Sizes and places are the layout's to say:
// asked is about controls that style makes smaller than 24 pixels in both directions.
#include "webcheck/a11y/tree.h"
#include "webcheck/rule.h"
#include "webcheck/rules/targets.h"

#include <array>
#include <cmath>
#include <optional>
#include <string>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { small };
constexpr std::array<Message, 1> kMessages{{
    {"small",
     {"可点击的区域可能太小：{} 像素（不含内边距）",
      "The area to press may be too small: {} pixels (without padding)"},
     {"这个控件（{} 像素）连内边距至少有 24×24 像素，或与别的控件隔开、以它为中心直径 24 "
      "像素的圆内没有别的"
      "控件，对吗？",
      "Is this control ({} pixels), with its padding, at least 24 by 24 pixels, or is there no "
      "other "
      "control within a circle of 24 pixels around its centre?"}},
}};
constexpr std::array<std::string_view, 1> kWcag{"2.5.8"};
constexpr std::array<std::string_view, 1> kGbt37668{"3.3.4.4"};
constexpr float kLeast = 24;

/// A size in pixels; nothing where it hangs on anything else.
std::optional<float> pixels(Known<Length> const &length) {
  if (!length.is_known() || length.value().is_auto || length.value().percent != 0) {
    return std::nullopt;
  }
  return length.value().px;
}

bool is_pressed(Role role) {
  return role == Role::link || role == Role::button || role == Role::tab ||
         is_a(role, Role::menuitem) || role == Role::switch_;
}

bool is_small(Page const &page, NodeId n) {
  ComputedStyle const &style = page.styles()[n];
  // the width and height of inline boxes are those of their text
  if (!style.display.is_known() || style.display.value() == Display::inline_) return false;
  auto const width = pixels(style.width);
  auto const height = pixels(style.height);
  return width && height && *width > 1 && *height > 1 && *width < kLeast && *height < kLeast;
}

void applicable(Page const &page, Targets &targets) {
  if (page.styles().empty()) return;
  each_of_roles(page, is_pressed, [&](NodeId n) {
    bool const asked = page.dom().ns(n) == Namespace::html && page.a11y().tab_stop(n).is_true() &&
                       is_small(page, n);
    if (asked) targets.add(n);
  });
}

Verdict expect(Page const &page, NodeId n) {
  ComputedStyle const &style = page.styles()[n];
  return cant_tell(Msg::small, std::to_string(std::lround(style.width.value().px)) + "×" +
                                   std::to_string(std::lround(style.height.value().px)));
}

}  // namespace

extern Rule const target_size;
constinit Rule const target_size{
    .id = "target-size",
    .act = {},
    .basis = {.wcag = kWcag, .gbt37668 = kGbt37668},
    .severity = Severity::moderate,
    .needs = Needs::styles,
    .decides = Decides::questions,
    .title = {"可点击的区域不能太小", "What is pressed or clicked must be large enough"},
    .help =
        {"手抖、手指粗或用触摸屏的人点不准小按钮。请用 min-width、min-height 或内边距让控件至少有 "
         "24×24 像素，或与别的控件拉开距离；GB/T 37668 第三级要求 44×44 像素。",
         "People with a tremor or large fingers miss small controls. Make them at least 24 by 24 "
         "pixels with min-width, min-height or padding, or keep other controls away; level 3 of "
         "GB/T 37668 asks for 44 by 44."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
};

}  // namespace wza::web
