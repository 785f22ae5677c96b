// SPDX-License-Identifier: Apache-2.0
// To come to something or to leave it by keyboard does not take the user elsewhere. GB/T 37668
// 3.4.2.2 (level 2); WCAG 2.2 SC 3.2.1 (failure F52 is about windows that open by themselves). What
// a handler does where it has conditions is not computed: this asks.
#include "webcheck/a11y/tree.h"
#include "webcheck/rule.h"
#include "webcheck/rules/handlers.h"

#include <array>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { stays, may_change };
constexpr std::array<Message, 2> kMessages{{
    {"stays",
     {"标记里看不出焦点到来或离开时会换页面",
      "Nothing in the markup shows that the page changes when the focus comes or goes"}},
    {"may_change",
     {"焦点到来或离开时会运行跳转、开窗口或提交表单的脚本（{}）",
      "When the focus comes or goes, a script runs that leaves the page, opens a window or sends "
      "the "
      "form ({})"},
     {"只用 Tab 键经过这里，页面不会跳转、不会打开窗口、也不会提交表单，对吗？",
      "Is it true that passing here with the Tab key neither leaves the page, nor opens a window, "
      "nor sends the form?"}},
}};

constexpr std::array<std::string_view, 1> kWcag{"3.2.1"};
constexpr std::array<std::string_view, 1> kGbt37668{"3.4.2.2"};
constexpr std::array<std::string_view, 2> kHandlers{"onfocus", "onblur"};

void applicable(Page const &page, Targets &targets) {
  for (std::string_view const name : kHandlers) {
    for (NodeId const n : with_handler(page.dom(), name)) {
      if (name == "onblur" && !handler(page.dom(), n, "onfocus").empty()) continue;
      if (page.dom().ns(n) == Namespace::html) targets.add(n, page.a11y().focusable(n));
    }
  }
}

Verdict expect(Page const &page, NodeId n) {
  for (std::string_view const name : kHandlers) {
    if (changes_context(handler(page.dom(), n, name))) {
      return cant_tell(Msg::may_change, std::string(name));
    }
  }
  return passed(Msg::stays);
}

}  // namespace

extern Rule const focus_changes_nothing;
constinit Rule const focus_changes_nothing{
    .id = "focus-changes-nothing",
    .act = {},
    .basis = {.wcag = kWcag, .gbt37668 = kGbt37668},
    .severity = Severity::serious,
    .needs = Needs::dom,
    .decides = Decides::questions,
    .title = {"焦点到来或离开时不要换页面", "The focus coming or going does not change the page"},
    .help = {"键盘用户要经过许多控件才能到想去的地方；一经过就跳转，他们就再也到不了后面的内容。请"
             "把跳转放到按钮或链接"
             "上，由用户按下才发生。",
             "Keyboard users pass many controls on their way; if passing one takes them elsewhere "
             "they never get to what is behind it. Put it on a button or link that users press."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
};

}  // namespace wza::web
