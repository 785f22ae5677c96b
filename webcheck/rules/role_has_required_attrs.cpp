// SPDX-License-Identifier: Apache-2.0
// An element with a role has the states and properties that the role requires. ACT 4e8ab6; WCAG 2.2
// SC 1.3.1 and 4.1.2 ask for less (browsers assume defaults); GB/T 37668 has no clause for it.
// Native states count: the `checked` of an <input type=checkbox role=switch>.
#include "webcheck/a11y/role.h"
#include "webcheck/a11y/tree.h"
#include "webcheck/rule.h"
#include "webcheck/rules/mend.h"

#include <array>
#include <string>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { complete, missing, collapsed };
constexpr std::array<Message, 3> kMessages{{
    {"complete", {"角色要求的属性齐全", "All required attributes are there"}},
    {"missing", {"缺少角色必需的属性：{}", "Attributes that the role requires are missing: {}"}},
    {"collapsed",
     {"收起的组合框没有 aria-controls，展开后可能会有，请在浏览器中核对",
      "The closed combobox has no aria-controls; it may get one when it opens, check in a "
      "browser"}},
}};

constexpr std::array<std::string_view, 1> kAct{"4e8ab6"};
constexpr std::array<std::string_view, 2> kWcag{"1.3.1", "4.1.2"};

/// What authors must give: required attributes, but for those with a default (WAI-ARIA 1.2, section
/// 5.2.2 and the implicit values of option and tab). A separator that can be focused is a widget.
Few<AriaAttribute, 2> required_of(Role role, bool focusable) {
  if (role == Role::option || role == Role::treeitem) return {};
  if (role == Role::separator && focusable) return {AriaAttribute::valuenow};
  return info(role).required;
}

bool has_value(Document const &document, NodeId n, AriaAttribute attribute) {
  Atom const name = document.find_atom(info(attribute).name);
  return name != atom::none && !trimmed(document.attr_or_empty(n, name)).empty();
}

/// HTML-AAM, section 3.5: states of HTML that say the same.
bool has_native(Document const &document, NodeId n, AriaAttribute attribute) {
  if (document.ns(n) != Namespace::html) return false;
  Atom const tag = document.tag(n);
  bool const input = tag == atom::input;
  std::string_view const type = input ? input_type(document, n) : std::string_view();
  switch (attribute) {
    case AriaAttribute::checked:
      return type == "checkbox" || type == "radio";
    case AriaAttribute::level:
      return tag.value >= atom::h1.value && tag.value <= atom::h6.value;
    case AriaAttribute::valuenow:
      return type == "range" || type == "number" || tag == atom::meter || tag == atom::progress;
    case AriaAttribute::expanded:
    case AriaAttribute::controls:
      return tag == atom::select;
    default:
      return false;
  }
}

void applicable(Page const &page, Targets &targets) {
  A11yTree const &tree = page.a11y();
  Document const &document = page.dom();
  for (NodeId const n : document.with_attr(atom::role)) {
    if (document.ns(n) == Namespace::mathml) continue;
    Role const role = tree.explicit_role(n);
    if (role == Role::no_role || role != tree.role(n) || role == tree.implicit_role(n)) continue;
    targets.add(n, tree.included(n));
  }
}

Verdict expect(Page const &page, NodeId n) {
  A11yTree const &tree = page.a11y();
  Role const role = tree.role(n);
  std::string missing;
  bool controls_missing = false;
  for (AriaAttribute const attribute : required_of(role, !tree.focusable(n).is_false())) {
    if (has_value(page.dom(), n, attribute) || has_native(page.dom(), n, attribute)) continue;
    controls_missing = attribute == AriaAttribute::controls;
    missing.append(missing.empty() ? "" : ", ").append(info(attribute).name);
  }
  if (missing.empty()) return passed(Msg::complete);
  bool const collapsed = !ascii_iequals(page.dom().attr_or_empty(n, atom::aria_expanded), "true");
  if (role == Role::combobox && controls_missing && collapsed && missing == "aria-controls") {
    return cant_tell(Msg::collapsed);
  }
  return failed(Msg::missing, std::move(missing));
}

std::string mend(Page const &page, NodeId n) {
  A11yTree const &tree = page.a11y();
  StartTag tag(page.dom(), n);
  for (AriaAttribute const attribute : required_of(tree.role(n), !tree.focusable(n).is_false())) {
    if (has_value(page.dom(), n, attribute) || has_native(page.dom(), n, attribute)) continue;
    tag.set(info(attribute).name, gap("现在的值"));
  }
  return tag.str();
}

}  // namespace

extern Rule const role_has_required_attrs;
constinit Rule const role_has_required_attrs{
    .id = "role-has-required-attrs",
    .act = kAct,
    .basis = {.wcag = kWcag, .gbt37668 = {}},
    .severity = Severity::serious,
    .needs = Needs::dom,
    .title = {"元素的 role 所要求的状态和属性必须齐全",
              "An element must have the states and properties that its role requires"},
    .help = {"缺少必需的属性时，读屏软件读不出状态，例如复选框是否选中。请补上，例如 "
             "role=\"checkbox\" 要有 aria-checked，role=\"heading\" 要有 aria-level；更好的办法是"
             "直接用 <input type=\"checkbox\">、<h2> 等 HTML 元素。GB/T 37668 对此没有条款；浏览"
             "器补上的默认值够用时，WCAG 也不算违反。",
             "Without them a screen reader cannot tell the state: whether a checkbox is checked, "
             "for one. Add them (role=\"checkbox\" needs aria-checked, role=\"heading\" needs "
             "aria-level), or better, use <input type=\"checkbox\">, <h2> and the like. GB/T "
             "37668 has no clause for this; WCAG is not broken where the default of browsers "
             "will do."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
    .mend = mend,
};

}  // namespace wza::web
