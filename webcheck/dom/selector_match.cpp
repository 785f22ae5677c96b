// SPDX-License-Identifier: Apache-2.0
#include "webcheck/dom/selector_match.h"

#include "db/base/ascii.h"
#include "db/base/text.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace wza::web {
namespace {

constexpr std::uint64_t kStepsPerLook = 1 << 14;
constexpr std::uint32_t kManyNames = 64;

bool same(std::string_view a, std::string_view b, bool ignore_case) {
  return ignore_case ? ascii_iequals(a, b) : a == b;
}

/// An+B with n >= 0 reaches `index`.
bool reaches(std::int32_t a, std::int32_t b, std::uint32_t index) {
  std::int64_t const rest = static_cast<std::int64_t>(index) - b;
  if (a == 0) return rest == 0;
  return rest % a == 0 && rest / a >= 0;
}

/// HTML, section 4.16.2: attributes of which values are compared without case.
bool value_ignores_case(std::string_view name) {
  static constexpr auto kNames = std::to_array<std::string_view>(
      {"accept",     "accept-charset", "align",     "alink",    "axis",     "bgcolor", "charset",
       "checked",    "clear",          "codetype",  "color",    "compact",  "declare", "defer",
       "dir",        "direction",      "disabled",  "enctype",  "face",     "frame",   "hreflang",
       "http-equiv", "lang",           "language",  "link",     "media",    "method",  "multiple",
       "nohref",     "noresize",       "noshade",   "nowrap",   "readonly", "rel",     "rev",
       "rules",      "scope",          "scrolling", "selected", "shape",    "target",  "text",
       "type",       "valign",         "valuetype", "vlink"});
  return std::find(kNames.begin(), kNames.end(), name) != kNames.end();
}

}  // namespace

SelectorMatcher::SelectorMatcher(Document const &document, CpuBudget const &cpu,
                                 std::uint64_t steps)
    : m_document(document),
      m_cpu(cpu),
      m_steps(steps),
      m_next_look(steps),
      m_quirks(document.quirks() == Quirks::full),
      m_facts(document.size()) {
  for (std::uint32_t i = 0; i < document.size(); ++i) {
    NodeId const n{i};
    if (!document.is_element(n)) continue;
    ElementFacts &facts = m_facts[i];
    facts.type_hash = hash_of(document.tag(n));
    for (Attribute const &attribute : document.attributes(n)) {
      if (attribute.name == atom::id) {
        facts.id_hash = name_hash(attribute.value);
      } else if (attribute.name == atom::class_) {
        facts.first_class = static_cast<std::uint32_t>(m_classes.size());
        std::string_view const text = attribute.value;
        for (std::size_t at = 0; at < text.size();) {
          std::size_t end = at;
          while (end < text.size() && !is_html_space(text[end]))
            ++end;
          if (end > at) {
            std::string_view const name = text.substr(at, end - at);
            m_classes.push_back({name_hash(name), name});
          }
          at = end + 1;
        }
        facts.class_count = static_cast<std::uint32_t>(m_classes.size()) - facts.first_class;
      }
    }
  }
  number_siblings();
}

void SelectorMatcher::number_siblings() {
  std::vector<NodeId> last_child(m_document.size());
  for (std::uint32_t i = 1; i < m_document.size(); ++i) {
    NodeId const n{i}, parent = m_document.parent(n);
    if (!m_document.is_element(n) || !parent.valid()) continue;
    NodeId &last = last_child[parent.value];
    m_facts[i].previous = last;
    m_facts[i].index = last.valid() ? facts(last).index + 1 : 1;
    last = n;
  }
  for (std::uint32_t i = 1; i < m_document.size(); ++i) {
    NodeId const parent = m_document.parent(NodeId{i});
    if (m_facts[i].index == 0 || !parent.valid()) continue;
    m_facts[i].index_from_end = facts(last_child[parent.value]).index + 1 - m_facts[i].index;
  }
}

