// SPDX-License-Identifier: Apache-2.0
#include "webcheck/a11y/tree.h"

#include "db/base/text.h"
#include "webcheck/a11y/element.h"
#include "webcheck/a11y/focus.h"
#include "webcheck/a11y/kept_names.h"
#include "webcheck/a11y/name.h"
#include "webcheck/a11y/role.h"
#include "webcheck/dom/shadow.h"
#include "webcheck/dom/tokens.h"

namespace wza::web {

/// Walks the document once, with what the open elements mean for those inside them.
class TreeBuilder {
 public:
  explicit TreeBuilder(A11yTree &tree) : m_tree(tree), m_document(*tree.m_document) {}
  void build();

 private:
  using Facts = A11yTree::Facts;

  struct Frame {
    NodeId node;
    RoleContext roles;
    bool fieldset_disabled = false;
    NodeId exempt_legend = kNoNode;  ///< of a disabled fieldset
    bool closed_details = false;
    NodeId details_button = kNoNode;
    bool replaced = false;  ///< its content is shown only where it cannot be
    Trilean shows_content = true;
    NodeId label = kNoNode;  ///< nearest <label> without `for`
  };

  void enter(NodeId n);
  Facts facts_of(NodeId n, Frame const &around) const;
  Trilean rendered_by_style(NodeId n) const;
  Frame frame_of(NodeId n, Frame const &around, Facts const &facts) const;
  void note_label(NodeId n, Frame const &around);
  void note_owned(NodeId n);
  void settle_named();
  void index_roles();
  void set_role(NodeId n, Role implicit);
  NodeId first_child_of(NodeId n, Atom tag) const;

