// SPDX-License-Identifier: Apache-2.0
#include "webcheck/a11y/role.h"

#include "db/base/ascii.h"
#include "db/base/text.h"
#include "webcheck/a11y/element.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace wza::web {
namespace {

struct InputRole {
  std::string_view type;
  Role role;
};
// HTML-AAM: the types without a role of their own are exposed as fields of their kind.
constexpr std::array<InputRole, 22> kInputRoles{{
    {"text", Role::textbox},     {"button", Role::button},    {"checkbox", Role::checkbox},
    {"color", Role::no_role},    {"date", Role::no_role},     {"datetime-local", Role::no_role},
    {"email", Role::textbox},    {"file", Role::no_role},     {"hidden", Role::no_role},
    {"image", Role::button},     {"month", Role::no_role},    {"number", Role::spinbutton},
    {"password", Role::no_role}, {"radio", Role::radio},      {"range", Role::slider},
    {"reset", Role::button},     {"search", Role::searchbox}, {"submit", Role::button},
    {"tel", Role::textbox},      {"time", Role::no_role},     {"url", Role::textbox},
    {"week", Role::no_role},
}};

InputRole const &input_row(Document const &document, NodeId n) {
  std::string_view const type = document.attr_or_empty(n, atom::type);
  auto const row = std::ranges::find_if(
      kInputRoles, [type](InputRole const &each) { return ascii_iequals(each.type, type); });
  return row == kInputRoles.end() ? kInputRoles.front() : *row;
}

Role role_of_input(Document const &document, NodeId n) {
  Role const role = input_row(document, n).role;
  if (role != Role::textbox && role != Role::searchbox) return role;
  NodeId const list = document.by_id(document.attr_or_empty(n, atom::list));
  return list.valid() && document.is(list, atom::datalist) ? Role::combobox : role;
}

Role role_of_select(Document const &document, NodeId n) {
  if (document.has_attr(n, atom::multiple)) return Role::listbox;
  std::string_view const size = document.attr_or_empty(n, atom::size);
  int shown = 0;
  std::from_chars(size.data(), size.data() + size.size(), shown);
  return shown > 1 ? Role::listbox : Role::combobox;
}

Role role_of_image(Document const &document, NodeId n) {
  auto const alt = document.attr(n, atom::alt);
  if (!alt || !alt->empty()) return Role::img;
  bool const labelled = !trimmed(document.attr_or_empty(n, atom::aria_label)).empty() ||
                        !trimmed(document.attr_or_empty(n, atom::aria_labelledby)).empty();
  return labelled ? Role::img : Role::none;
}

Role role_in_table(Document const &document, NodeId n, Role role, Role table) {
  if (table == Role::no_role) return Role::generic;
  if (is_presentational(table)) return Role::none;
  bool const grid = is_a(table, Role::grid);
  if (!grid && table != Role::table) return Role::generic;
  if (role == Role::cell && grid) return Role::gridcell;
  if (role == Role::columnheader) {
    std::string_view const scope = document.attr_or_empty(n, atom::scope);
    if (ascii_iequals(scope, "row") || ascii_iequals(scope, "rowgroup")) return Role::rowheader;
  }
  return role;
}

Role role_in_list(Role parent) {
  if (is_presentational(parent)) return Role::none;
  return is_a(parent, Role::list) ? Role::listitem : Role::generic;
}

Role svg_role(Document const &document, NodeId n) {
  Atom const tag = document.tag(n);
  if (tag == atom::svg) return Role::graphics_document;
  if (tag == atom::image) return Role::img;
  if (tag == atom::a) {
    bool const leads = document.has_attr(n, atom::href) || document.has_attr(n, atom::xlink_href);
    return leads ? Role::link : Role::generic;
  }
  return Role::no_role;
}

}  // namespace

Role explicit_role(Document const &document, NodeId n) {
  std::string_view const value = document.attr_or_empty(n, atom::role);
  for (std::size_t at = value.find_first_not_of(kHtmlSpaces); at != std::string_view::npos;) {
    std::size_t const end = std::min(value.find_first_of(kHtmlSpaces, at), value.size());
    auto const role = find_role(value.substr(at, end - at));
    if (role == Role::image) return Role::img;
    if (role == Role::presentation) return Role::none;
    if (role && is_concrete(*role)) return *role;
    at = value.find_first_not_of(kHtmlSpaces, end);
  }
  return Role::no_role;
}

Role implicit_role(Document const &document, NodeId n, RoleContext const &context, bool named) {
  if (document.ns(n) == Namespace::svg) return svg_role(document, n);
  if (document.ns(n) == Namespace::mathml) {
    return document.tag(n) == atom::math ? Role::math : Role::no_role;
  }
  HtmlElement const &row = html_element(document.tag(n));
  auto const role_if = [&row](bool condition) { return condition ? row.role : Role::generic; };
  switch (row.condition) {
    case RoleCondition::always:
      return row.role;
    case RoleCondition::has_href:
      return role_if(document.has_attr(n, atom::href));
    case RoleCondition::not_sectioned:
      return role_if(!context.sectioned);
    case RoleCondition::aside:
      return role_if(!context.in_sectioning || named);
    case RoleCondition::named:
      return role_if(named);
    case RoleCondition::image:
      return role_of_image(document, n);
    case RoleCondition::input:
      return role_of_input(document, n);
    case RoleCondition::select:
      return role_of_select(document, n);
    case RoleCondition::in_list:
      return role_in_list(context.parent);
    case RoleCondition::in_table:
      return role_in_table(document, n, row.role, context.table);
    case RoleCondition::in_select:
      return role_if(context.in_select);
  }
  return row.role;
}

bool has_global_aria(Document const &document, NodeId n) {
  return std::ranges::any_of(document.attributes(n), [&document](Attribute const &attribute) {
    std::string_view const name = document.name(attribute.name);
    if (!name.starts_with("aria-")) return false;
    auto const known = find_aria_attribute(name);
    return known && info(*known).global;
  });
}

std::string_view input_type(Document const &document, NodeId n) {
  return input_row(document, n).type;
}

bool is_image_button(Document const &document, NodeId n) {
  return document.is(n, atom::input) && input_type(document, n) == "image";
}

}  // namespace wza::web
