// SPDX-License-Identifier: Apache-2.0
#include "webcheck/standards/conformance.h"

#include <algorithm>
#include <map>

namespace wza::web {
namespace {

/// What one rule said on all pages.
struct Said {
  bool decided = true;  ///< on each page: neither in doubt nor cut short
  std::uint32_t failed = 0, passed = 0, pages = 0;
};

std::map<Rule const *, Said> said_on(std::span<PageResult const> pages) {
  std::map<Rule const *, Said> out;
  for (PageResult const &page : pages) {
    for (RuleCount const &count : page.rules) {
      Said &said = out[count.rule];
      ++said.pages;
      said.failed += count.failed;
      said.passed += count.passed;
      said.decided = said.decided && count.cant_tell == 0 && count.outcome != Outcome::untested;
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
  bool all_ran = pages > 0;
  bool any_rule = false;
  bool any_passed = false;
  for (Rule const *const rule : all_rules()) {
    if (!names(*rule, clause)) continue;
    any_rule = true;
    auto const found = said.find(rule);
    if (found == said.end() || found->second.pages != pages) {
      all_ran = false;
      continue;
    }
    Said const &one = found->second;
    if (one.failed > 0) item.failed_rules.push_back(rule);
    item.failures += one.failed;
    all_ran = all_ran && one.decided;
    any_passed = any_passed || one.passed > 0;
  }
  if (item.failures > 0) {
    item.state = Conformity::failed;
  } else if (item.cover != Cover::whole || !any_rule || !all_ran) {
    item.state = Conformity::needs_person;
  } else {
    item.state = any_passed ? Conformity::passed : Conformity::does_not_apply;
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
