// SPDX-License-Identifier: Apache-2.0
// A form field has an accessible name. ACT e086e5; WCAG 2.2 SC 4.1.2; GB/T 37668 3.2.1.3.
// Fields without a role of their own (password, date, file, ...) are fields as well.
#include "webcheck/rule.h"
#include "webcheck/rules/mend.h"
#include "webcheck/rules/targets.h"

#include <algorithm>
#include <array>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { has_name, no_name, doubtful_name };
constexpr std::array<Message, 3> kMessages{{
    {"has_name", {"字段的名称是“{}”", "The name of the field is \"{}\""}},
    {"no_name",
     {"表单字段没有名称：没有关联的 label，也没有 aria-label 或 title",
      "The form field has no name: no label belongs to it, and it has no aria-label or title"}},
    {"doubtful_name",
     {"名称只可能来自图标字体，或来自不一定显示的内容，请用读屏软件核对",
      "The name may only come from an icon font or from content that may be hidden; check with a "
      "screen reader"}},
}};

constexpr std::array<std::string_view, 1> kAct{"e086e5"};
constexpr std::array<std::string_view, 1> kWcag{"4.1.2"};
constexpr std::array<std::string_view, 1> kGbt37668{"3.2.1.3"};

constexpr std::array kFieldRoles{
    Role::checkbox,      Role::combobox, Role::listbox,   Role::menuitemcheckbox,
    Role::menuitemradio, Role::radio,    Role::searchbox, Role::slider,
    Role::spinbutton,    Role::switch_,  Role::textbox,
};

/// True for an <input> without a role too.
bool is_field(Role role) {
  return role == Role::no_role || std::ranges::find(kFieldRoles, role) != kFieldRoles.end();
}

void applicable(Page const &page, Targets &targets) {
  A11yTree const &tree = page.a11y();
  each_of_roles(page, is_field, [&](NodeId n) {
    bool const field = tree.role(n) != Role::no_role || page.dom().is(n, atom::input);
    if (field && page.dom().ns(n) == Namespace::html) targets.add(n, tree.included(n));
  });
}

Verdict expect(Page const &page, NodeId n) {
  return judge_name<Msg>(page, n);
}

std::string mend(Page const &page, NodeId n) {
  if (!page.dom().is(n, atom::input)) return with_attr(page, n, "aria-label", gap("填什么"));
  return "<label>" + gap("填什么") + StartTag(page.dom(), n).str() + "</label>";
}

}  // namespace

extern Rule const form_field_has_name;
constinit Rule const form_field_has_name{
    .id = "form-field-has-name",
    .act = kAct,
    .basis = {.wcag = kWcag, .gbt37668 = kGbt37668},
    .severity = Severity::critical,
    .needs = Needs::dom,
    .title = {"表单字段必须有能读出来的名称", "A form field must have a name that can be read out"},
    .help = {"读屏用户走到这个字段时，不知道该填什么。请写 <label for=\"字段的 id\">名称</label>"
             "，或把字段放进 <label>；界面上没有位置放标签时加 aria-label。只在字段旁边写文字、不"
             "用 label 关联是不够的。",
             "Screen reader users who come to this field do not know what to enter. Write <label "
             "for=\"id of the field\">Name</label> or put the field into a <label>; where there "
             "is no room for one, add an aria-label. Text beside the field that no label ties to "
             "it is not enough."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
    .mend = mend,
};

}  // namespace wza::web
