// SPDX-License-Identifier: Apache-2.0
// What assistive technology gets of a page: roles, inclusion (WAI-ARIA 1.2, section 7.1) and focus
// of every element, computed in one pass over the document when the page is made. Immutable but for
// the budget of accessible_name() and the names that it keeps.
#pragma once

#include "db/base/known.h"
#include "webcheck/css/computed.h"
#include "webcheck/dom/document.h"
#include "webcheck/spec/aria_roles.h"

#include <atomic>
#include <cstdint>
#include <memory>
#include <span>
#include <unordered_map>
#include <vector>

namespace wza::web {

class A11yTree {
 public:
  /// Both outlive the tree and do not move.
  A11yTree(Document const &document, ComputedStyles const &styles);
  ~A11yTree();

  /// The semantic role: the author's, or else that of the markup; where the author's `none` must
  /// not count (WAI-ARIA 1.2, section 5.3.3), that of the markup as well.
  Role role(NodeId n) const { return m_facts[n.value].role; }
  /// The first valid role of the role attribute; no_role where there is none.
  Role explicit_role(NodeId n) const { return m_facts[n.value].explicit_role; }
  /// The role that the markup alone means.
  Role implicit_role(NodeId n) const { return m_facts[n.value].implicit_role; }

  /// The live elements of exactly that role(), in any namespace, in document order.
  std::span<NodeId const> by_role(Role role) const {
    return m_by_role[static_cast<std::uint32_t>(role)];
  }

  /// Whether the node is drawn at all: no `display: none` around it, no closed <details>, no
  /// <template>. Text nodes have the answer of their parent.
  Trilean rendered(NodeId n) const { return m_facts[n.value].rendered; }
  /// Whether people see it, as far as style tells: rendered and not `visibility: hidden`.
  Trilean visible(NodeId n) const;
  /// Whether assistive technology is kept from it ("programmatically hidden" in ACT's words).
  Trilean hidden(NodeId n) const;
  /// Whether it is in the accessibility tree with a role of its own.
  Trilean included(NodeId n) const;

  /// Whether it can take the focus, by Tab or otherwise.
  Trilean focusable(NodeId n) const;
  /// Whether the Tab key stops there.
  Trilean tab_stop(NodeId n) const;
  /// The first node from n's subtree where the Tab key stops for sure, or perhaps; kNoNode if none.
  NodeId first_tab_stop(NodeId n) const { return within(n, m_next_tab_stop[n.value]); }
  NodeId first_possible_tab_stop(NodeId n) const {
    return within(n, m_next_possible_tab_stop[n.value]);
  }

  /// True for a form control that is disabled, by itself or by a fieldset.
  bool disabled(NodeId n) const { return m_facts[n.value].disabled; }
  /// True for the <summary> that opens its <details>.
  bool details_button(NodeId n) const { return m_facts[n.value].details_button; }
  /// The first element whose aria-owns names this one and which does not stand inside it; kNoNode
  /// if none does.
  NodeId owner_by_reference(NodeId n) const {
    auto const found = m_owners.find(n.value);
    return found == m_owners.end() ? kNoNode : found->second;
  }
  /// The <label> elements of a form control, in document order.
  std::span<NodeId const> labels(NodeId control) const;

  Document const &document() const { return *m_document; }
  ComputedStyles const &styles() const { return *m_styles; }
  struct KeptNames;
  /// For accessible_name(); null while the roles are not settled.
  KeptNames *kept_names() const { return m_names.get(); }
  /// Takes steps from the budget for names, which grows with the document; false once it is spent.
  /// So a page made to hang a checker costs time in proportion to its size.
  bool spend(std::size_t steps = 1) const {
    auto const cost = static_cast<std::int64_t>(steps);
    return m_steps.fetch_sub(cost, std::memory_order_relaxed) > cost;
  }

 private:
  struct Facts {
    Role role = Role::no_role;
    Role explicit_role = Role::no_role;
    Role implicit_role = Role::no_role;
    Trilean rendered = true;
    Trilean visible_by_style = true;
    Trilean tab_stop_by_markup = false;
    bool aria_hidden : 1 = false;
    bool inert : 1 = false;
    bool disabled : 1 = false;
    bool details_button : 1 = false;
    bool focusable_by_markup : 1 = false;
    bool leaf_part : 1 = false;  ///< below a role whose children are presentational
  };
  friend class TreeBuilder;

  NodeId within(NodeId n, NodeId found) const {
    return found.valid() && m_document->is_inclusive_ancestor(n, found) ? found : kNoNode;
  }

  Document const *m_document;
  ComputedStyles const *m_styles;
  std::vector<Facts> m_facts;
  NodeIndex m_by_role;
  std::vector<NodeId> m_next_tab_stop;
  std::vector<NodeId> m_next_possible_tab_stop;
  std::unordered_map<std::uint32_t, std::vector<NodeId>> m_labels;  ///< by control
  std::unordered_map<std::uint32_t, NodeId> m_owners;               ///< by what aria-owns names
  mutable std::atomic<std::int64_t> m_steps;
  std::unique_ptr<KeptNames> m_names;
};

}  // namespace wza::web
