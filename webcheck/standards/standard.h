// SPDX-License-Identifier: Apache-2.0
// What a user can ask to be tested against: a norm up to a level, and the rules that belong to it.
#pragma once

#include "db/base/enum_names.h"
#include "webcheck/rule.h"
#include "webcheck/standards/clause.h"

#include <cstdint>
#include <vector>

namespace wza::web {

/// `all` is every rule that there is: also level AAA and mere good practice.
enum class Standard : std::uint8_t {
  wcag22_aa,
  gbt37668_1,
  gbt37668_2,
  gbt37668_3,
  miit_elder,
  all
};

}  // namespace wza::web

template <>
struct wza::Names<wza::web::Standard> {
  static constexpr std::array kAll{
      Name{web::Standard::wcag22_aa, "wcag22-aa", "WCAG 2.2 AA 级", "WCAG 2.2 level AA"},
      Name{web::Standard::gbt37668_1, "gbt37668-1", "GB/T 37668-2019 一级",
           "GB/T 37668-2019 level 1"},
      Name{web::Standard::gbt37668_2, "gbt37668-2", "GB/T 37668-2019 二级",
           "GB/T 37668-2019 level 2"},
      Name{web::Standard::gbt37668_3, "gbt37668-3", "GB/T 37668-2019 三级",
           "GB/T 37668-2019 level 3"},
      Name{web::Standard::miit_elder, "miit-elder", "工信部互联网网站适老化通用设计规范",
           "MIIT norm for elder-friendly web sites"},
      Name{web::Standard::all, "all", "全部规则", "All rules"},
  };
};
static_assert(wza::covers(wza::web::Standard::all));

namespace wza::web {

/// Whether a page must meet that clause to conform. Clauses for apps alone are in none but `all`.
bool demands(Standard standard, Clause const &clause);

/// The clauses that a page must meet, in the order of their tables.
std::vector<Clause const *> clauses_of(Standard standard);

/// The smallest standard that demands the clause; `all` for level AAA and for what is for apps.
Standard smallest_with(Clause const &clause);

/// Whether the rule's basis holds a clause that the standard demands. All rules belong to `all`.
bool belongs(Rule const &rule, Standard standard);

/// The rules that belong to it, in the order of all_rules().
std::vector<Rule const *> rules_of(Standard standard);

/// What is tested where nobody asks for a standard: everything but rules that only serve level
/// AAA. Good practice is among it, and told as advice.
std::vector<Rule const *> default_rules();

/// Good practice: shown apart, and never a reason to fail a page.
inline bool is_advice(Rule const &rule) {
  return rule.kind == Kind::best_practice;
}

}  // namespace wza::web
