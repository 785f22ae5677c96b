// SPDX-License-Identifier: Apache-2.0
// Line height that a style attribute fixes with !important is wide enough. ACT 78fd32;
// WCAG 2.2 SC 1.4.12; GB/T 37668 3.2.2.3. Deviation: text that merely inherits the
// value is not decided, since a user style sheet can reach it.
// Whether text takes more than one line is estimated; where that is not sure, nothing fails.
#include "webcheck/rules/mend.h"
#include "webcheck/rules/spacing.h"

namespace wza::web {
namespace {

using spacing::Msg;

constexpr std::array<Message, 4> kMessages{{
    {"wide",
     {"行距足够（字号的倍数：{}）",
      "The line height is sufficient (multiples of the font size: {})"}},
    {"narrow",
     {"style 属性用 !important 固定了 line-height，而行距不够（字号的倍数：{}）",
      "The style attribute fixes line-height with !important, and the line height is too small "
      "(multiples of the "
      "font size: {})"}},
    {"inherited",
     {"里面的文字继承了 style 属性中带 !important 的 "
      "line-height，行距不够（字号的倍数：{}）；请核对用户能否调大",
      "Text in the element inherits line-height from a style attribute with !important, and its "
      "line height is too "
      "small (multiples of the font size: {}); check that users can widen it"}},
    {"unknown",
     {"style 属性用 !important 固定了 line-height，由源代码算不出行距，请在浏览器中核对",
      "The style attribute fixes line-height with !important; the line height cannot be computed "
      "from the source. "
      "Check it in a browser"}},
}};

constexpr std::array<std::string_view, 1> kAct{"78fd32"};
constexpr std::array<std::string_view, 1> kWcag{"1.4.12"};
constexpr std::array<std::string_view, 1> kGbt37668{"3.2.2.3"};

void applicable(Page const &page, Targets &targets) {
  spacing::add_targets(page, targets, Spacing::line);
}

Verdict expect(Page const &page, NodeId n) {
  return spacing::judge(page, n, Spacing::line);
}

std::string mend(Page const &page, NodeId n) {
  return spacing::without_important(page, n, "line-height");
}

}  // namespace

extern Rule const line_height_fixed;
constinit Rule const line_height_fixed{
    .id = "line-height-fixed",
    .act = kAct,
    .basis = {.wcag = kWcag, .gbt37668 = kGbt37668},
    .severity = Severity::moderate,
    .needs = Needs::styles,
    .title = {"style 属性不得用 !important 把行距固定在字号的 1.5 倍以下",
              "A style attribute must not fix the line height below 1.5 times the font size with "
              "!important"},
    .help = {"有阅读障碍的人和弱视者用自己的样式表把行距调大；写在 style 属性里的 !important "
             "会压过它。请去掉 !important，或把 line-height 设为字号的 1.5 倍以上，例如 "
             "line-height: 1.5。",
             "People with dyslexia or low vision widen the line height with a style sheet of their "
             "own; !important in a style attribute beats it. Remove the !important, or set "
             "line-height to at least 1.5 times the font size, for example line-height: 1.5."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
    .mend = mend,
};

}  // namespace wza::web
