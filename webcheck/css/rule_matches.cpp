// SPDX-License-Identifier: Apache-2.0
#include "webcheck/css/rule_matches.h"

namespace wza::web::css {
namespace {

constexpr std::size_t kMostRemembered = 50'000;  // names of a page (in earnest: 3,000)

}  // namespace

std::vector<RuleMatches::Candidate> const &RuleMatches::candidates(std::uint32_t key) {
  if (m_candidates.size() > kMostRemembered) m_candidates.clear();
  auto [entry, fresh] = m_candidates.try_emplace(key);
  if (fresh) {
    for (std::uint32_t s = 0; s < m_sheets.size(); ++s) {
      for (IndexedSelector const &one : m_sheets[s].sheet->candidates(key)) {
        if (!holds(s, one.rule).is_false()) {
          entry->second.push_back({s, one.rule, one.complex});
        }
      }
    }
  }
  return entry->second;
}

Trilean RuleMatches::holds(std::uint32_t s, std::uint32_t rule) const {
  ActiveSheet const &sheet = m_sheets[s];
  std::uint32_t const condition = sheet.sheet->rules()[rule].condition;
  return condition == kNone ? sheet.applies : sheet.applies && sheet.conditions[condition];
}

void RuleMatches::find(NodeId n) {
  while (!m_open.empty() && m_open.back().end <= n)
    m_open.pop_back();
  m_matches.clear();
  ElementFacts const &facts = m_matcher.facts(n);
  collect(n, candidates(0));
  collect(n, candidates(type_key(facts.type_hash)));
  for (auto const &name : m_matcher.classes(n))
    collect(n, candidates(class_key(name.hash)));
  if (facts.id_hash != 0) collect(n, candidates(id_key(facts.id_hash)));
  open(n);
}

void RuleMatches::collect(NodeId n, std::vector<Candidate> const &list) {
  for (Candidate const &c : list) {
    if (exhausted()) return;
    SelectorStore const &store = m_sheets[c.sheet].sheet->selectors();
    ComplexSelector const &selector = store.complexes[c.complex];
    if (selector.pseudo == PseudoElement::other || !ancestors_may_match(selector)) continue;
    if (!m_matcher.matches(store, selector, n)) continue;
    m_matches.push_back(
        {c.sheet, c.rule, selector.specificity, selector.pseudo, holds(c.sheet, c.rule).is_true()});
  }
}

bool RuleMatches::ancestors_may_match(ComplexSelector const &selector) const {
  for (std::uint32_t key : selector.ancestors) {
    if (key == 0) return true;
    if (m_open.empty() || !m_open.back().names.may_have(key)) return false;
  }
  return true;
}

void RuleMatches::open(NodeId n) {
  NodeId const end = m_document.subtree_end(n);
  if (end.value == n.value + 1) return;
  Open next{end, m_open.empty() ? Bloom{} : m_open.back().names};
  ElementFacts const &facts = m_matcher.facts(n);
  next.names.add(type_key(facts.type_hash));
  if (facts.id_hash != 0) next.names.add(id_key(facts.id_hash));
  for (auto const &name : m_matcher.classes(n))
    next.names.add(class_key(name.hash));
  m_open.push_back(next);
}

}  // namespace wza::web::css
