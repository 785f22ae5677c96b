// SPDX-License-Identifier: Apache-2.0
// ARIA states and properties stand only on elements whose role supports them. ACT 5c01ea; WCAG 2.2
// SC 4.1.2 may be met all the same; GB/T 37668 has no clause for it. Attributes that HTML allows on
// an element without a role of its own (ARIA in HTML, section 4) are permitted there. Names on
// elements that may have none are the matter of aria-naming-permitted.
#include "webcheck/a11y/role.h"
#include "webcheck/rule.h"
#include "webcheck/rules/mend.h"
#include "webcheck/rules/ownership.h"

#include <array>
#include <string>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { permitted, not_permitted, custom_element };
constexpr std::array<Message, 3> kMessages{{
    {"permitted",
     {"aria- 属性都是元素的角色支持的", "The role supports all aria- attributes of the element"}},
    {"not_permitted",
     {"元素的角色不支持这些属性：{}", "The role of the element does not support: {}"}},
    {"custom_element",
     {"自定义元素的角色由脚本决定，请在浏览器中核对属性：{}",
      "A script decides on the role of a custom element; check in a browser: {}"}},
}};

constexpr std::array<std::string_view, 1> kAct{"5c01ea"};
constexpr std::array<std::string_view, 1> kWcag{"4.1.2"};

/// Of WAI-ARIA 1.3 alone: tables of what supports it are still being written.
bool is_draft(AriaAttribute attribute) {
  return attribute == AriaAttribute::colindextext || attribute == AriaAttribute::rowindextext;
}

/// The role whose attributes HTML allows on an element that has none of its own.
Role role_by_html(Document const &document, NodeId n) {
  if (document.is(n, atom::summary)) return Role::button;
  if (!document.is(n, atom::input)) return Role::no_role;
  std::string_view const type = input_type(document, n);
  return type == "hidden" || type == "color" ? Role::no_role : Role::textbox;
}

bool is_permitted(A11yTree const &tree, NodeId n, AriaAttribute attribute) {
  Document const &document = tree.document();
  Role const role = tree.role(n);
  if (is_draft(attribute) || supports(role, attribute)) return true;
  // A scripted drop-down of options, or one that HTML makes: ARIA in HTML allows both.
  if (role == Role::combobox && document.is(n, atom::select)) {
    return supports(Role::listbox, attribute);
  }
  return role == Role::no_role && supports(role_by_html(document, n), attribute);
}

void applicable(Page const &page, Targets &targets) {
  Document const &document = page.dom();
  A11yTree const &tree = page.a11y();
  for (NodeId const n : document.with_aria()) {
    if (document.ns(n) == Namespace::mathml) continue;
    bool const aria = std::ranges::any_of(document.attributes(n), [&](Attribute const &attribute) {
      return find_aria_attribute(document.name(attribute.name)).has_value();
    });
    if (aria) targets.add(n, tree.included(n));
  }
}

Verdict expect(Page const &page, NodeId n) {
  Document const &document = page.dom();
  std::string wrong;
  for (Attribute const &attribute : document.attributes(n)) {
    auto const known = find_aria_attribute(document.name(attribute.name));
    if (!known || is_permitted(page.a11y(), n, *known)) continue;
    wrong.append(wrong.empty() ? "" : ", ").append(info(*known).name);
  }
  if (wrong.empty()) return passed(Msg::permitted);
  bool const custom =
      is_custom_element(document, n) && page.a11y().explicit_role(n) == Role::no_role;
  return custom ? cant_tell(Msg::custom_element, std::move(wrong))
                : failed(Msg::not_permitted, std::move(wrong));
}

std::string mend(Page const &page, NodeId n) {
  StartTag tag(page.dom(), n);
  for (Attribute const &attribute : page.dom().attributes(n)) {
    std::string_view const name = page.dom().name(attribute.name);
    auto const known = find_aria_attribute(name);
    if (known && !is_permitted(page.a11y(), n, *known)) tag.remove(name);
  }
  return tag.str();
}

}  // namespace

extern Rule const aria_attr_permitted;
constinit Rule const aria_attr_permitted{
    .id = "aria-attr-permitted",
    .act = kAct,
    .basis = {.wcag = kWcag, .gbt37668 = {}},
    .severity = Severity::moderate,
    .needs = Needs::dom,
    .title = {"aria- 属性必须是元素的角色所支持的",
              "An aria- attribute must be one that the role of its element supports"},
    .help = {"角色不支持的属性会被忽略，读屏用户得不到它表示的状态，例如普通 <div> 上的 "
             "aria-expanded。请把属性移到真正的控件上（例如展开内容的 <button>），或给元素写上支持"
             "它的 role，否则去掉属性。WCAG 4.1.2 在状态另有表达时不算违反；GB/T 37668 对此没有条款"
             "。",
             "An attribute that the role does not support is ignored, so that screen reader users "
             "do not get the state it stands for: aria-expanded on a plain <div>, say. Move it to "
             "the control itself (the <button> that opens the content), give the element a role "
             "that supports it, or remove it. WCAG 4.1.2 is not broken where the state is told in "
             "another way; GB/T 37668 has no clause for this."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
    .mend = mend,
};

}  // namespace wza::web
