// SPDX-License-Identifier: Apache-2.0
// Which style rules match each element, asked in tree order. Candidates come from an index by id,
// class and type, and pass a Bloom filter of the ancestors' names before they are matched.
#pragma once

#include "webcheck/css/author_sheets.h"
#include "webcheck/dom/selector_match.h"

#include <bitset>
#include <span>
#include <unordered_map>
#include <vector>

namespace wza::web::css {

/// A rule that matches, by its place in the list of sheets.
struct Match {
  std::uint32_t sheet, rule;
  Specificity specificity;
  PseudoElement pseudo;
  bool certain;  ///< false where its conditions are not known to hold
  bool operator==(Match const &) const = default;
};

class RuleMatches {
 public:
  /// `document` and `sheets` must outlive it.
  RuleMatches(Document const &document, std::vector<ActiveSheet> const &sheets,
              CpuBudget const &cpu)
      : m_document(document), m_matcher(document, cpu), m_sheets(sheets) {}

  /// Finds the rules of an element that stands behind all those asked for before.
  void find(NodeId n);
  std::span<Match const> matches() const { return m_matches; }
  /// True once matching cost too much; then the answers are worth nothing.
  bool exhausted() const { return m_matcher.exhausted(); }

 private:
  struct Candidate {
    std::uint32_t sheet, rule, complex;
  };
  /// The names of all ancestors, 512 bits, two a name.
  struct Bloom {
    std::bitset<512> bits;
    void add(std::uint32_t key) {
      bits.set(key & 511);
      bits.set(key >> 9 & 511);
    }
    bool may_have(std::uint32_t key) const {
      return bits.test(key & 511) && bits.test(key >> 9 & 511);
    }
  };
  struct Open {
    NodeId end;
    Bloom names;
  };

  std::vector<Candidate> const &candidates(std::uint32_t key);
  Trilean holds(std::uint32_t s, std::uint32_t rule) const;
  void collect(NodeId n, std::vector<Candidate> const &list);
  bool ancestors_may_match(ComplexSelector const &selector) const;
  void open(NodeId n);

  Document const &m_document;
  SelectorMatcher m_matcher;
  std::vector<ActiveSheet> const &m_sheets;
  std::unordered_map<std::uint32_t, std::vector<Candidate>> m_candidates;
  std::vector<Open> m_open;  ///< the chain of ancestors
  std::vector<Match> m_matches;
};

}  // namespace wza::web::css
