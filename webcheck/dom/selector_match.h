// SPDX-License-Identifier: Apache-2.0
// Matches compiled selectors against the elements of one document (Selectors 4, section 17), right
// to left, without the exponential and with a bound on the quadratic cases: after `steps`, or when
// the CPU time is over, nothing matches any more and `exhausted` says so.
// The page is taken at rest: nothing hovered, focused, active, visited or targeted.
#pragma once

#include "webcheck/dom/budget.h"
#include "webcheck/dom/document.h"
#include "webcheck/dom/selector.h"

#include <span>
#include <vector>

namespace wza::web {

/// What matching needs to know of an element beyond the Document. Sibling numbers are 1-based.
struct ElementFacts {
  std::uint32_t type_hash = 0, id_hash = 0;
  std::uint32_t first_class = 0, class_count = 0;
  NodeId previous;  ///< element sibling
  std::uint32_t index = 0, index_from_end = 0;
  std::uint32_t index_of_type = 0, index_of_type_from_end = 0;  ///< once somebody asked
};

class SelectorMatcher {
 public:
  struct ClassName {
    std::uint32_t hash;
    std::string_view name;
  };
  static constexpr std::uint64_t kSteps = 20'000'000;

  /// `document` must outlive it. Not to be shared among threads.
  explicit SelectorMatcher(Document const &document, CpuBudget const &cpu = {},
                           std::uint64_t steps = kSteps);

  /// True if the element is the subject of the selector, its pseudo-element apart.
  bool matches(SelectorStore const &store, ComplexSelector const &selector, NodeId element);
  /// True if any selector of the list (without pseudo-elements) matches.
  bool matches_list(SelectorStore const &store, std::uint32_t list, NodeId element);

  bool exhausted() const { return m_steps == 0; }
  Document const &document() const { return m_document; }
  ElementFacts const &facts(NodeId n) const { return m_facts[n.value]; }
  std::span<ClassName const> classes(NodeId n) const {
    return std::span(m_classes).subspan(facts(n).first_class, facts(n).class_count);
  }

 private:
  enum class Step : std::uint8_t { matched, locally, restart_sibling, restart_descendant, never };
  struct Complex {
    SelectorStore const &store;
    std::span<CompoundSelector const> compounds;
    NodeId anchor;  ///< of a relative selector
  };
  Step match_from(Complex const &complex, std::size_t compound, NodeId element);
  Step match_left(Complex const &complex, std::size_t compound, NodeId element);
  bool match_compound(SelectorStore const &store, CompoundSelector const &compound, NodeId n);
  bool match_simple(SelectorStore const &store, SimpleSelector const &simple, NodeId n);
  bool match_type(SimpleSelector const &simple, NodeId n) const;
  bool match_attribute(SimpleSelector const &simple, NodeId n);
  bool match_nth(SelectorStore const &store, SimpleSelector const &simple, NodeId n);
  bool match_has(SelectorStore const &store, SimpleSelector const &simple, NodeId anchor);
  bool match_relative(SelectorStore const &store, ComplexSelector const &selector, NodeId anchor);
  bool match_state(SimpleSelector const &simple, NodeId n);
  bool state_of(SimpleSelector const &simple, NodeId n, std::uint64_t &cost);
  bool match_lang(std::string_view ranges, NodeId n);
  bool spend(std::uint64_t steps = 1);
  std::uint32_t hash_of(Atom name);
  void number_siblings();
  void number_types();

  Document const &m_document;
  CpuBudget m_cpu;
  std::uint64_t m_steps;
  std::uint64_t m_next_look;  ///< at the clock, when so many steps are left
  bool m_quirks;
  bool m_types_numbered = false;
  std::vector<ElementFacts> m_facts;
  std::vector<ClassName> m_classes;
  std::vector<std::uint32_t> m_atom_hashes;
  /// The children of `parent` that match the list of `:nth-child(An+B of list)`. Elements ask one
  /// after the other, so that a fixed number of answers is remembered, the latest of each slot.
  struct NthOf {
    SelectorStore const *store = nullptr;
    std::uint32_t list = kNoList;
    NodeId parent;
    std::vector<std::uint32_t> matching;
  };
  static constexpr std::size_t kNthSlots = 4096;
  std::span<std::uint32_t const> matching_children(SelectorStore const &store, std::uint32_t list,
                                                   NodeId parent);
  std::vector<NthOf> m_nth_of;
};

}  // namespace wza::web
