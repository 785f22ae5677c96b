// SPDX-License-Identifier: Apache-2.0
// What the two rules about the contrast of text share: targets, messages and the verdict; they
// differ in the ratios.
#pragma once

#include "webcheck/a11y/tree.h"
#include "webcheck/rule.h"
#include "webcheck/text/legible.h"
#include "webcheck/text/sight.h"

#include <array>

namespace wza::web::contrast {

enum class Msg : std::uint8_t {
  enough,
  too_little,
  no_words,
  mixed,
  unknown_style,
  on_image,
  shadow,
  effect,
  overlap,
  single,
  exempt,
  shadow_tree,
};

inline constexpr std::array<Message, 12> kMessages{{
    {"enough", {"文字与背景的对比度足够", "The contrast of the text is sufficient"}},
    {"too_little",
     {"文字与背景的对比度不够：{}（实际值、要求值、文字颜色 / 背景颜色）",
      "The contrast of the text is too low: {} (found, needed, text colour / background colour)"}},
    {"no_words", {"这里只有符号，没有语言文字", "There are signs only, no words of a language"}},
    {"mixed",
     {"背景是渐变色，文字只在一部分背景上对比度足够（最高 {}），请目视核对",
      "The background is a gradient and the contrast suffices on a part of it only (at best {}); "
      "look at the page"}},
    {"unknown_style",
     {"文字或背景的颜色、字号由源代码算不出来，请在浏览器中核对对比度",
      "The colours or the size of the text cannot be computed from the source; check the contrast "
      "in a browser"}},
    {"on_image",
     {"文字在背景图片上，请在浏览器中核对对比度",
      "The text lies on a background image; check the contrast in a browser"}},
    {"shadow",
     {"文字有阴影（text-shadow），会改变对比度，请在浏览器中核对",
      "The text has a text-shadow, which changes the contrast; check it in a browser"}},
    {"effect",
     {"滤镜、混合模式或文字填充效果会改变颜色，请在浏览器中核对对比度",
      "A filter, blending or a fill changes the colours; check the contrast in a browser"}},
    {"overlap",
     {"如果文字显示在它的上级元素上，对比度不够：{}；但文字可能叠放在别的内容上，请在浏览器中核对",
      "On its own ancestors the contrast of the text would be too low: {}; but it may lie on "
      "something else. Check it in a browser"}},
    {"single",
     {"单个字符的对比度低：{}；如果它只是图形符号，则不适用，请核对",
      "A single character has low contrast: {}; that is no fault if it is a mere sign. Check it"}},
    {"exempt",
     {"文字的对比度低：{}；它可能是标志（logo）、装饰或图标，请核对",
      "The text has low contrast: {}; but it may be a logotype, decoration or an icon. Check it"}},
    {"shadow_tree",
     {"内容由脚本放进影子树（attachShadow），源代码里看不到，请在浏览器中核对对比度",
      "A script puts the content into a shadow tree (attachShadow), where the source does not show "
      "it; check the contrast in a browser"}},
}};

inline void applicable(Page const &page, Targets &targets) {
  for (TextElement const &text : page.facts<ContrastingTexts>().all())
    targets.add(text.node, text.applies);
  for (NodeId const host : scripted_shadow_hosts(page.dom())) {
    if (!has_own_text(page.dom(), host)) targets.add(host, page.a11y().visible(host));
  }
}

inline Verdict doubt(ColorDoubt doubt, std::string numbers) {
  switch (doubt) {
    case ColorDoubt::image:
      return cant_tell(Msg::on_image);
    case ColorDoubt::shadow:
      return cant_tell(Msg::shadow);
    case ColorDoubt::effect:
      return cant_tell(Msg::effect);
    case ColorDoubt::overlap:
      return cant_tell(Msg::overlap, std::move(numbers));
    default:
      return cant_tell(Msg::unknown_style);
  }
}

/// `normal` and `large` are the least ratios for text of those sizes.
inline Verdict judge(Page const &page, NodeId n, double normal, double large) {
  if (!has_own_text(page.dom(), n)) return cant_tell(Msg::shadow_tree);
  Wording const wording = own_wording(page.dom(), n);
  if (wording == Wording::none) return passed(Msg::no_words);
  ContrastResult result = judge_contrast(page, n, normal, large);
  switch (result.legibility) {
    case Legibility::enough:
      return passed(Msg::enough);
    case Legibility::mixed:
      return cant_tell(Msg::mixed, std::move(result.numbers));
    case Legibility::doubtful:
      return doubt(result.doubt, std::move(result.numbers));
    case Legibility::too_little:
      break;
  }
  if (wording == Wording::single) return cant_tell(Msg::single, std::move(result.numbers));
  if (may_be_exempt(page, n)) return cant_tell(Msg::exempt, std::move(result.numbers));
  return failed(Msg::too_little, std::move(result.numbers));
}

}  // namespace wza::web::contrast
