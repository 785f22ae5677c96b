// SPDX-License-Identifier: Apache-2.0
#include "webcheck/a11y/permitted_role.h"

#include "webcheck/a11y/element.h"
#include "webcheck/a11y/name.h"
#include "webcheck/a11y/role.h"
#include "webcheck/spec/permitted_roles.h"

#include <string>

namespace wza::web {
namespace {

bool allows(std::string_view element, Role role) {
  PermittedRoles const *const row = permitted_roles(element);
  return row == nullptr || row->roles.contains(role);
}

Trilean is_named_image(A11yTree const &tree, NodeId n) {
  if (!tree.document().attr_or_empty(n, atom::alt).empty()) return true;
  return accessible_name(tree, n).present;
}

/// Whether the <label> is for a control (HTML, section 4.10.4).
Trilean labels_something(A11yTree const &tree, NodeId n) {
  Document const &document = tree.document();
  auto const is_labelable = [&document](NodeId each) {
    return each.valid() && document.ns(each) == Namespace::html &&
           html_element(document.tag(each)).labelable;
  };
  if (auto const target = document.attr(n, atom::for_)) {
    return is_labelable(document.by_id(*target));
  }
  for (NodeId each{n.value + 1}; each < document.subtree_end(n); ++each.value) {
    if (!tree.spend()) return Trilean::unknown();
    if (document.is_element(each) && is_labelable(each)) return true;
  }
  return false;
}

bool has_figcaption(Document const &document, NodeId n) {
  for (NodeId c = document.first_child(n); c.valid(); c = document.next_sibling(c)) {
    if (document.is(c, atom::figcaption)) return true;
  }
  return false;
}

std::string_view input_key(Document const &document, NodeId n, std::string &storage) {
  std::string_view const type = input_type(document, n);
  bool const lists =
      type == "text" || type == "search" || type == "tel" || type == "url" || type == "email";
  if (lists && document.has_attr(n, atom::list)) return "input[list]";
  storage.assign("input[type=").append(type).append("]");
  Atom const pressed = document.find_atom("aria-pressed");
  if (type == "checkbox" && pressed != atom::none && document.has_attr(n, pressed)) {
    storage += "[aria-pressed]";
  }
  return storage;
}

}  // namespace

Trilean may_have_role(A11yTree const &tree, NodeId n, Role role) {
  Document const &document = tree.document();
  Role const own = tree.implicit_role(n);
  if (role == own) return true;
  Atom const tag = document.tag(n);
  std::string_view const name = document.tag_name(n);
  std::string storage;
  if (tag == atom::a) return !document.has_attr(n, atom::href) || allows("a[href]", role);
  if (tag == atom::area) {
    return allows(document.has_attr(n, atom::href) ? "area[href]" : "area", role);
  }
  if (tag == atom::img) {
    Trilean const named = is_named_image(tree, n);
    return (named && Trilean(allows("img[alt]", role))) || (!named && Trilean(allows("img", role)));
  }
  if (tag == atom::input) return allows(input_key(document, n, storage), role);
  if (tag == atom::select) {
    return allows(own == Role::listbox ? "select[multiple]" : "select", role);
  }
  if (tag == atom::figure) {
    return !has_figcaption(document, n) || allows("figure[figcaption]", role);
  }
  if (tag == atom::label) return !labels_something(tree, n) || Trilean(allows("label[for]", role));
  if (tag == atom::summary) return !tree.details_button(n) || allows(name, role);
  // Items outside of a list, and rows and cells of what is no table, have nothing to lose.
  bool const part = tag == atom::li || tag == atom::td || tag == atom::th || tag == atom::tr;
  if (part && (own == Role::generic || is_presentational(own))) return true;
  return allows(name, role);
}

}  // namespace wza::web
