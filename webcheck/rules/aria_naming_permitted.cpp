// SPDX-License-Identifier: Apache-2.0
// Names and role descriptions stand only on elements whose role may have them. ACT kb1m8s; WAI-ARIA
// 1.2, section 5.2.8.6, and the 1.3 draft for braille; a best practice: no WCAG criterion and no
// clause of GB/T 37668 asks for it. Deviation: where browsers or HTML-AAM differ about the role
// (page headers and footers, editable and custom elements) it is not decided.
#include "webcheck/a11y/role.h"
#include "webcheck/rule.h"
#include "webcheck/rules/mend.h"
#include "webcheck/rules/ownership.h"

#include <array>
#include <string>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { permitted, prohibited, perhaps };
constexpr std::array<Message, 3> kMessages{{
    {"permitted",
     {"元素的角色允许它的 aria- 属性", "The role of the element allows its aria- attributes"}},
    {"prohibited",
     {"元素的角色不允许这些属性，读屏软件可能不读：{}",
      "The role of the element does not allow these, and screen readers may not read them: {}"}},
    {"perhaps",
     {"元素的角色可能不允许这些属性，请用读屏软件核对：{}",
      "The role of the element may not allow these; check with a screen reader: {}"}},
}};

constexpr std::array<std::string_view, 1> kAct{"kb1m8s"};
constexpr std::span<std::string_view const> kWcag;

bool is_prohibited(Role role, AriaAttribute attribute) {
  switch (attribute) {
    case AriaAttribute::label:
    case AriaAttribute::labelledby:
    case AriaAttribute::braillelabel:
      return info(role).name_from == NameFrom::prohibited;
    case AriaAttribute::roledescription:
    case AriaAttribute::brailleroledescription:
      return role == Role::generic || is_presentational(role);
    default:
      return false;
  }
}

bool is_new(AriaAttribute attribute) {
  return attribute == AriaAttribute::braillelabel ||
         attribute == AriaAttribute::brailleroledescription;
}

bool has_explicit_none(A11yTree const &tree, NodeId n) {
  return is_presentational(tree.explicit_role(n)) && tree.focusable(n).is_false();
}

/// True where the role is not as certain as the tables have it.
bool has_doubtful_role(A11yTree const &tree, NodeId n) {
  Document const &document = tree.document();
  if (is_custom_element(document, n) || document.has_attr(n, atom::contenteditable)) return true;
  if (tree.explicit_role(n) != Role::no_role) return false;
  Atom const tag = document.tag(n);
  return info(tree.role(n)).kind == RoleKind::aria13 || tag == atom::header ||
         tag == atom::footer || tag == atom::body || tag == atom::li || tag == atom::optgroup ||
         tag == atom::aside || tag == atom::td || tag == atom::th || tag == atom::tr;
}

void applicable(Page const &page, Targets &targets) {
  Document const &document = page.dom();
  A11yTree const &tree = page.a11y();
  for (NodeId const n : document.with_aria()) {
    if (document.ns(n) == Namespace::mathml) continue;
    if (!has_telling_global_aria(document, n)) continue;
    // `none` itself keeps what it stands on out of the tree, but for these very attributes.
    bool const none = is_presentational(tree.role(n));
    targets.add(n, none ? !tree.hidden(n) : tree.included(n));
  }
}

Verdict expect(Page const &page, NodeId n) {
  Document const &document = page.dom();
  A11yTree const &tree = page.a11y();
  bool const none = has_explicit_none(tree, n);
  bool doubt = has_doubtful_role(tree, n);
  bool sure = false;
  std::string wrong;
  for (Attribute const &attribute : document.attributes(n)) {
    auto const known = find_aria_attribute(document.name(attribute.name));
    if (!known || trimmed(attribute.value).empty()) continue;
    bool const by_none = none && is_prohibited(Role::none, *known);
    if (!by_none && !is_prohibited(tree.role(n), *known)) continue;
    // Of an old attribute browsers still take that it undoes `none`.
    sure = sure || !by_none || is_new(*known);
    wrong.append(wrong.empty() ? "" : ", ").append(info(*known).name);
  }
  if (wrong.empty()) return passed(Msg::permitted);
  doubt = doubt || !sure;
  return doubt ? cant_tell(Msg::perhaps, std::move(wrong))
               : failed(Msg::prohibited, std::move(wrong));
}

std::string mend(Page const &page, NodeId n) {
  StartTag tag(page.dom(), n);
  bool const none = has_explicit_none(page.a11y(), n);
  for (Attribute const &attribute : page.dom().attributes(n)) {
    std::string_view const name = page.dom().name(attribute.name);
    auto const known = find_aria_attribute(name);
    if (!known) continue;
    bool const wrong =
        is_prohibited(page.a11y().role(n), *known) || (none && is_prohibited(Role::none, *known));
    if (wrong) tag.remove(name);
  }
  return tag.str();
}

}  // namespace

extern Rule const aria_naming_permitted;
constinit Rule const aria_naming_permitted{
    .id = "aria-naming-permitted",
    .act = kAct,
    .basis = {.wcag = kWcag, .gbt37668 = {}},
    .severity = Severity::moderate,
    .needs = Needs::dom,
    .title = {"aria-label 等属性只能用在允许命名的元素上",
              "aria-label and the like must stand only on elements that may have a name"},
    .help = {"普通的 <div>、<span>、<p> 等不能有名称，多数读屏软件不读写在上面的 aria-label，用户就"
             "听不到这些内容。请把内容写成看得见的文字；是图标就写 role=\"img\"；是一组内容就用 "
             "<section> 或 role=\"group\"；是控件就改用 <button> 等元素。WCAG 和 GB/T 37668 对此没"
             "有直接的条款。",
             "A plain <div>, <span> or <p> has no name, and most screen readers do not read an "
             "aria-label on it. Write it as visible text; use role=\"img\" for an icon, <section> "
             "or role=\"group\" for a group of things, and <button> and the like for controls. "
             "Neither WCAG nor GB/T 37668 has a clause of its own for this."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
    .mend = mend,
};

}  // namespace wza::web
