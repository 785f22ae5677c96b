// SPDX-License-Identifier: Apache-2.0
// https://www.w3.org/TR/html-aam-1.0/#accessible-name-and-description-computation and
// https://www.w3.org/TR/svg-aam-1.0/#mapping_additional_nd: the text alternatives of the host
// languages, accname 1.2 steps 2C and 2E.
#include "db/base/text.h"
#include "webcheck/a11y/element.h"
#include "webcheck/a11y/name_computer.h"
#include "webcheck/a11y/role.h"

#include <algorithm>

namespace wza::web {

namespace {

bool is_native_text_field(Document const &document, NodeId n) {
  if (document.is(n, atom::textarea)) return true;
  if (!document.is(n, atom::input)) return false;
  std::string_view const type = input_type(document, n);
  return type == "text" || type == "search" || type == "tel" || type == "url" || type == "email" ||
         type == "number" || type == "range" || type == "date";
}

/// HTML, section 4.10.5.3.10: the fields that the attribute applies to.
bool has_placeholder(Document const &document, NodeId n) {
  if (document.is(n, atom::textarea)) return true;
  if (!document.is(n, atom::input)) return false;
  std::string_view const type = input_type(document, n);
  return type == "text" || type == "search" || type == "tel" || type == "url" || type == "email" ||
         type == "password" || type == "number";
}

}  // namespace

bool NameComputer::has_embedded_value(NodeId n) const {
  Role const role = m_tree.role(n);
  return is_a(role, Role::textbox) || role == Role::combobox || role == Role::listbox ||
         is_a(role, Role::range) || is_native_text_field(m_document, n);
}

FlatText NameComputer::embedded_value(NodeId n) {
  Role const role = m_tree.role(n);
  if (is_a(role, Role::range) && !m_document.is(n, atom::input)) {
    // 2C.iii: aria-valuetext, aria-valuenow, then the value of the host language
    FlatText const spoken = attribute(n, atom::aria_valuetext);
    if (!spoken.present().is_false()) return spoken;
    FlatText const number = attribute(n, atom::aria_valuenow);
    if (!number.present().is_false()) return number;
    return attribute(n, atom::value);
  }
  if (m_document.is(n, atom::select) || (role == Role::listbox)) return chosen_options(n);
  if (m_document.is(n, atom::input)) return attribute(n, atom::value);
  return content(n, {.by_label = true});  // textarea, contenteditable
}

FlatText NameComputer::chosen_options(NodeId n) {
  FlatText out;
  NodeId first = kNoNode;
  bool chosen = false;
  Atom const selected = m_document.find_atom("selected");
  for (NodeId o{n.value + 1}; o < m_document.subtree_end(n); ++o.value) {
    if (!m_tree.spend()) return FlatText::doubt();
    if (!m_document.is_element(o) || m_tree.role(o) != Role::option) continue;
    if (!first.valid()) first = o;
    bool const native = selected != atom::none && m_document.has_attr(o, selected);
    bool const aria = ascii_iequals(m_document.attr_or_empty(o, atom::aria_selected), "true");
    if (!native && !aria) continue;
    chosen = true;
    out.append(content(o, {.by_label = true}));
    out.append_space();
  }
  // A <select> that drops down shows its first option.
  if (!chosen && first.valid() && m_tree.role(n) == Role::combobox) {
    return content(first, {.by_label = true});
  }
  return out;
}

FlatText NameComputer::of_labels(NodeId n, Way way) {
  FlatText out;
  for (NodeId const label : m_tree.labels(n)) {
    if (std::ranges::find(m_path, label) != m_path.end()) continue;
    if (m_path.size() >= 8) return FlatText::doubt();
    m_path.push_back(label);
    // 2A: a label that is hidden itself counts as a whole
    bool const hidden = !m_tree.hidden(label).is_false();
    FlatText const text = compute(label, {.by_reference = way.by_reference,
                                          .by_label = true,
                                          .is_root = true,
                                          .hidden_root = hidden && !way.describing});
    out.append(text);
    out.append_space();
    m_path.pop_back();
  }
  return out;
}

FlatText NameComputer::of_first_child(NodeId n, Atom tag, Way way) {
  NodeId c = m_document.first_child(n);
  while (c.valid() && m_document.tag(c) != tag) {
    c = m_document.next_sibling(c);
  }
  if (!c.valid()) return {};
  bool const is_svg_title = m_document.ns(c) == Namespace::svg;
  return compute(c, {.by_reference = way.by_reference,
                     .by_label = true,
                     .is_root = true,
                     .hidden_root = is_svg_title || way.hidden_root});
}

FlatText NameComputer::of_button_input(NodeId n, Way way) {
  // HTML-AAM 4.1.3: labels, value, then the browser's own words for submit and reset
  FlatText out = of_labels(n, way);
  if (out.present().is_true()) return out;
  std::string_view const type = input_type(m_document, n);
  if (!m_document.has_attr(n, atom::value) && type != "button") {
    out.append(FlatText(type == "reset" ? "重置" : "提交"));
    return out;
  }
  out.append(attribute(n, atom::value));
  return out;
}

FlatText NameComputer::native(NodeId n, Way way) {
  Atom const tag = m_document.tag(n);
  if (m_document.ns(n) == Namespace::svg) return of_first_child(n, atom::title, way);
  if (m_document.ns(n) != Namespace::html) return {};

  if (tag == atom::img || tag == atom::area) return attribute(n, atom::alt);
  if (tag == atom::input) {
    std::string_view const type = input_type(m_document, n);
    if (type == "image") {
      return first_of(of_labels(n, way), [&] { return attribute(n, atom::alt); });
    }
    if (type == "button" || type == "submit" || type == "reset") return of_button_input(n, way);
  }
  if (html_element(tag).labelable) return of_labels(n, way);
  if (tag == atom::fieldset) return of_first_child(n, atom::legend, way);
  if (tag == atom::figure) return of_first_child(n, atom::figcaption, way);
  if (tag == atom::table) return of_first_child(n, atom::caption, way);
  if (tag == atom::optgroup || tag == atom::option || tag == atom::track) {
    return attribute(n, atom::label);
  }
  return {};
}

FlatText NameComputer::tooltip(NodeId n) const {
  FlatText out = attribute(n, atom::title);
  if (m_document.ns(n) != Namespace::svg) return out;
  return first_of(std::move(out), [&] {
    Atom const title = m_document.find_atom("xlink:title");
    return title == atom::none ? FlatText() : attribute(n, title);
  });
}

FlatText NameComputer::placeholder(NodeId n) const {
  // HTML-AAM 4.1.1: the last resort of text fields
  if (has_placeholder(m_document, n)) return attribute(n, atom::placeholder);
  if (m_tree.role(n) != Role::textbox && m_tree.role(n) != Role::searchbox) return {};
  Atom const placeholder = m_document.find_atom("aria-placeholder");
  return placeholder == atom::none ? FlatText() : attribute(n, placeholder);
}

}  // namespace wza::web
