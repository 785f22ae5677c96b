// SPDX-License-Identifier: Apache-2.0
// Pseudo-classes that the document's own attributes decide (HTML, section 4.16.3), as the page is
// when it has just been loaded.
#include "db/base/text.h"
#include "webcheck/dom/selector_match.h"

#include <algorithm>

namespace wza::web {
namespace {

bool is_form_control(Document const &d, NodeId n) {
  return d.is(n, atom::button) || d.is(n, atom::input) || d.is(n, atom::select) ||
         d.is(n, atom::textarea) || d.is(n, atom::fieldset) || d.is(n, atom::optgroup) ||
         d.is(n, atom::option);
}

std::string input_type(Document const &d, NodeId n) {
  return ascii_lower(d.attr_or_empty(n, atom::type));
}

/// HTML, section 4.10.19.5: disabled by itself, its fieldset or its optgroup.
bool is_disabled(Document const &d, NodeId n, std::uint64_t &cost) {
  if (!is_form_control(d, n)) return false;
  if (d.has_attr(n, atom::disabled)) return true;
  NodeId const parent = d.parent(n);
  if (d.is(n, atom::option)) {
    return parent.valid() && d.is(parent, atom::optgroup) && d.has_attr(parent, atom::disabled);
  }
  if (d.is(n, atom::optgroup)) return false;
  NodeId child = n;
  for (NodeId up = parent; up.valid(); child = up, up = d.parent(up)) {
    if (!d.is(up, atom::fieldset) || !d.has_attr(up, atom::disabled)) continue;
    // Controls within the first legend of the fieldset stay enabled.
    NodeId legend = d.first_child(up);
    for (; legend.valid() && !d.is(legend, atom::legend); ++cost)
      legend = d.next_sibling(legend);
    if (legend != child) return true;
  }
  return false;
}

bool takes_required(Document const &d, NodeId n) {
  return d.is(n, atom::input) || d.is(n, atom::select) || d.is(n, atom::textarea);
}

bool is_read_write(Document const &d, NodeId n, std::uint64_t &cost) {
  Atom const readonly = d.find_atom("readonly");
  bool const fixed = (readonly != atom::none && d.has_attr(n, readonly)) || is_disabled(d, n, cost);
  if (d.is(n, atom::textarea)) return !fixed;
  if (d.is(n, atom::input)) {
    static constexpr auto kUntyped =
        std::to_array<std::string_view>({"hidden", "range", "color", "checkbox", "radio", "file",
                                         "submit", "image", "reset", "button"});
    std::string const type = input_type(d, n);
    for (std::string_view untyped : kUntyped) {
      if (type == untyped) return false;
    }
    return !fixed;
  }
  for (NodeId up = n; up.valid() && d.is_element(up); up = d.parent(up)) {
    if (auto const editable = d.attr(up, atom::contenteditable)) {
      return !ascii_iequals(*editable, "false");
    }
  }
  return false;
}

bool is_placeholder_shown(Document const &d, NodeId n) {
  if (!d.has_attr(n, atom::placeholder)) return false;
  if (d.is(n, atom::textarea)) return d.subtree_end(n).value == n.value + 1;
  return d.is(n, atom::input) && d.attr_or_empty(n, atom::value).empty();
}

bool is_checked(Document const &d, NodeId n, std::uint64_t &cost) {
  if (d.is(n, atom::input)) {
    std::string const type = input_type(d, n);
    return (type == "checkbox" || type == "radio") && d.has_attr(n, atom::checked);
  }
  if (!d.is(n, atom::option)) return false;
  Atom const selected = d.find_atom("selected");
  if (selected != atom::none && d.has_attr(n, selected)) return true;
  // A drop-down shows its first enabled option where none is marked as selected.
  NodeId select = d.parent(n);
  while (select.valid() && !d.is(select, atom::select))
    select = d.parent(select);
  if (!select.valid() || d.has_attr(select, atom::multiple)) return false;
  NodeId first = kNoNode;
  for (NodeId o{select.value + 1}; o < d.subtree_end(select); ++o.value, ++cost) {
    if (!d.is(o, atom::option)) continue;
    if (selected != atom::none && d.has_attr(o, selected)) return false;
    if (!first.valid() && !is_disabled(d, o, cost)) first = o;
  }
  return first == n;
}

bool is_missing_value(Document const &d, NodeId n, std::uint64_t &cost) {
  if (!takes_required(d, n) || !d.has_attr(n, atom::required) || is_disabled(d, n, cost)) {
    return false;
  }
  if (d.is(n, atom::textarea)) return d.subtree_end(n).value == n.value + 1;
  if (d.is(n, atom::select)) return false;
  std::string const type = input_type(d, n);
  if (type == "checkbox" || type == "radio") return !d.has_attr(n, atom::checked);
  return d.attr_or_empty(n, atom::value).empty();
}

bool is_empty(Document const &d, NodeId n) {
  for (NodeId c = d.first_child(n); c.valid(); c = d.next_sibling(c)) {
    if (d.kind(c) == NodeKind::element) return false;
    if (d.kind(c) == NodeKind::text && !d.text(c).empty()) return false;
  }
  return true;
}

/// RFC 4647, section 3.3.2 (extended filtering).
bool language_matches(std::string_view range, std::string_view tag) {
  auto next = [](std::string_view &rest) {
    std::size_t const dash = rest.find('-');
    std::string_view const part = rest.substr(0, dash);
    rest = dash == std::string_view::npos ? std::string_view() : rest.substr(dash + 1);
    return part;
  };
  if (range.empty()) return tag.empty();
  if (tag.empty()) return false;
  std::string_view const first = next(range);
  std::string_view part = next(tag);
  if (first != "*" && !ascii_iequals(first, part)) return false;
  while (!range.empty()) {
    std::string_view const wanted = next(range);
    if (wanted == "*") continue;
    while (true) {
      if (tag.empty()) return false;
      part = next(tag);
      if (ascii_iequals(part, wanted)) break;
      if (part.size() == 1) return false;
    }
  }
  return true;
}

}  // namespace

bool SelectorMatcher::match_lang(std::string_view ranges, NodeId n) {
  std::string_view tag;
  bool found = false;
  for (NodeId up = n; up.valid() && m_document.is_element(up) && !found && spend();
       up = m_document.parent(up)) {
    for (Atom const name : {atom::xml_lang, atom::lang}) {
      auto const value = m_document.attr(up, name);
      if (!value || (name == atom::xml_lang && m_document.ns(up) == Namespace::html)) continue;
      tag = *value;
      found = true;
      break;
    }
  }
  // The ranges stand one behind the other, ended by '\n'.
  while (!ranges.empty()) {
    std::size_t const end = ranges.find('\n');
    if (language_matches(ranges.substr(0, end), tag)) return true;
    ranges.remove_prefix(end == std::string_view::npos ? ranges.size() : end + 1);
  }
  return false;
}

bool SelectorMatcher::match_state(SimpleSelector const &simple, NodeId n) {
  std::uint64_t cost = 0;
  bool const matched = state_of(simple, n, cost);
  spend(cost);
  return matched;
}

bool SelectorMatcher::state_of(SimpleSelector const &simple, NodeId n, std::uint64_t &cost) {
  Document const &d = m_document;
  switch (simple.kind) {
    case SimpleKind::root:
      return n == d.document_element();
    case SimpleKind::empty:
      return is_empty(d, n);
    case SimpleKind::lang:
      return match_lang(simple.name, n);
    case SimpleKind::link:
      return (d.is(n, atom::a) || d.is(n, atom::area) ||
              (d.ns(n) == Namespace::svg && d.tag(n) == atom::a)) &&
             (d.has_attr(n, atom::href) || d.has_attr(n, atom::xlink_href));
    case SimpleKind::checked:
      return is_checked(d, n, cost);
    case SimpleKind::disabled:
      return is_disabled(d, n, cost);
    case SimpleKind::enabled:
      return is_form_control(d, n) && !is_disabled(d, n, cost);
    case SimpleKind::required:
      return takes_required(d, n) && d.has_attr(n, atom::required);
    case SimpleKind::optional:
      return takes_required(d, n) && !d.has_attr(n, atom::required);
    case SimpleKind::read_write:
      return is_read_write(d, n, cost);
    case SimpleKind::read_only:
      return !is_read_write(d, n, cost);
    case SimpleKind::placeholder_shown:
      return is_placeholder_shown(d, n);
    case SimpleKind::default_:
      return is_checked(d, n, cost);
    case SimpleKind::indeterminate:
      return d.is(n, atom::progress) && !d.has_attr(n, atom::value);
    case SimpleKind::open:
      return (d.is(n, atom::details) || d.is(n, atom::dialog)) && d.has_attr(n, atom::open);
    case SimpleKind::defined:
      return d.ns(n) != Namespace::html || d.tag_name(n).find('-') == std::string_view::npos;
    case SimpleKind::invalid:
      return is_missing_value(d, n, cost);
    case SimpleKind::valid:
      return takes_required(d, n) && !is_missing_value(d, n, cost);
    case SimpleKind::in_range:
    case SimpleKind::out_of_range: {
      std::string const type = d.is(n, atom::input) ? input_type(d, n) : std::string();
      bool const ranged = type == "number" || type == "range";
      return ranged && simple.kind == SimpleKind::in_range;
    }
    case SimpleKind::dir: {
      for (NodeId up = n; up.valid() && d.is_element(up) && spend(); up = d.parent(up)) {
        auto const value = d.attr(up, atom::dir);
        if (!value) continue;
        if (ascii_iequals(*value, "rtl")) return simple.name == "rtl";
        if (ascii_iequals(*value, "ltr")) return simple.name == "ltr";
      }
      return simple.name == "ltr";
    }
    default:
      return false;
  }
}

}  // namespace wza::web
