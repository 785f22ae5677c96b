// SPDX-License-Identifier: Apache-2.0
// An element whose role makes its children presentational (button, checkbox, img, tab, ...) has
// nothing in it where the Tab key stops. ACT 307n5z; WCAG 2.2 SC 4.1.2; GB/T 37668 has no clause
// for it.
#include "webcheck/a11y/tree.h"
#include "webcheck/rule.h"
#include "webcheck/rules/targets.h"

#include <array>
#include <string>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { no_focus, takes_focus, perhaps };
constexpr std::array<Message, 3> kMessages{{
    {"no_focus", {"里面没有能获得焦点的内容", "Nothing in it takes the focus"}},
    {"takes_focus",
     {"读屏软件把这个元素当作一个整体，但键盘会停在里面的 <{}> 上",
      "Assistive technology takes this element as a whole, and yet the keyboard stops at the <{}> "
      "in it"}},
    {"perhaps",
     {"里面的内容可能会获得焦点，请用 Tab 键核对",
      "The content may take the focus; check with the Tab key"}},
}};

constexpr std::array<std::string_view, 1> kAct{"307n5z"};
constexpr std::array<std::string_view, 1> kWcag{"4.1.2"};

void applicable(Page const &page, Targets &targets) {
  Document const &document = page.dom();
  A11yTree const &tree = page.a11y();
  each_of_roles(
      page, [](Role role) { return info(role).children == Children::presentational; },
      [&](NodeId n) {
        if (document.ns(n) != Namespace::mathml) targets.add(n, tree.included(n));
      });
}

Verdict expect(Page const &page, NodeId n) {
  Document const &document = page.dom();
  A11yTree const &tree = page.a11y();
  bool perhaps = false;
  for (NodeId c = document.first_child(n); c.valid(); c = document.next_sibling(c)) {
    NodeId const stop = tree.first_tab_stop(c);
    if (stop.valid()) return failed(Msg::takes_focus, std::string(document.tag_name(stop)));
    perhaps = perhaps || tree.first_possible_tab_stop(c).valid();
  }
  return perhaps ? cant_tell(Msg::perhaps) : passed(Msg::no_focus);
}

}  // namespace

extern Rule const presentational_children_not_focusable;
constinit Rule const presentational_children_not_focusable{
    .id = "presentational-children-not-focusable",
    .act = kAct,
    .basis = {.wcag = kWcag, .gbt37668 = {}},
    .severity = Severity::serious,
    .needs = Needs::dom,
    .title = {"按钮、选项卡等元素里面不得再有能聚焦的内容",
              "Buttons, tabs and the like must have no focusable content in them"},
    .help = {"按钮、复选框、选项卡、图像等角色在读屏软件里没有下级内容，键盘停在里面的链接或控件上"
             "时，用户不知道那是什么。请把里面的链接或控件移到外面；或者让里面的元素自己承担这个"
             "角色；不需要键盘操作的，加 tabindex=\"-1\"。GB/T 37668 对此没有条款。",
             "A button, checkbox, tab or image has no content of its own for a screen reader; when "
             "the keyboard stops at a link or control in it, users do not know what that is. Move "
             "the link or control out, or give the role to the inner element itself; put "
             "tabindex=\"-1\" on what needs no keyboard. GB/T 37668 has no clause for this."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
};

}  // namespace wza::web