void SelectorMatcher::number_types() {
  if (m_types_numbered) return;
  m_types_numbered = true;
  std::unordered_map<std::uint64_t, std::uint32_t> count;
  auto of = [&](NodeId n) -> std::uint32_t & {
    std::uint64_t const type = static_cast<std::uint64_t>(m_document.tag(n).value) << 2 |
                               static_cast<std::uint64_t>(m_document.ns(n));
    return count[type << 32 | m_document.parent(n).value];
  };
  for (std::uint32_t i = 1; i < m_document.size(); ++i) {
    if (m_facts[i].index > 0) m_facts[i].index_of_type = ++of(NodeId{i});
  }
  for (std::uint32_t i = 1; i < m_document.size(); ++i) {
    if (m_facts[i].index == 0) continue;
    m_facts[i].index_of_type_from_end = of(NodeId{i}) + 1 - m_facts[i].index_of_type;
  }
}

std::uint32_t SelectorMatcher::hash_of(Atom name) {
  if (name.value >= m_atom_hashes.size()) m_atom_hashes.resize(name.value + 64, 0);
  std::uint32_t &hash = m_atom_hashes[name.value];
  if (hash == 0) hash = name_hash(m_document.name(name));
  return hash;
}

bool SelectorMatcher::spend(std::uint64_t steps) {
  m_steps -= std::min(m_steps, steps);
  if (m_steps < m_next_look) {
    m_next_look = m_steps - std::min(m_steps, kStepsPerLook);
    if (m_cpu.over()) m_steps = 0;
  }
  return m_steps != 0;
}

bool SelectorMatcher::matches(SelectorStore const &store, ComplexSelector const &selector,
                              NodeId element) {
  Complex const complex{store, store.of(selector), kNoNode};
  return !complex.compounds.empty() &&
         match_from(complex, complex.compounds.size() - 1, element) == Step::matched;
}

bool SelectorMatcher::matches_list(SelectorStore const &store, std::uint32_t list, NodeId element) {
  for (ComplexSelector const &selector : store.list(list)) {
    if (selector.pseudo == PseudoElement::none && matches(store, selector, element)) return true;
  }
  return false;
}

// A failure says from where another try may succeed, so that `a ~ b > c d` never tries the same
// pair of elements twice for the same reason (the scheme of WebKit and Servo).
SelectorMatcher::Step SelectorMatcher::match_from(Complex const &complex, std::size_t compound,
                                                  NodeId element) {
  if (!match_compound(complex.store, complex.compounds[compound], element)) {
    return Step::restart_sibling;
  }
  return match_left(complex, compound, element);
}

SelectorMatcher::Step SelectorMatcher::match_left(Complex const &complex, std::size_t compound,
                                                  NodeId element) {
  Combinator const combinator = complex.compounds[compound].to_left;
  if (combinator == Combinator::none) return Step::matched;
  bool const sibling =
      combinator == Combinator::next_sibling || combinator == Combinator::later_sibling;
  while (true) {
    element = sibling ? facts(element).previous : m_document.parent(element);
    if (!element.valid() || !m_document.is_element(element) || !spend()) {
      return sibling ? Step::restart_descendant : Step::never;
    }
    Step const step = compound > 0                ? match_from(complex, compound - 1, element)
                      : element == complex.anchor ? Step::matched
                                                  : Step::restart_sibling;
    if (step == Step::matched || step == Step::never) return step;
    if (combinator == Combinator::child) return Step::restart_descendant;
    if (combinator == Combinator::next_sibling) return step;
    if (combinator == Combinator::later_sibling && step == Step::restart_descendant) return step;
  }
}

bool SelectorMatcher::match_compound(SelectorStore const &store, CompoundSelector const &compound,
                                     NodeId n) {
  std::uint32_t tests = 0;
  for (SimpleSelector const &simple : store.of(compound)) {
    if (tests++ % 4 == 0 && !spend()) return false;
    if (!match_simple(store, simple, n)) return false;
  }
  return tests != 0 || spend();
}