  A11yTree &m_tree;
  Document const &m_document;
  std::vector<Frame> m_open;
  std::vector<NodeId> m_role_needs_name;
  std::unordered_map<std::uint32_t, bool> m_label_has_control;
};

void TreeBuilder::build() {
  m_tree.m_facts.resize(m_document.size());
  m_open.emplace_back().node = kRoot;
  for (std::uint32_t i = 1; i < m_document.size(); ++i) {
    while (m_document.subtree_end(m_open.back().node).value <= i) {
      m_open.pop_back();
    }
    enter(NodeId{i});
  }
  // <label for>: explicit ones come before those around a control only in document order
  for (auto &[control, labels] : m_tree.m_labels) {
    std::ranges::sort(labels);
  }
  settle_named();
  index_roles();

  m_tree.m_next_tab_stop.resize(m_document.size(), kNoNode);
  m_tree.m_next_possible_tab_stop.resize(m_document.size(), kNoNode);
  NodeId sure = kNoNode;
  NodeId possible = kNoNode;
  for (std::uint32_t i = m_document.size(); i-- > 0;) {
    Trilean const stop = m_tree.tab_stop(NodeId{i});
    if (stop.is_true()) sure = NodeId{i};
    if (!stop.is_false()) possible = NodeId{i};
    m_tree.m_next_tab_stop[i] = sure;
    m_tree.m_next_possible_tab_stop[i] = possible;
  }
}

void TreeBuilder::enter(NodeId n) {
  Frame const &around = m_open.back();
  Facts &facts = m_tree.m_facts[n.value];
  if (!m_document.is_element(n)) {
    facts = m_tree.m_facts[around.node.value];
    facts.role = facts.explicit_role = facts.implicit_role = Role::no_role;
    facts.rendered = facts.rendered && around.shows_content;
    if (around.closed_details) facts.rendered = false;
    facts.focusable_by_markup = false;
    facts.tab_stop_by_markup = false;
    return;
  }
  facts = facts_of(n, around);
  note_label(n, around);
  note_owned(n);
  Frame const inside = frame_of(n, around, facts);
  m_open.push_back(inside);
}

TreeBuilder::Facts TreeBuilder::facts_of(NodeId n, Frame const &around) const {
  Facts const &up = m_tree.m_facts[around.node.value];
  Facts facts;
  facts.rendered = up.rendered && around.shows_content && rendered_by_style(n);
  if (around.closed_details && n != around.details_button) facts.rendered = false;
  if (m_tree.m_styles->empty()) {
    facts.visible_by_style = true;
  } else {
    facts.visible_by_style = (*m_tree.m_styles)[n].visibility.is(Visibility::visible);
  }
  facts.aria_hidden =
      up.aria_hidden || ascii_iequals(m_document.attr_or_empty(n, atom::aria_hidden), "true");
  facts.inert = up.inert || m_document.has_attr(n, atom::inert);
  facts.details_button = n == around.details_button;
  facts.disabled = is_form_control(m_document, n) &&
                   (m_document.has_attr(n, atom::disabled) || around.fieldset_disabled);
  FocusContext const focus{.disabled = facts.disabled, .details_button = facts.details_button};
  facts.focusable_by_markup = is_focusable_by_markup(m_document, n, focus);
  facts.tab_stop_by_markup = is_tab_stop_by_markup(m_document, n, focus);
  facts.leaf_part = up.leaf_part || info(up.role).children == Children::presentational;

  facts.explicit_role = explicit_role(m_document, n);
  facts.implicit_role = implicit_role(m_document, n, around.roles, false);
  facts.role = facts.explicit_role == Role::no_role ? facts.implicit_role : facts.explicit_role;
  // WAI-ARIA 1.2, section 5.3.3: `none` does not count for what can be focused or is described.
  if (is_presentational(facts.role) && facts.explicit_role != Role::no_role &&
      (facts.focusable_by_markup || has_global_aria(m_document, n))) {
    facts.role = facts.implicit_role;
  }
  return facts;
}

Trilean TreeBuilder::rendered_by_style(NodeId n) const {
  if (!m_document.is_live(n)) return false;
  Atom const tag = m_document.tag(n);
  if (m_document.ns(n) == Namespace::html) {
    // Scripts run for nearly everyone; an <area> is drawn by its image.
    if (tag == atom::noscript) return false;
    if (tag == atom::template_) {
      return is_shadow_root(m_document, n) ? Trilean::unknown() : Trilean(false);
    }
    if (tag == atom::input && input_type(m_document, n) == "hidden") return false;
    if (tag == atom::area) return true;
  } else if (tag == atom::title || tag == atom::desc) {
    return false;  // SVG 2, section 5.7: never rendered
  }
  if (!m_tree.m_styles->empty()) {
    return !(*m_tree.m_styles)[n].display.is(Display::none);
  }
  if (m_document.ns(n) != Namespace::html) return true;
  if (m_document.has_attr(n, atom::hidden)) return false;
  if (tag == atom::dialog && !m_document.has_attr(n, atom::open)) return false;
  return html_element(tag).flow != Flow::not_rendered;
}

NodeId TreeBuilder::first_child_of(NodeId n, Atom tag) const {
  NodeId child = m_document.first_child(n);
  while (child.valid() && !m_document.is(child, tag)) {
    child = m_document.next_sibling(child);
  }
  return child;
}

TreeBuilder::Frame TreeBuilder::frame_of(NodeId n, Frame const &around, Facts const &facts) const {
  Frame inside;
  inside.node = n;
  inside.roles = around.roles;
  inside.roles.parent = facts.role;
  inside.fieldset_disabled = around.fieldset_disabled && n != around.exempt_legend;
  inside.exempt_legend = kNoNode;
  inside.label = around.label;
  if (m_document.ns(n) != Namespace::html) return inside;

  Atom const tag = m_document.tag(n);
  Role const role = facts.role;
  bool const sectioning = tag == atom::article || tag == atom::aside || tag == atom::nav ||
                          tag == atom::section || role == Role::article ||
                          role == Role::complementary || role == Role::navigation ||
                          role == Role::region;
  inside.roles.in_sectioning |= sectioning;
  inside.roles.sectioned |= sectioning || tag == atom::main || role == Role::main;
  inside.roles.in_select |= tag == atom::select || tag == atom::datalist;
  if (tag == atom::table || is_a(role, Role::table)) inside.roles.table = role;

  if (tag == atom::fieldset && m_document.has_attr(n, atom::disabled)) {
    if (!inside.fieldset_disabled) inside.exempt_legend = first_child_of(n, atom::legend);
    inside.fieldset_disabled = true;
  }
  if (tag == atom::details) {
    inside.details_button = first_child_of(n, atom::summary);
    inside.closed_details = !m_document.has_attr(n, atom::open);
  }
  // HTML, section 4.8: what stands inside is shown only by browsers that cannot show the element.
  if (tag == atom::iframe || tag == atom::video || tag == atom::audio) {
    inside.shows_content = false;
  } else if (tag == atom::object) {
    inside.shows_content = Trilean::unknown();
  }
  if (tag == atom::label) {
    inside.label = m_document.has_attr(n, atom::for_) ? kNoNode : n;
  }
  return inside;
}

void TreeBuilder::note_label(NodeId n, Frame const &around) {
  if (m_document.ns(n) != Namespace::html || !m_document.is_live(n)) return;
  if (m_document.is(n, atom::label)) {
    auto const target = m_document.attr(n, atom::for_);
    NodeId const control = target ? m_document.by_id(*target) : kNoNode;
    if (control.valid() && m_document.ns(control) == Namespace::html &&
        html_element(m_document.tag(control)).labelable) {
      m_tree.m_labels[control.value].push_back(n);
    }
    return;
  }
  // HTML, section 4.10.4: a label without `for` is for the first labelable element inside it.
  if (!around.label.valid() || !html_element(m_document.tag(n)).labelable) return;
  if (m_document.is(n, atom::input) && input_type(m_document, n) == "hidden") return;
  bool &taken = m_label_has_control[around.label.value];
  if (!taken) m_tree.m_labels[n.value].push_back(around.label);
  taken = true;
}

void TreeBuilder::note_owned(NodeId n) {
  if (!m_document.is_live(n)) return;
  each_token(m_document.attr_or_empty(n, atom::aria_owns), [this, n](std::string_view id) {
    NodeId const owned = m_document.by_id(id);
    if (owned.valid() && !m_document.is_inclusive_ancestor(owned, n)) {
      m_tree.m_owners.emplace(owned.value, n);
    }
  });
}

void TreeBuilder::set_role(NodeId n, Role implicit) {
  Facts &facts = m_tree.m_facts[n.value];
  if (facts.role == facts.implicit_role) facts.role = implicit;
  facts.implicit_role = implicit;
}

void TreeBuilder::settle_named() {
  // Roles that hang on a name come last: the names of these elements come from their authors, so
  // that their own roles have no part in them.
  for (Atom const tag : {atom::section, atom::form, atom::aside}) {
    for (NodeId const n : m_document.by_tag(tag)) {
      if (!m_document.is(n, tag) || m_tree.implicit_role(n) != Role::generic) continue;
      if (accessible_name(m_tree, n).present.is_false()) continue;
      set_role(n, html_element(tag).role);
    }
  }
}

void TreeBuilder::index_roles() {
  std::vector<std::pair<std::uint32_t, NodeId>> roles;
  roles.reserve(m_document.elements().size());
  for (NodeId const n : m_document.elements())
    roles.emplace_back(static_cast<std::uint32_t>(m_tree.role(n)), n);
  m_tree.m_by_role = NodeIndex(kRoleCount, roles);
}

A11yTree::A11yTree(Document const &document, ComputedStyles const &styles)
    : m_document(&document),
      m_styles(&styles),
      m_steps(1'000'000 + std::int64_t{64} * document.size()) {
  TreeBuilder(*this).build();
  m_names = std::make_unique<KeptNames>();
}

A11yTree::~A11yTree() = default;

Trilean A11yTree::visible(NodeId n) const {
  return rendered(n) && m_facts[n.value].visible_by_style;
}

Trilean A11yTree::hidden(NodeId n) const {
  Facts const &facts = m_facts[n.value];
  return !visible(n) || Trilean(facts.aria_hidden || facts.inert);
}

Trilean A11yTree::included(NodeId n) const {
  Facts const &facts = m_facts[n.value];
  if (is_presentational(facts.role)) return false;
  if (facts.leaf_part && !facts.focusable_by_markup) return false;
  return !hidden(n);
}

Trilean A11yTree::focusable(NodeId n) const {
  Facts const &facts = m_facts[n.value];
  return Trilean(facts.focusable_by_markup && !facts.inert) && visible(n);
}

Trilean A11yTree::tab_stop(NodeId n) const {
  Facts const &facts = m_facts[n.value];
  return facts.tab_stop_by_markup && Trilean(!facts.inert) && visible(n);
}

std::span<NodeId const> A11yTree::labels(NodeId control) const {
  auto const found = m_labels.find(control.value);
  if (found == m_labels.end()) return {};
  return found->second;
}

}  // namespace wza::web
