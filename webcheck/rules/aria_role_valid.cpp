// SPDX-License-Identifier: Apache-2.0
// A role attribute has a role that exists. ACT 674b10; WCAG 2.2 SC 1.3.1 and 4.1.2 ask for less
// (the markup's own role may do); GB/T 37668 has no clause for it.
#include "webcheck/a11y/tree.h"
#include "webcheck/rule.h"
#include "webcheck/rules/mend.h"

#include <array>
#include <string>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { valid, unknown };
constexpr std::array<Message, 2> kMessages{{
    {"valid", {"role 的值有效", "The role is valid"}},
    {"unknown",
     {"role=\"{}\" 不是有效的角色，会被忽略", "role=\"{}\" is no valid role and is ignored"}},
}};

constexpr std::array<std::string_view, 1> kAct{"674b10"};
constexpr std::array<std::string_view, 2> kWcag{"1.3.1", "4.1.2"};

void applicable(Page const &page, Targets &targets) {
  Document const &document = page.dom();
  for (NodeId const n : document.with_attr(atom::role)) {
    if (document.ns(n) == Namespace::mathml) continue;
    if (trimmed(document.attr_or_empty(n, atom::role)).empty()) continue;
    targets.add(n, !page.a11y().hidden(n));
  }
}

Verdict expect(Page const &page, NodeId n) {
  if (page.a11y().explicit_role(n) != Role::no_role) return passed(Msg::valid);
  return failed(Msg::unknown, std::string(trimmed(page.dom().attr_or_empty(n, atom::role))));
}

std::string mend(Page const &page, NodeId n) {
  return without_attr(page, n, "role");
}

}  // namespace

extern Rule const aria_role_valid;
constinit Rule const aria_role_valid{
    .id = "aria-role-valid",
    .act = kAct,
    .basis = {.wcag = kWcag, .gbt37668 = {}},
    .severity = Severity::serious,
    .needs = Needs::dom,
    .title = {"role 属性的值必须是有效的角色",
              "The value of a role attribute must be a valid role"},
    .help = {"写错的 role 会被忽略，读屏软件就不知道这个元素是什么。请改成 WAI-ARIA 里有的角色（"
             "如 button、navigation、dialog），或删去 role，改用合适的 HTML 元素。GB/T 37668 对此"
             "没有条款；元素本身的语义够用时，WCAG 也不算违反。",
             "A wrong role is ignored, so that a screen reader does not know what the element "
             "is. Use a role of WAI-ARIA (button, navigation, dialog ...), or remove it and use "
             "the right HTML element. GB/T 37668 has no clause for this; WCAG is not broken "
             "where the element's own meaning will do."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
    .mend = mend,
};

}  // namespace wza::web
