// SPDX-License-Identifier: Apache-2.0
// An element whose role needs a context (listitem in list, tab in tablist) stands in it, or is
// given to it by aria-owns. ACT ff89c9; WCAG 2.2 SC 1.3.1; GB/T 37668 has no clause for it.
// Deviation: not decided inside custom elements and for what a script puts into a shadow tree.
#include "webcheck/dom/tokens.h"
#include "webcheck/rule.h"
#include "webcheck/rules/ownership.h"

#include <array>
#include <string>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { in_context, no_context, perhaps, shadow };
constexpr std::array<Message, 4> kMessages{{
    {"in_context", {"元素在它的角色要求的容器里", "The element stands in the context it needs"}},
    {"no_context",
     {"元素不在它的角色要求的容器里，应当放在下列角色之一的元素里：{}",
      "The element lacks the context that its role needs; it belongs into an element with one of "
      "these roles: {}"}},
    {"perhaps",
     {"元素的容器可能由脚本提供，请用读屏软件核对",
      "Scripts may provide the element's context; check with a screen reader"}},
    {"shadow",
     {"aria-owns 指向的元素不在源代码里，脚本可能会添加，请在浏览器中核对",
      "What aria-owns points to is not in the source, but a script may add it; check in a "
      "browser"}},
}};

constexpr std::array<std::string_view, 1> kAct{"ff89c9"};
constexpr std::array<std::string_view, 1> kWcag{"1.3.1"};
constexpr int kMaxSteps = 600;  // browsers nest elements 512 deep at most

bool page_makes_shadow_trees(Document const &document) {
  for (NodeId const script : document.by_tag(atom::script)) {
    NodeId const code = document.first_child(script);
    if (!code.valid() || document.kind(code) != NodeKind::text) continue;
    if (document.text(code).find("attachShadow") != std::string_view::npos) return true;
  }
  return false;
}

bool owns_missing_element(Document const &document, NodeId n) {
  bool missing = false;
  each_token(document.attr_or_empty(n, atom::aria_owns),
             [&](std::string_view id) { missing = missing || !document.by_id(id).valid(); });
  return missing;
}

bool needs_context(A11yTree const &tree, NodeId n) {
  Role const role = tree.explicit_role(n);
  return role == tree.role(n) && role != tree.implicit_role(n) && !info(role).context.empty();
}

void applicable(Page const &page, Targets &targets) {
  Document const &document = page.dom();
  A11yTree const &tree = page.a11y();
  for (NodeId const n : document.with_attr(atom::role)) {
    bool const applies = needs_context(tree, n) && document.ns(n) != Namespace::mathml;
    if (applies) targets.add(n, tree.included(n));
  }
  if (!page_makes_shadow_trees(document)) return;
  for (NodeId const n : document.with_attr(atom::aria_owns)) {
    bool const fresh = !needs_context(tree, n) && document.ns(n) != Namespace::mathml;
    if (fresh && owns_missing_element(document, n)) targets.add(n, tree.included(n));
  }
}

std::string names_of(Few<Role, 4> const &roles) {
  std::string out;
  for (Role const role : roles)
    out.append(out.empty() ? "" : ", ").append(info(role).name);
  return out;
}

Verdict expect(Page const &page, NodeId n) {
  Document const &document = page.dom();
  A11yTree const &tree = page.a11y();
  if (!needs_context(tree, n)) return cant_tell(Msg::shadow);

  RoleInfo const &row = info(tree.role(n));
  bool doubt = row.kind != RoleKind::aria12;
  NodeId at = n;
  for (int step = 0;; ++step) {
    if (step == kMaxSteps || !tree.spend()) return cant_tell(Msg::perhaps);
    NodeId const owner = tree.owner_by_reference(at);
    at = owner.valid() ? owner : document.parent(at);
    if (!at.valid() || !document.is_element(at)) break;
    if (!has_no_semantics(tree, at)) {
      auto const fits = [&](Role context) { return is_a(tree.role(at), context); };
      if (std::ranges::any_of(row.context, fits)) return passed(Msg::in_context);
      break;
    }
    doubt = doubt || is_custom_element(document, at);
    if (has_telling_global_aria(document, at)) break;
    // Browsers differ about generic elements that take the focus.
    doubt = doubt || !tree.focusable(at).is_false();
  }
  return doubt ? cant_tell(Msg::perhaps) : failed(Msg::no_context, names_of(row.context));
}

}  // namespace

extern Rule const role_has_context;
constinit Rule const role_has_context{
    .id = "role-has-context",
    .act = kAct,
    .basis = {.wcag = kWcag, .gbt37668 = {}},
    .severity = Severity::serious,
    .needs = Needs::dom,
    .title = {"元素必须放在它的 role 所要求的容器里",
              "An element must stand in the context that its role requires"},
    .help = {"离开容器，读屏软件读不出“第几项，共几项”，也不会按列表、菜单或表格来操作。请把元素放"
             "进要求的容器，例如 role=\"tab\" 放进 role=\"tablist\"，role=\"listitem\" 放进 "
             "role=\"list\"；中间只能隔着没有角色、没有 aria- 属性的元素。能用 <ul>、<table> 等 "
             "HTML 元素时更简单。GB/T 37668 对此没有条款。",
             "Outside of its context a screen reader cannot say \"2 of 5\" nor work the list, menu "
             "or table as such. Put the element into what it requires (role=\"tab\" into a "
             "role=\"tablist\", role=\"listitem\" into a role=\"list\") with nothing but plain "
             "elements without role and aria- attributes between; <ul>, <table> and the like are "
             "simpler where they will do. GB/T 37668 has no clause for this."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
};

}  // namespace wza::web
