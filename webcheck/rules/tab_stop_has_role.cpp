// SPDX-License-Identifier: Apache-2.0
// An element where the Tab key stops says by its role what it is. A best practice (axe-core: focus-
// order-semantics): WCAG 2.2 SC 4.1.2 is broken only where the element can be operated. Elements
// that scroll are left alone, custom elements undecided.
#include "webcheck/a11y/tree.h"
#include "webcheck/css/computed.h"
#include "webcheck/rule.h"
#include "webcheck/rules/ownership.h"
#include "webcheck/rules/targets.h"

#include <array>
#include <string>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { has_role, scrolls, no_role, perhaps };
constexpr std::array<Message, 4> kMessages{{
    {"has_role",
     {"元素有角色，读屏软件说得出它是什么", "The element has a role that tells what it is"}},
    {"scrolls",
     {"元素可以滚动，能聚焦才能用键盘滚动", "The element scrolls, which needs the focus"}},
    {"no_role",
     {"Tab 键停在这个 <{}> 上，读屏软件却说不出它是什么",
      "The Tab key stops at this <{}>, but a screen reader cannot tell what it is"}},
    {"perhaps",
     {"Tab 键停在这个 <{}> 上；它可能可以滚动，或由脚本给出角色，请核对",
      "The Tab key stops at this <{}>; it may scroll or get its role from a script, check it"},
     {"读屏软件说得出这个元素是什么控件，或者它是一块需要滚动的内容吗？",
      "Does a screen reader say what kind of control this is, or is it content that has to be "
      "scrolled?"}},
}};

constexpr std::array<People, 2> kPeople{People::blind, People::motor};

bool is_plain(Role role) {
  return role == Role::generic || role == Role::paragraph || role == Role::heading;
}

/// Whether its content can be scrolled, as far as style tells.
Trilean may_scroll(Page const &page, NodeId n) {
  if (page.styles().empty()) return Trilean::unknown();
  ComputedStyle const &style = page.styles()[n];
  auto const scrolls = [](Known<Overflow> const &overflow) {
    return overflow.is(Overflow::scroll) || overflow.is(Overflow::auto_);
  };
  return scrolls(style.overflow_x) || scrolls(style.overflow_y);
}

void applicable(Page const &page, Targets &targets) {
  Document const &document = page.dom();
  add_with_attr(page, targets, atom::tabindex, [&](NodeId n) {
    if (document.ns(n) != Namespace::html || document.is(n, atom::body)) return Trilean(false);
    bool const other =
        document.has_attr(n, atom::contenteditable) || page.a11y().role(n) == Role::no_role;
    return other ? Trilean(false) : page.a11y().tab_stop(n);
  });
}

Verdict expect(Page const &page, NodeId n) {
  if (!is_plain(page.a11y().role(n))) return passed(Msg::has_role);
  Trilean const scrolls = may_scroll(page, n);
  if (scrolls.is_true()) return passed(Msg::scrolls);
  std::string tag(page.dom().tag_name(n));
  bool const doubt = scrolls.is_unknown() || is_custom_element(page.dom(), n);
  return doubt ? cant_tell(Msg::perhaps, std::move(tag)) : failed(Msg::no_role, std::move(tag));
}

}  // namespace

extern Rule const tab_stop_has_role;
constinit Rule const tab_stop_has_role{
    .id = "tab-stop-has-role",
    .act = {},
    .basis = {},
    .severity = Severity::moderate,
    .needs = Needs::dom,
    .kind = Kind::best_practice,
    .people = kPeople,
    .title = {"能用 Tab 键走到的元素应当有角色", "What the Tab key stops at should have a role"},
    .help = {"读屏用户按 Tab 停在一段没有角色的内容上，不知道能做什么。能操作的请改用 <button>、<a "
             "href>，或写上 role；只是文字的，去掉 tabindex：读屏软件不靠 Tab 也能读到。",
             "Screen reader users who come by Tab to content without a role do not know what they "
             "can do there. Use a <button> or <a href>, or give what can be operated a role; take "
             "the tabindex from mere text: a screen reader reads it without."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
};

}  // namespace wza::web
