// SPDX-License-Identifier: Apache-2.0
// A conformance table claims no more than was tested.
#include "webcheck/standards/conformance.h"

#include "webcheck/engine.h"
#include "webcheck/standards/people.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <vector>

namespace wza::web {
namespace {

PageResult page_with(std::string_view rule, Outcome outcome) {
  PageResult page;
  for (Rule const *const one : all_rules()) {
    RuleCount count;
    count.rule = one;
    count.outcome = one->id == rule ? outcome : Outcome::inapplicable;
    count.failed = one->id == rule && outcome == Outcome::failed ? 2 : 0;
    count.passed = one->id == rule && outcome == Outcome::passed ? 1 : 0;
    page.rules.push_back(count);
  }
  return page;
}

ConformanceItem item(Conformance const &table, std::string_view clause) {
  auto const found = std::ranges::find_if(
      table.items, [&](ConformanceItem const &one) { return one.clause->id == clause; });
  EXPECT_NE(found, table.items.end());
  return *found;
}

TEST(Conformance, is_missed_where_one_page_of_many_fails) {
  std::array const pages{page_with("image-has-name", Outcome::passed),
                         page_with("image-has-name", Outcome::failed)};
  Conformance const table = conformance_of(Standard::wcag22_aa, pages);
  ConformanceItem const one = item(table, "1.1.1");
  EXPECT_EQ(one.state, Conformity::failed);
  EXPECT_EQ(one.failures, 2U);
  ASSERT_EQ(one.failed_rules.size(), 1U);
  EXPECT_EQ(one.failed_rules[0]->id, "image-has-name");
}

TEST(Conformance, needs_a_person_where_our_rules_are_but_a_part) {
  std::array const pages{page_with("image-has-name", Outcome::passed)};
  ConformanceItem const one = item(conformance_of(Standard::wcag22_aa, pages), "1.1.1");
  EXPECT_EQ(one.state, Conformity::needs_person);
  EXPECT_FALSE(one.note.en.empty());
}

PageResult page_with_lang(Outcome matches) {
  PageResult page = page_with("", Outcome::passed);
  for (RuleCount &count : page.rules) {
    std::string_view const id = count.rule->id;
    if (id == "html-has-lang" || id == "html-lang-valid") count.outcome = Outcome::passed;
    if (id == "html-lang-matches") count.outcome = matches;
  }
  return page;
}

TEST(Conformance, is_met_only_where_every_rule_of_a_whole_clause_passed_on_every_page) {
  auto const state = [](std::vector<PageResult> const &pages) {
    return item(conformance_of(Standard::wcag22_aa, pages), "3.1.1").state;
  };
  PageResult const good = page_with_lang(Outcome::passed);
  EXPECT_EQ(state({good, good}), Conformity::passed);
  EXPECT_EQ(state({good, page_with_lang(Outcome::cant_tell)}), Conformity::needs_person);
  EXPECT_EQ(state({good, page_with_lang(Outcome::inapplicable)}), Conformity::needs_person);
  EXPECT_EQ(state({good, page_with_lang(Outcome::untested)}), Conformity::needs_person);
}

TEST(Conformance, does_not_apply_only_where_rules_that_look_for_it_are_sure) {
  auto const state = [](std::string_view rule, Outcome outcome, std::string_view clause) {
    std::array const pages{page_with(rule, outcome)};
    return item(conformance_of(Standard::wcag22_aa, pages), clause).state;
  };
  EXPECT_EQ(state("", Outcome::passed, "2.1.4"), Conformity::does_not_apply);
  EXPECT_EQ(state("character-shortcuts-can-be-changed", Outcome::cant_tell, "2.1.4"),
            Conformity::needs_person);
  EXPECT_EQ(state("", Outcome::passed, "1.2.2"), Conformity::needs_person);  // frames may hold some
}

TEST(Conformance, says_nothing_of_untested_pages) {
  Conformance const table = conformance_of(Standard::wcag22_aa, {});
  EXPECT_EQ(table.count(Conformity::needs_person), table.items.size());
}

TEST(Conformance, tells_every_clause_of_the_standard_once) {
  std::array const pages{page_with("", Outcome::passed)};
  for (auto const &standard : Names<Standard>::kAll) {
    if (standard.value == Standard::all) continue;
    Conformance const table = conformance_of(standard.value, pages);
    EXPECT_EQ(table.items.size(), clauses_of(standard.value).size());
    std::uint32_t sum = 0;
    for (auto const &state : Names<Conformity>::kAll)
      sum += table.count(state.value);
    EXPECT_EQ(sum, table.items.size());
  }
  EXPECT_EQ(tables_of(Standard::all).size(), 3U);
}

TEST(PeopleOf, a_rule_are_those_of_its_criteria_unless_it_names_them) {
  EXPECT_EQ(people_of(*find_rule("text-contrast")),
            (std::vector{People::low_vision, People::colour}));
  Rule rule;
  static constexpr std::array kDeaf{People::deaf};
  rule.people = kDeaf;
  EXPECT_EQ(people_of(rule), std::vector{People::deaf});
}

TEST(PeopleOf, each_criterion_are_known) {
  for (Clause const &clause : clauses_of(Norm::wcag22))
    EXPECT_FALSE(people_of_criterion(clause.id).empty()) << clause.id;
}

TEST(PeopleOf, each_requirement_are_known) {
  for (Rule const *const rule : all_rules()) {
    bool const named = !clauses_of(*rule).empty();
    EXPECT_TRUE(!named || !people_of(*rule).empty()) << rule->id;
  }
}

}  // namespace
}  // namespace wza::web