bool SelectorMatcher::match_type(SimpleSelector const &simple, NodeId n) const {
  Namespace const ns = m_document.ns(n);
  switch (simple.ns) {
    case NamespaceTest::any:
      break;
    case NamespaceTest::html:
      if (ns != Namespace::html) return false;
      break;
    case NamespaceTest::svg:
      if (ns != Namespace::svg) return false;
      break;
    case NamespaceTest::mathml:
      if (ns != Namespace::mathml) return false;
      break;
    case NamespaceTest::none:
    case NamespaceTest::other:
      return false;
  }
  if (simple.kind == SimpleKind::universal) return true;
  return facts(n).type_hash == simple.hash &&
         same(m_document.tag_name(n), simple.name, ns == Namespace::html);
}

bool SelectorMatcher::match_simple(SelectorStore const &store, SimpleSelector const &simple,
                                   NodeId n) {
  switch (simple.kind) {
    case SimpleKind::never:
      return false;
    case SimpleKind::universal:
    case SimpleKind::type:
      return match_type(simple, n);
    case SimpleKind::id:
      return facts(n).id_hash == simple.hash &&
             same(m_document.attr_or_empty(n, atom::id), simple.name, m_quirks);
    case SimpleKind::class_:
      if (facts(n).class_count > kManyNames && !spend(facts(n).class_count / 8)) return false;
      for (ClassName const &c : classes(n)) {
        if (c.hash == simple.hash && same(c.name, simple.name, m_quirks)) return true;
      }
      return false;
    case SimpleKind::attribute:
      return match_attribute(simple, n);
    case SimpleKind::is:
      return matches_list(store, simple.list, n);
    case SimpleKind::not_:
      return !matches_list(store, simple.list, n) && !exhausted();
    case SimpleKind::has:
      return match_has(store, simple, n);
    case SimpleKind::nth_child:
    case SimpleKind::nth_last_child:
      if (simple.list != kNoList) return match_nth(store, simple, n);
      return reaches(
          simple.a, simple.b,
          simple.kind == SimpleKind::nth_child ? facts(n).index : facts(n).index_from_end);
    case SimpleKind::nth_of_type:
      number_types();
      return reaches(simple.a, simple.b, facts(n).index_of_type);
    case SimpleKind::nth_last_of_type:
      number_types();
      return reaches(simple.a, simple.b, facts(n).index_of_type_from_end);
    default:
      return match_state(simple, n);
  }
}

bool SelectorMatcher::match_attribute(SimpleSelector const &simple, NodeId n) {
  bool const html = m_document.ns(n) == Namespace::html;
  if (simple.ns != NamespaceTest::any && simple.ns != NamespaceTest::none) return false;
  auto const attributes = m_document.attributes(n);
  if (attributes.size() > kManyNames && !spend(attributes.size() / 8)) return false;
  for (Attribute const &attribute : attributes) {
    if (hash_of(attribute.name) != simple.hash) continue;
    if (!same(m_document.name(attribute.name), simple.name, html)) continue;
    std::string_view const value = attribute.value, wanted = simple.value;
    // What a search for a substring may cost; all other comparisons cost less.
    if (!spend(value.size() * std::max<std::size_t>(wanted.size(), 1) / 256)) return false;
    bool const ignore = simple.letter_case == LetterCase::ignored ||
                        (simple.letter_case == LetterCase::by_document && html &&
                         value_ignores_case(m_document.name(attribute.name)));
    switch (simple.match) {
      case AttributeMatch::exists:
        return true;
      case AttributeMatch::equals:
        return same(value, wanted, ignore);
      case AttributeMatch::dash:
        return value.size() >= wanted.size() &&
               same(value.substr(0, wanted.size()), wanted, ignore) &&
               (value.size() == wanted.size() || value[wanted.size()] == '-');
      case AttributeMatch::prefix:
        return !wanted.empty() && value.size() >= wanted.size() &&
               same(value.substr(0, wanted.size()), wanted, ignore);
      case AttributeMatch::suffix:
        return !wanted.empty() && value.size() >= wanted.size() &&
               same(value.substr(value.size() - wanted.size()), wanted, ignore);
      case AttributeMatch::substring:
        if (wanted.empty()) return false;
        if (!ignore) return value.find(wanted) != std::string_view::npos;
        return ascii_lower(value).find(ascii_lower(wanted)) != std::string::npos;
      case AttributeMatch::word:
        for (std::size_t at = 0; at < value.size() && !wanted.empty();) {
          std::size_t end = at;
          while (end < value.size() && !is_html_space(value[end]))
            ++end;
          if (same(value.substr(at, end - at), wanted, ignore)) return true;
          at = end + 1;
        }
        return false;
    }
  }
  return false;
}

