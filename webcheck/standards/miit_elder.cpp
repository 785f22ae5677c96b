// SPDX-License-Identifier: Apache-2.0
// What our rules tell of each item of MIIT's norm for elder-friendly web sites
// (工信厅信管函〔2021〕67号), and what a person must still answer.
#include "webcheck/standards/clause_notes.h"

#include <array>

namespace wza::web {

std::span<ClauseNote const> miit_elder_notes() {
  static constexpr std::array kNotes{
      ClauseNote{"zoom",
                 Cover::part,
                 {"网站有大字版或简约版，整页能放大，文字能变大，内容不丢失吗？",
                  "Is there a large or simple version, does the whole page zoom and the text grow, "
                  "and is nothing lost?"}},
      ClauseNote{"mobile_font",
                 Cover::part,
                 {"移动端网页的主要文字都不小于 18 dp 吗？",
                  "Does all main text of mobile pages have at least 18 dp?"}},
      ClauseNote{"focus",
                 Cover::part,
                 {"用 Tab 键移动时，焦点在哪里始终看得清楚吗？",
                  "Moving by Tab, is it always plain to see where the focus is?"}},
      ClauseNote{
          "voice",
          Cover::person,
          {"网站能语音阅读页面内容，并且能随时打开和关闭吗？",
           "Can the site read its pages aloud, and can that be turned on and off at any time?"}},
      ClauseNote{
          "captcha_visual",
          Cover::part,
          {"图形验证码能放大到两倍以上吗？（没有则为“是”）",
           "Can CAPTCHA pictures be enlarged at least twofold? (Yes where there are none.)"}},
      ClauseNote{
          "captcha_alt",
          Cover::part,
          {"每种图形验证码都另有不靠视觉的方式吗？（没有则为“是”）",
           "Is there a way without sight for every CAPTCHA picture? (Yes where there are none.)"}},
      ClauseNote{"code_time",
                 Cover::person,
                 {"三分钟以内失效的验证码，事先说明了时限，并能延长到两倍以上吗？（没有则为“是”）",
                  "Where codes expire within three minutes, is that announced, and can the time be "
                  "at least doubled? (Yes where there are none.)"}},
      ClauseNote{"reversible",
                 Cover::person,
                 {"法律、资金类的提交，十分钟内能撤销，或提交前能核对确认吗？（没有则为“是”）",
                  "Can what is sent in matters of law or money be undone within ten minutes, or "
                  "checked and confirmed before? (Yes where there is none.)"}},
      ClauseNote{"no_ads",
                 Cover::part,
                 {"适老版页面和服务里没有广告，也没有诱导点击的按钮，对吗？",
                  "Is it true that pages and services for older people carry no advertisements and "
                  "no luring buttons?"}},
      ClauseNote{"float_window",
                 Cover::part,
                 {"漂浮窗随页面一起出现，能关闭，关闭后不再出现吗？（没有则为“是”）",
                  "Do floating windows come with the page, and can they be closed for good? (Yes "
                  "where there are none.)"}},
      ClauseNote{"keyboard",
                 Cover::part,
                 {"全部功能只用键盘都能用吗？", "Can every function be used by keyboard alone?"}},
      ClauseNote{"cursor",
                 Cover::person,
                 {"网站提供特大鼠标光标吗？", "Does the site offer an extra-large cursor?"}},
      ClauseNote{"undo",
                 Cover::person,
                 {"填写和操作时，能否撤销上一步？",
                  "Can the last step be undone while filling in forms and working on the page?"}},
      ClauseNote{"shortcut",
                 Cover::person,
                 {"网站有没有告诉用户如何设置桌面快捷方式？",
                  "Does the site tell its users how to put a shortcut on their desktop?"}},
  };
  return kNotes;
}

}  // namespace wza::web
