// SPDX-License-Identifier: Apache-2.0
// Letter spacing that a style attribute fixes with !important is wide enough. ACT 24afc2;
// WCAG 2.2 SC 1.4.12; GB/T 37668 has no clause for it. Deviation: text that merely inherits the
// value is not decided, since a user style sheet can reach it.
#include "webcheck/rules/mend.h"
#include "webcheck/rules/spacing.h"

namespace wza::web {
namespace {

using spacing::Msg;

constexpr std::array<Message, 4> kMessages{{
    {"wide",
     {"字间距足够（字号的倍数：{}）",
      "The letter spacing is sufficient (multiples of the font size: {})"}},
    {"narrow",
     {"style 属性用 !important 固定了 letter-spacing，而字间距不够（字号的倍数：{}）",
      "The style attribute fixes letter-spacing with !important, and the letter spacing is too "
      "small (multiples of the "
      "font size: {})"}},
    {"inherited",
     {"里面的文字继承了 style 属性中带 !important 的 "
      "letter-spacing，字间距不够（字号的倍数：{}）；请核对用户能否调大",
      "Text in the element inherits letter-spacing from a style attribute with !important, and its "
      "letter spacing is too "
      "small (multiples of the font size: {}); check that users can widen it"}},
    {"unknown",
     {"style 属性用 !important 固定了 letter-spacing，由源代码算不出字间距，请在浏览器中核对",
      "The style attribute fixes letter-spacing with !important; the letter spacing cannot be "
      "computed from the source. "
      "Check it in a browser"}},
}};

constexpr std::array<std::string_view, 1> kAct{"24afc2"};
constexpr std::array<std::string_view, 1> kWcag{"1.4.12"};

void applicable(Page const &page, Targets &targets) {
  spacing::add_targets(page, targets, Spacing::letter);
}

Verdict expect(Page const &page, NodeId n) {
  return spacing::judge(page, n, Spacing::letter);
}

std::string mend(Page const &page, NodeId n) {
  return spacing::without_important(page, n, "letter-spacing");
}

}  // namespace

extern Rule const letter_spacing_fixed;
constinit Rule const letter_spacing_fixed{
    .id = "letter-spacing-fixed",
    .act = kAct,
    .basis = {.wcag = kWcag, .gbt37668 = {}},
    .severity = Severity::moderate,
    .needs = Needs::styles,
    .title = {"style 属性不得用 !important 把字间距固定在字号的 0.12 倍以下",
              "A style attribute must not fix the letter spacing below 0.12 times the font size "
              "with !important"},
    .help = {"有阅读障碍的人和弱视者用自己的样式表把字间距调大；写在 style 属性里的 !important "
             "会压过它。请去掉 !important，或把 letter-spacing 设为字号的 0.12 倍以上，例如 "
             "letter-spacing: 0.12em。",
             "People with dyslexia or low vision widen the letter spacing with a style sheet of "
             "their own; !important in a style attribute beats it. Remove the !important, or set "
             "letter-spacing to at least 0.12 times the font size, for example letter-spacing: "
             "0.12em."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
    .mend = mend,
};

}  // namespace wza::web
