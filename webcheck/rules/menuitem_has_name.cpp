// SPDX-License-Identifier: Apache-2.0
// A menu item has an accessible name. ACT m6b1q3; WCAG 2.2 SC 4.1.2; GB/T 37668 3.2.1.3.
#include "webcheck/rule.h"
#include "webcheck/rules/mend.h"
#include "webcheck/rules/targets.h"

#include <array>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { has_name, no_name, doubtful_name };
constexpr std::array<Message, 3> kMessages{{
    {"has_name", {"菜单项的名称是“{}”", "The name of the menu item is \"{}\""}},
    {"no_name", {"菜单项没有名称", "The menu item has no name"}},
    {"doubtful_name",
     {"名称只可能来自图标字体，或来自不一定显示的内容，请用读屏软件核对",
      "The name may only come from an icon font or from content that may be hidden; check with a "
      "screen reader"}},
}};

constexpr std::array<std::string_view, 1> kAct{"m6b1q3"};
constexpr std::array<std::string_view, 1> kWcag{"4.1.2"};
constexpr std::array<std::string_view, 1> kGbt37668{"3.2.1.3"};

void applicable(Page const &page, Targets &targets) {
  A11yTree const &tree = page.a11y();
  for (NodeId const n : tree.by_role(Role::menuitem)) {
    if (page.dom().ns(n) == Namespace::html) targets.add(n, tree.included(n));
  }
}

Verdict expect(Page const &page, NodeId n) {
  return judge_name<Msg>(page, n);
}

std::string mend(Page const &page, NodeId n) {
  return with_attr(page, n, "aria-label", gap("菜单项"));
}

}  // namespace

extern Rule const menuitem_has_name;
constinit Rule const menuitem_has_name{
    .id = "menuitem-has-name",
    .act = kAct,
    .basis = {.wcag = kWcag, .gbt37668 = kGbt37668},
    .severity = Severity::serious,
    .needs = Needs::dom,
    .title = {"菜单项必须有能读出来的名称", "A menu item must have a name that can be read out"},
    .help = {"读屏用户只能听到“菜单项”，不知道选了会怎样。请在 role=\"menuitem\" 的元素里写上文"
             "字，或加 aria-label。",
             "Screen reader users hear only \"menu item\". Put text into the element with "
             "role=\"menuitem\" or give it an aria-label."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
    .mend = mend,
};

}  // namespace wza::web
