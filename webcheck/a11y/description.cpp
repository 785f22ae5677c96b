// SPDX-License-Identifier: Apache-2.0
// https://www.w3.org/TR/accname-1.2/#computation-steps, section 4.2, and
// https://www.w3.org/TR/html-aam-1.0/#accessible-name-and-description-computation. Deviation: the
// specifications leave out what the name was made of; here it is what says the same as the name.
#include "webcheck/a11y/description.h"

#include "db/base/text.h"
#include "webcheck/a11y/name_computer.h"
#include "webcheck/a11y/role.h"

namespace wza::web {

FlatText NameComputer::description(NodeId root) {
  m_wanted = root;
  FlatText referring = referenced(root, atom::aria_describedby, {.describing = true});
  return first_of(std::move(referring), [&] {
    Atom const description = m_document.find_atom("aria-description");
    FlatText own;
    if (description != atom::none) own = attribute(root, description);
    return first_of(std::move(own), [&] { return native_description(root); });
  });
}

FlatText NameComputer::native_description(NodeId n) {
  std::string const name = accessible_name(m_tree, n).text;
  auto const unless_name = [&name](FlatText text) {
    return trimmed(text.flat()) == name ? FlatText() : std::move(text);
  };
  FlatText own;
  if (m_document.ns(n) == Namespace::svg) {
    own = of_first_child(n, atom::desc, {.describing = true});
    own = first_of(std::move(own), [&] {
      return unless_name(of_first_child(n, atom::title, {.describing = true}));
    });
  } else if (m_document.is(n, atom::table)) {
    own = unless_name(of_first_child(n, atom::caption, {.describing = true}));
  } else if (m_tree.details_button(n)) {
    own = unless_name(content(n, {.describing = true}));
  } else if (m_document.is(n, atom::input)) {
    std::string_view const type = input_type(m_document, n);
    bool const button = type == "button" || type == "submit" || type == "reset";
    if (button) own = unless_name(attribute(n, atom::value));
  }
  return first_of(std::move(own), [&] {
    return first_of(unless_name(tooltip(n)), [&] { return unless_name(placeholder(n)); });
  });
}

Name accessible_description(A11yTree const &tree, NodeId n) {
  FlatText const text = NameComputer(tree).description(n);
  return {std::string(trimmed(text.flat())), text.present()};
}

}  // namespace wza::web
