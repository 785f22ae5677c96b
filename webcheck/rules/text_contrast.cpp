// SPDX-License-Identifier: Apache-2.0
// Text stands out from its background. ACT afw4f7; WCAG 2.2 SC 1.4.3 (AA). Deviation: text on
// pictures, with shadows or effects, on a gradient that suffices in part, and text that may lie on
// something other than its ancestors is not decided; nor is what may be a logotype or decoration.
#include "webcheck/rules/contrast.h"

namespace wza::web {
namespace {

constexpr std::array<std::string_view, 1> kAct{"afw4f7"};
constexpr std::array<std::string_view, 1> kWcag{"1.4.3"};
constexpr double kNormal = 4.5, kLarge = 3;

Verdict expect(Page const &page, NodeId n) {
  return contrast::judge(page, n, kNormal, kLarge);
}

}  // namespace

extern Rule const text_contrast;
constinit Rule const text_contrast{
    .id = "text-contrast",
    .act = kAct,
    .basis = {.wcag = kWcag, .gbt37668 = {}},
    .severity = Severity::serious,
    .needs = Needs::styles,
    .title = {"文字与背景的对比度至少为 4.5:1（大字 3:1）",
              "Text needs a contrast of at least 4.5:1 (large text 3:1) with its background"},
    .help = {"颜色太浅的文字，老年人和弱视者看不清，在阳光下的手机上更看不清。请把文字调深或把背景"
             "调浅：白底上的灰色不浅于 #767676，红色可用 #d0021b，蓝色可用 #0066cc。24 "
             "像素以上的字、18.66 像素以上的粗体字要求 3:1。停用的控件、标志和纯装饰不受此限。",
             "Pale text cannot be read by old people and people with low vision, nor by anybody on "
             "a phone in the sun. Make the text darker or the background lighter: on white, no "
             "grey lighter than #767676. Text of 24 px, or bold from 18.66 px, needs 3:1. Disabled "
             "controls, logotypes and mere decoration are exempt."},
    .messages = contrast::kMessages,
    .applicable = contrast::applicable,
    .expect = expect,
};

}  // namespace wza::web
