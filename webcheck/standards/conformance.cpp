// SPDX-License-Identifier: Apache-2.0
#include "webcheck/standards/conformance.h"

#include <algorithm>
#include <map>

namespace wza::web {
namespace {

/// What one rule said on all pages.
struct Said {
  bool applied = false;  ///< on some page, or could not be run to its end
  std::uint32_t failed = 0, pages = 0;
  std::uint32_t passed = 0;  ///< pages
};

std::map<Rule const *, Said> said_on(std::span<PageResult const> pages) {
  std::map<Rule const *, Said> out;
  for (PageResult const &page : pages) {
    for (RuleCount const &count : page.rules) {
      Said &said = out[count.rule];
      ++said.pages;
      said.failed += count.failed;
      said.passed += count.outcome == Outcome::passed ? 1 : 0;
      said.applied = said.applied || count.outcome != Outcome::inapplicable;
    }
  }
  return out;
}

bool names(Rule const &rule, Clause const &clause) {
  std::span<std::string_view const> const basis = basis_in(rule, clause.norm);
  return std::ranges::find(basis, clause.id) != basis.end();
}

ConformanceItem item_of(Clause const &clause, std::map<Rule const *, Said> const &said,
                        std::size_t pages) {
  ConformanceItem item;
  item.clause = &clause;
  if (ClauseNote const *const note = note_of(clause)) {
    item.cover = note->cover;
    item.note = note->note;
  }
  bool all_passed = pages > 0;
  bool none_applied = pages > 0;
  bool any_rule = false;
  for (Rule const *const rule : all_rules()) {
    if (!names(*rule, clause)) continue;
    any_rule = true;
    auto const found = said.find(rule);
    if (found == said.end() || found->second.pages != pages) {
      all_passed = none_applied = false;
      continue;
    }
    Said const &one = found->second;
    if (one.failed > 0) item.failed_rules.push_back(rule);
    item.failures += one.failed;
    all_passed = all_passed && one.passed == pages;
    none_applied = none_applied && !one.applied;
  }
  bool const whole = item.cover == Cover::whole && any_rule;
  bool const asked = item.cover == Cover::asked && any_rule;
  if (item.failures > 0) {
    item.state = Conformity::failed;
  } else if (whole && all_passed) {
    item.state = Conformity::passed;
  } else if ((whole || asked) && none_applied) {
    item.state = Conformity::does_not_apply;
  } else {
    item.state = Conformity::needs_person;
  }
  return item;
}

}  // namespace

std::uint32_t Conformance::count(Conformity state) const {
  return static_cast<std::uint32_t>(std::ranges::count(items, state, &ConformanceItem::state));
}

Conformance conformance_of(Standard standard, std::span<PageResult const> pages) {
  Conformance out;
  out.standard = standard;
  out.pages = static_cast<std::uint32_t>(pages.size());
  std::map<Rule const *, Said> const said = said_on(pages);
  for (Clause const *const clause : clauses_of(standard)) {
    out.items.push_back(item_of(*clause, said, pages.size()));
  }
  return out;
}

std::span<Standard const> tables_of(Standard standard) {
  static constexpr std::array kEach{Standard::wcag22_aa, Standard::gbt37668_1, Standard::gbt37668_2,
                                    Standard::gbt37668_3, Standard::miit_elder};
  static constexpr std::array kAll{Standard::wcag22_aa, Standard::gbt37668_3, Standard::miit_elder};
  if (standard == Standard::all) return kAll;
  auto const found = std::ranges::find(kEach, standard);
  return std::span(found, 1);
}

}  // namespace wza::web
