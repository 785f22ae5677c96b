// SPDX-License-Identifier: Apache-2.0
// Text stands out well from its background. ACT 09o5cg; WCAG 2.2 SC 1.4.6 (AAA). Deviations: those
// of text_contrast.
#include "webcheck/rules/contrast.h"

namespace wza::web {
namespace {

constexpr std::array<std::string_view, 1> kAct{"09o5cg"};
constexpr std::array<std::string_view, 1> kWcag{"1.4.6"};
constexpr double kNormal = 7, kLarge = 4.5;

Verdict expect(Page const &page, NodeId n) {
  return contrast::judge(page, n, kNormal, kLarge);
}

}  // namespace

extern Rule const text_contrast_enhanced;
constinit Rule const text_contrast_enhanced{
    .id = "text-contrast-enhanced",
    .act = kAct,
    .basis = {.wcag = kWcag, .gbt37668 = {}},
    .severity = Severity::minor,
    .needs = Needs::styles,
    .title = {"文字与背景的对比度最好达到 7:1（大字 4.5:1）",
              "Text should have a contrast of 7:1 (large text 4.5:1) with its background"},
    .help = {"这是 AAA 级要求，视力相当于 0.25 "
             "左右的人不用放大软件也能阅读。正文请用接近黑色的文字：白底上的灰色不浅于 #595959。24 "
             "像素以上的字、18.66 像素以上的粗体字要求 4.5:1。停用的控件、标志和纯装饰不受此限。",
             "This is level AAA: people with a vision of about 20/80 can then read without a "
             "magnifier. Use nearly black text: on white, no grey lighter than #595959. Text of 24 "
             "px, or bold from 18.66 px, needs 4.5:1. Disabled controls, logotypes and mere "
             "decoration are exempt."},
    .messages = contrast::kMessages,
    .applicable = contrast::applicable,
    .expect = expect,
};

}  // namespace wza::web
