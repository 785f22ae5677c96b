// SPDX-License-Identifier: Apache-2.0
// What is marked as decorative (alt="", role none or presentation) is not exposed all the same by
// focus or by a global ARIA attribute. ACT 46ca7f. Good practice: no WCAG criterion asks for it,
// and GB/T 37668 3.3.1.3 asks it of apps alone. Deviation: where browsers differ (empty attributes,
// elements without a role to lose, images with alt="" that take the focus) it is not decided.
#include "webcheck/a11y/name.h"
#include "webcheck/a11y/role.h"
#include "webcheck/a11y/tree.h"
#include "webcheck/rule.h"

#include <algorithm>
#include <array>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { not_exposed, focusable, described, perhaps };
constexpr std::array<Message, 4> kMessages{{
    {"not_exposed", {"装饰性元素没有暴露给读屏软件", "The decorative element is not exposed"}},
    {"focusable",
     {"元素标记为装饰，但能获得焦点，所以标记无效",
      "The element is marked as decorative but can take the focus, which undoes the mark"}},
    {"described",
     {"元素标记为装饰，但写了 {}，所以标记无效",
      "The element is marked as decorative but has {}, which undoes the mark"}},
    {"perhaps",
     {"元素标记为装饰，但各浏览器对它的处理可能不同，请用读屏软件核对",
      "The element is marked as decorative, but browsers may treat it differently; check with a "
      "screen reader"}},
}};

constexpr std::array<std::string_view, 1> kAct{"46ca7f"};

bool has_empty_alt(Document const &document, NodeId n) {
  auto const alt = document.attr(n, atom::alt);
  return document.is(n, atom::img) && alt && alt->empty();
}

/// A global attribute that says something; aria-hidden is none, as it speaks against exposure.
std::string_view telling_attribute(Document const &document, NodeId n) {
  for (Attribute const &attribute : document.attributes(n)) {
    auto const known = find_aria_attribute(document.name(attribute.name));
    if (!known || !info(*known).global || *known == AriaAttribute::hidden) continue;
    if (!trimmed(attribute.value).empty()) return info(*known).name;
  }
  return {};
}

bool has_semantics(Role role) {
  return role != Role::no_role && role != Role::generic && !is_presentational(role);
}

void applicable(Page const &page, Targets &targets) {
  Document const &document = page.dom();
  A11yTree const &tree = page.a11y();
  for (NodeId const n : document.with_attr(atom::role)) {
    bool const marked = is_presentational(tree.explicit_role(n));
    if (marked && document.ns(n) != Namespace::mathml) targets.add(n);
  }
  for (NodeId const n : document.by_tag(atom::img)) {
    if (has_empty_alt(document, n) && tree.explicit_role(n) == Role::no_role) targets.add(n);
  }
}

Verdict expect(Page const &page, NodeId n) {
  Document const &document = page.dom();
  A11yTree const &tree = page.a11y();
  Trilean const hidden = tree.hidden(n);
  bool const focusable = !tree.focusable(n).is_false();
  bool const described = has_global_aria(document, n);
  if (hidden.is_true() || (!focusable && !described)) return passed(Msg::not_exposed);
  if (hidden.is_unknown()) return cant_tell(Msg::perhaps);

  std::string_view const telling = telling_attribute(document, n);
  if (!is_presentational(tree.explicit_role(n))) {  // alt=""
    bool const named = tree.role(n) == Role::img && accessible_name(tree, n).present.is_true();
    return named && !telling.empty() ? failed(Msg::described, std::string(telling))
                                     : cant_tell(Msg::perhaps);
  }
  if (!has_semantics(tree.role(n))) return cant_tell(Msg::perhaps);
  if (tree.focusable(n).is_true()) return failed(Msg::focusable);
  if (telling.empty()) return cant_tell(Msg::perhaps);
  return failed(Msg::described, std::string(telling));
}

}  // namespace

extern Rule const decorative_not_exposed;
constinit Rule const decorative_not_exposed{
    .id = "decorative-not-exposed",
    .act = kAct,
    .basis = {},
    .severity = Severity::minor,
    .needs = Needs::dom,
    .kind = Kind::best_practice,
    .title = {"标记为装饰的元素不得再暴露给读屏软件",
              "What is marked as decorative must not be exposed to assistive technology"},
    .help = {"元素用 alt=\"\" 或 role=\"none\" 标记为装饰，同时又能获得焦点或带有 aria-label 等全局"
             "属性时，浏览器会忽略这个标记。确实是装饰，请去掉 tabindex 和 aria- 属性；不是装饰，请"
             "去掉 role=\"none\"，图片写上 alt。WCAG 对此没有单独的条款。",
             "Browsers ignore alt=\"\" and role=\"none\" on an element that can take the focus or "
             "has aria-label or another global attribute. If it is decoration, remove tabindex "
             "and the aria- attributes; if not, remove role=\"none\" and give an image its alt "
             "text. WCAG has no criterion of its own for this."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
};

}  // namespace wza::web
