// SPDX-License-Identifier: Apache-2.0
// A button has an accessible name; image buttons are the matter of image-button-has-name.
// ACT 97a4e1; WCAG 2.2 SC 4.1.2; GB/T 37668 3.2.1.3.
#include "webcheck/a11y/role.h"
#include "webcheck/rule.h"
#include "webcheck/rules/mend.h"
#include "webcheck/rules/targets.h"

#include <array>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { has_name, no_name, doubtful_name };
constexpr std::array<Message, 3> kMessages{{
    {"has_name", {"按钮的名称是“{}”", "The name of the button is \"{}\""}},
    {"no_name",
     {"按钮没有名称，读屏用户不知道它做什么",
      "The button has no name, so screen reader users cannot tell what it does"}},
    {"doubtful_name",
     {"名称只可能来自图标字体，或来自不一定显示的内容，请用读屏软件核对",
      "The name may only come from an icon font or from content that may be hidden; check with a "
      "screen reader"}},
}};

constexpr std::array<std::string_view, 1> kAct{"97a4e1"};
constexpr std::array<std::string_view, 1> kWcag{"4.1.2"};
constexpr std::array<std::string_view, 1> kGbt37668{"3.2.1.3"};

void applicable(Page const &page, Targets &targets) {
  A11yTree const &tree = page.a11y();
  for (NodeId const n : tree.by_role(Role::button)) {
    if (page.dom().ns(n) != Namespace::html || is_image_button(page.dom(), n)) continue;
    targets.add(n, tree.included(n));
  }
}

Verdict expect(Page const &page, NodeId n) {
  return judge_name<Msg>(page, n);
}

std::string mend(Page const &page, NodeId n) {
  bool const input = page.dom().is(n, atom::input);
  return with_attr(page, n, input ? "value" : "aria-label", gap("按钮的作用"));
}

}  // namespace

extern Rule const button_has_name;
constinit Rule const button_has_name{
    .id = "button-has-name",
    .act = kAct,
    .basis = {.wcag = kWcag, .gbt37668 = kGbt37668},
    .severity = Severity::critical,
    .needs = Needs::dom,
    .title = {"按钮必须有能读出来的名称", "A button must have a name that can be read out"},
    .help = {"读屏用户只能听到“按钮”，不知道按下去会做什么。请在 <button> 里写上文字；只放图标"
             "时加 aria-label，例如 aria-label=\"搜索\"；<input type=\"button\"> 请写 value。",
             "Screen reader users hear only \"button\" and do not know what it does. Put text "
             "into the <button>; for an icon alone add an aria-label such as "
             "aria-label=\"Search\"; give <input type=\"button\"> a value."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
    .mend = mend,
};

}  // namespace wza::web
