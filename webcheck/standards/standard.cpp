// SPDX-License-Identifier: Apache-2.0
#include "webcheck/standards/standard.h"

#include <algorithm>
#include <array>

namespace wza::web {
namespace {

constexpr std::array kNorms{Norm::wcag22, Norm::gbt37668, Norm::miit_elder};
/// From small to large, so that the first that demands a clause is the smallest.
constexpr std::array kDemanding{Standard::wcag22_aa, Standard::gbt37668_1, Standard::gbt37668_2,
                                Standard::gbt37668_3, Standard::miit_elder};

template <class Test>
bool any_clause(Rule const &rule, Test const &test) {
  return std::ranges::any_of(clauses_of(rule), [&](Clause const *clause) { return test(*clause); });
}

bool serves_only_more(Rule const &rule) {
  return any_clause(rule, [](Clause const &) { return true; }) &&
         std::ranges::none_of(kDemanding, [&](Standard one) { return belongs(rule, one); });
}

template <class Test>
std::vector<Rule const *> rules_with(Test const &test) {
  std::vector<Rule const *> out;
  for (Rule const *const rule : all_rules()) {
    if (test(*rule)) out.push_back(rule);
  }
  return out;
}

}  // namespace

bool demands(Standard standard, Clause const &clause) {
  auto const up_to = [&](Norm norm, int rank) {
    return clause.norm == norm && clause.web && clause.rank <= rank;
  };
  switch (standard) {
    case Standard::wcag22_aa:
      return up_to(Norm::wcag22, 2);
    case Standard::gbt37668_1:
      return up_to(Norm::gbt37668, 1);
    case Standard::gbt37668_2:
      return up_to(Norm::gbt37668, 2);
    case Standard::gbt37668_3:
      return up_to(Norm::gbt37668, 3);
    case Standard::miit_elder:
      return up_to(Norm::miit_elder, 1);
    case Standard::all:
      return true;
  }
  return false;
}

std::vector<Clause const *> clauses_of(Standard standard) {
  std::vector<Clause const *> out;
  for (Norm const norm : kNorms) {
    for (Clause const &clause : clauses_of(norm)) {
      if (demands(standard, clause)) out.push_back(&clause);
    }
  }
  return out;
}

Standard smallest_with(Clause const &clause) {
  auto const found =
      std::ranges::find_if(kDemanding, [&](Standard one) { return demands(one, clause); });
  return found == kDemanding.end() ? Standard::all : *found;
}

bool belongs(Rule const &rule, Standard standard) {
  return standard == Standard::all ||
         any_clause(rule, [&](Clause const &clause) { return demands(standard, clause); });
}

std::vector<Rule const *> rules_of(Standard standard) {
  return rules_with([&](Rule const &rule) { return belongs(rule, standard); });
}

std::vector<Rule const *> default_rules() {
  return rules_with([](Rule const &rule) { return !serves_only_more(rule); });
}

}  // namespace wza::web
