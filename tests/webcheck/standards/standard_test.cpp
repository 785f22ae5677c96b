// SPDX-License-Identifier: Apache-2.0
// Clauses, standards and the rules that belong to them, against the tables and all rules there are.
#include "webcheck/standards/standard.h"

#include "webcheck/engine.h"
#include "webcheck/standards/clause_notes.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <set>
#include <string>

namespace wza::web {
namespace {

constexpr std::array kNorms{Norm::wcag22, Norm::gbt37668, Norm::miit_elder};

bool has(std::vector<Rule const *> const &rules, std::string_view id) {
  return std::ranges::find(rules, id, &Rule::id) != rules.end();
}

TEST(Clauses, are_those_of_the_norms) {
  EXPECT_EQ(clauses_of(Standard::wcag22_aa).size(), 55U);  // 31 of level A and 24 of level AA
  EXPECT_EQ(clauses_of(Standard::gbt37668_3).size(), 50U);
  EXPECT_EQ(clauses_of(Standard::miit_elder).size(), 14U);
  EXPECT_EQ(find_clause(Norm::wcag22, "4.1.1"), nullptr);  // removed by WCAG 2.2
  EXPECT_EQ(level_name(*find_clause(Norm::wcag22, "1.4.3")), "AA");
  EXPECT_EQ(level_name(*find_clause(Norm::gbt37668, "3.2.1.2")), "1");
}

TEST(Clauses, exist_where_a_rule_names_them) {
  for (Rule const *const rule : all_rules()) {
    for (Norm const norm : kNorms) {
      for (std::string_view const id : basis_in(*rule, norm)) {
        EXPECT_NE(find_clause(norm, id), nullptr)
            << rule->id << " names " << key(norm) << " " << id;
      }
    }
  }
}

TEST(Standards, hold_the_rules_of_their_clauses_up_to_their_level) {
  EXPECT_TRUE(has(rules_of(Standard::wcag22_aa), "text-contrast"));
  EXPECT_FALSE(has(rules_of(Standard::wcag22_aa), "text-contrast-enhanced"));
  EXPECT_FALSE(has(rules_of(Standard::gbt37668_3), "text-contrast"));  // it has no such clause
  EXPECT_TRUE(has(rules_of(Standard::gbt37668_1), "link-has-name"));
  EXPECT_FALSE(has(rules_of(Standard::gbt37668_1), "page-has-title"));  // 3.4.3.1 is of level 2
  EXPECT_TRUE(has(rules_of(Standard::gbt37668_2), "page-has-title"));
  EXPECT_EQ(rules_of(Standard::all).size(), all_rules().size());
}

TEST(Standards, leave_out_by_default_what_only_serves_level_aaa) {
  std::vector<Rule const *> const rules = default_rules();
  EXPECT_FALSE(has(rules, "text-contrast-enhanced"));
  EXPECT_TRUE(has(rules, "text-contrast"));
  for (Rule const *const rule : all_rules()) {
    EXPECT_TRUE(!is_advice(*rule) || has(rules, rule->id)) << rule->id;
  }
}

TEST(Standards, are_named_by_the_smallest_that_demands_a_clause) {
  EXPECT_EQ(smallest_with(*find_clause(Norm::gbt37668, "3.2.1.2")), Standard::gbt37668_1);
  EXPECT_EQ(smallest_with(*find_clause(Norm::gbt37668, "3.3.4.4")), Standard::gbt37668_3);
  EXPECT_EQ(smallest_with(*find_clause(Norm::wcag22, "1.4.6")), Standard::all);
  EXPECT_EQ(smallest_with(*find_clause(Norm::miit_elder, "focus")), Standard::miit_elder);
}

void expect_notes(Standard standard) {
  for (Clause const *const clause : clauses_of(standard)) {
    ClauseNote const *const note = note_of(*clause);
    ASSERT_NE(note, nullptr) << clause->id << " has no note";
    bool const silent = note->cover == Cover::whole;
    EXPECT_EQ(note->note.zh.empty(), silent) << clause->id;
    EXPECT_EQ(note->note.en.empty(), silent) << clause->id;
    bool const question = !silent && note->cover != Cover::outside;
    EXPECT_EQ(note->note.en.find('?') != std::string_view::npos, question) << clause->id;
    EXPECT_EQ(note->note.zh.find("？") != std::string_view::npos, question) << clause->id;
  }
}

TEST(ClauseNotes, tell_of_each_criterion_of_wcag_what_is_left_for_people) {
  expect_notes(Standard::wcag22_aa);
}

TEST(ClauseNotes, tell_of_each_clause_of_gbt_37668_what_is_left_for_people) {
  expect_notes(Standard::gbt37668_3);
  EXPECT_EQ(notes_of(Norm::gbt37668).size(), 50u);  // of 58; the others are for apps alone
}

TEST(ClauseNotes, tell_of_each_item_of_miit_what_is_left_for_people) {
  expect_notes(Standard::miit_elder);
}

TEST(ClauseNotes, stand_once_for_each_clause_and_for_no_other) {
  for (Norm const norm : kNorms) {
    std::set<std::string_view> seen;
    for (ClauseNote const &note : notes_of(norm)) {
      EXPECT_TRUE(seen.insert(note.clause).second) << note.clause;
      EXPECT_NE(find_clause(norm, note.clause), nullptr) << note.clause;
    }
  }
}

TEST(ClauseNotes, claim_to_decide_or_find_only_what_a_rule_tests) {
  for (Norm const norm : kNorms) {
    for (ClauseNote const &note : notes_of(norm)) {
      if (note.cover != Cover::whole && note.cover != Cover::asked) continue;
      EXPECT_TRUE(std::ranges::any_of(all_rules(), [&](Rule const *rule) {
        std::span<std::string_view const> const basis = basis_in(*rule, norm);
        return std::ranges::find(basis, note.clause) != basis.end();
      })) << note.clause;
    }
  }
}

}  // namespace
}  // namespace wza::web