std::span<std::uint32_t const> SelectorMatcher::matching_children(SelectorStore const &store,
                                                                  std::uint32_t list,
                                                                  NodeId parent) {
  if (m_nth_of.empty()) m_nth_of.resize(kNthSlots);
  std::size_t const slot = (list * 0x9E3779B1u ^ parent.value * 0x85EBCA77u) % kNthSlots;
  NthOf const &known = m_nth_of[slot];
  if (known.store == &store && known.list == list && known.parent == parent) return known.matching;
  std::vector<std::uint32_t> matching;
  for (NodeId c = m_document.first_child(parent); c.valid() && !exhausted();
       c = m_document.next_sibling(c)) {
    if (m_document.is_element(c) && matches_list(store, list, c)) matching.push_back(c.value);
  }
  // The list's own matching may have used the slot.
  m_nth_of[slot] = {&store, list, parent, std::move(matching)};
  return m_nth_of[slot].matching;
}

bool SelectorMatcher::match_nth(SelectorStore const &store, SimpleSelector const &simple,
                                NodeId n) {
  NodeId const parent = m_document.parent(n);
  if (!parent.valid()) return false;
  auto const matching = matching_children(store, simple.list, parent);
  auto const found = std::ranges::lower_bound(matching, n.value);
  if (found == matching.end() || *found != n.value) return false;
  auto const place =
      simple.kind == SimpleKind::nth_child ? found - matching.begin() + 1 : matching.end() - found;
  return reaches(simple.a, simple.b, static_cast<std::uint32_t>(place));
}

bool SelectorMatcher::match_has(SelectorStore const &store, SimpleSelector const &simple,
                                NodeId anchor) {
  for (ComplexSelector const &selector : store.list(simple.list)) {
    if (match_relative(store, selector, anchor)) return true;
  }
  return false;
}

bool SelectorMatcher::match_relative(SelectorStore const &store, ComplexSelector const &selector,
                                     NodeId anchor) {
  Complex const complex{store, store.of(selector), anchor};
  Combinator const first = complex.compounds.front().to_left;
  bool const below = first == Combinator::descendant || first == Combinator::child;
  NodeId const parent = m_document.parent(anchor);
  NodeId const begin = below ? m_document.first_child(anchor) : m_document.next_sibling(anchor);
  if (!begin.valid() || (!below && !parent.valid())) return false;
  NodeId const end = m_document.subtree_end(below ? anchor : parent);
  // Only whole subtrees where the subject may lie deeper than the first step reaches.
  bool const flat = complex.compounds.size() == 1 && first != Combinator::descendant;
  for (NodeId n = begin; n.valid() && n < end;) {
    if (!spend()) return false;
    if (m_document.is_element(n)) {
      if (match_from(complex, complex.compounds.size() - 1, n) == Step::matched) return true;
      if (flat && first == Combinator::next_sibling) return false;
    }
    n = flat ? m_document.subtree_end(n) : NodeId{n.value + 1};
  }
  return false;
}

}  // namespace wza::web
