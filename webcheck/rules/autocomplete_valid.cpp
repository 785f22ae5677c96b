// SPDX-License-Identifier: Apache-2.0
// The autocomplete attribute of a field has a value of HTML's autofill grammar. ACT 73f2c2; WCAG
// 2.2 SC 1.3.5; GB/T 37668 has no clause for it. Deviation: words by which authors try to switch
// autofill off ("false", "nope") say nothing about the user: cannot tell.
#include "webcheck/a11y/focus.h"
#include "webcheck/a11y/role.h"
#include "webcheck/a11y/tree.h"
#include "webcheck/rule.h"
#include "webcheck/rules/mend.h"
#include "webcheck/spec/autofill.h"

#include <array>
#include <string>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { valid, invalid, switched_off };
constexpr std::array<Message, 3> kMessages{{
    {"valid", {"autocomplete 的值有效", "The value of autocomplete is valid"}},
    {"invalid", {"autocomplete=\"{}\" 不是有效的值", "autocomplete=\"{}\" is not a valid value"}},
    {"switched_off",
     {"autocomplete=\"{}\" 不是有效的值；如果只是想关闭自动填写，请写 autocomplete=\"off\"",
      "autocomplete=\"{}\" is not a valid value; write autocomplete=\"off\" if autofill is only to "
      "be switched off"}},
}};

constexpr std::array<std::string_view, 1> kAct{"73f2c2"};
constexpr std::array<std::string_view, 1> kWcag{"1.3.5"};

bool is_fixed(Document const &document, NodeId n) {
  if (!document.is(n, atom::input)) return false;
  std::string_view const type = input_type(document, n);
  return type == "hidden" || type == "button" || type == "submit" || type == "reset";
}

void applicable(Page const &page, Targets &targets) {
  Document const &document = page.dom();
  A11yTree const &tree = page.a11y();
  for (Atom const tag : {atom::input, atom::select, atom::textarea}) {
    for (NodeId const n : document.by_tag(tag)) {
      if (!document.is(n, tag) || is_fixed(document, n) || tree.disabled(n)) continue;
      Autofill const kind = autofill_of(document.attr_or_empty(n, atom::autocomplete));
      if (kind == Autofill::none || kind == Autofill::on_or_off) continue;
      if (ascii_iequals(document.attr_or_empty(n, atom::aria_disabled), "true")) continue;
      Trilean const used =
          Trilean(is_a(tree.role(n), Role::widget)) || tree.tab_stop(n) ||
          Trilean(tree.role(n) == Role::no_role && tabindex(document, n).value_or(0) >= 0);
      targets.add(n, used && (tree.visible(n) || !tree.hidden(n)));
    }
  }
}

Verdict expect(Page const &page, NodeId n) {
  std::string value(trimmed(page.dom().attr_or_empty(n, atom::autocomplete)));
  switch (autofill_of(value)) {
    case Autofill::invalid:
      return failed(Msg::invalid, std::move(value));
    case Autofill::switching_word:
      return cant_tell(Msg::switched_off, std::move(value));
    default:
      return passed(Msg::valid);
  }
}

std::string mend(Page const &page, NodeId n) {
  return with_attr(page, n, "autocomplete", gap("用途，如 name、tel、street-address"));
}

}  // namespace

extern Rule const autocomplete_valid;
constinit Rule const autocomplete_valid{
    .id = "autocomplete-valid",
    .act = kAct,
    .basis = {.wcag = kWcag, .gbt37668 = {}},
    .severity = Severity::moderate,
    .needs = Needs::dom,
    .title = {"autocomplete 属性的值必须有效",
              "The autocomplete attribute must have a valid value"},
    .help =
        {"填写本人姓名、电话、地址等信息的输入框，浏览器靠 autocomplete 自动填写，记忆或书写困难"
         "的人尤其需要。值写错了就不起作用。请改用 HTML 规定的值，例如 name、tel、email、"
         "street-address；不是本人信息的，去掉这个属性。GB/T 37668 对此没有条款。",
         "By autocomplete browsers fill in the user's own name, telephone number or address, "
         "which helps people who find it hard to remember or to write. A wrong value does "
         "nothing. Use the values of HTML such as name, tel, email or street-address; remove "
         "the attribute from fields that are not about the user. GB/T 37668 has no clause for "
         "this."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
    .mend = mend,
};

}  // namespace wza::web
