// SPDX-License-Identifier: Apache-2.0
// The shipped reference tables: complete, unique, consistent with each other and with the words
// that the program knows.
#include "db/store/reference.h"

#include "db/model/criterion.h"
#include "db/model/plan.h"
#include "db/model/standard.h"
#include "db/seed.h"
#include "db/store/criteria.h"
#include "tests/support/temp_tracker.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <map>
#include <set>

namespace wza {
namespace {

class Reference : public testing::Test {
 protected:
  void SetUp() override {
    auto const seeded = seed(*m_tracker);
    ASSERT_TRUE(seeded) << seeded.problem().in(Lang::en);
  }
  std::int64_t number(std::string_view sql) {
    auto row = m_tracker->db().prepare(sql);
    return row.step() ? row.get<std::int64_t>(0) : -1;
  }
  /// First column of each row.
  std::vector<std::string> list(std::string_view sql) {
    std::vector<std::string> all;
    auto rows = m_tracker->db().prepare(sql);
    while (rows.step())
      all.push_back(rows.get<std::string>(0));
    return all;
  }
  TempTracker m_tracker;
};

TEST_F(Reference, EveryTableHasItsRows) {
  std::map<std::string, std::int64_t> const expected{
      {"criteria", 415},
      {"facility_types", 41},
      {"place_types", 34},
      {"gbt37668", 58},
      {"wcag22", 87},
      {"law", 50},
      {"demands", 220},
      {"plans", 5},
      {"targets", 12},
      {"retrofit_items", 61},
      {"disability_categories", 7},
      {"disability_grades", 28},
      {"retrofit_states", 16},
      {"retrofit_figures", 16},
      {"eligibility", 9},
      {"miit_elder", 29},
      {"toolbars", 23},
      {"issue_states", 12},
      {"field_form", 30},
      {"coordinate_sources", 12},
      {"instruments", 6},
      {"criteria_sides", 53},
      {"component_parts", 68},
      {"required_elements", 55},
      {"usual_elements", 38},
      {"admin_codes", 402},
  };
  for (auto const &[table, rows] : expected)
    EXPECT_EQ(number(fmt::format("SELECT count(*) FROM {} WHERE retired = 0", table)), rows)
        << table;
}

TEST_F(Reference, EachStandardHasAllItsCriteriaAndLevels) {
  EXPECT_EQ(number("SELECT count(*) FROM criteria WHERE standard = 'GB 55019-2021'"), 197);
  EXPECT_EQ(number("SELECT count(*) FROM criteria WHERE standard = 'GB 55019-2021' "
                   "AND obligation <> 'must'"),
            0);
  EXPECT_EQ(number("SELECT count(*) FROM criteria WHERE standard = 'GB 50763-2012'"), 218);
  EXPECT_EQ(number("SELECT count(*) FROM gbt37668 WHERE level = 1"), 20);
  EXPECT_EQ(number("SELECT count(*) FROM gbt37668 WHERE level = 2"), 17);
  EXPECT_EQ(number("SELECT count(*) FROM gbt37668 WHERE level = 3"), 21);
  EXPECT_EQ(number("SELECT count(*) FROM wcag22 WHERE status = 'active'"), 86);
  EXPECT_EQ(number("SELECT count(*) FROM criteria WHERE confidence = 'memory'"), 81);
}

TEST_F(Reference, EveryWordOfAListIsARowOfTheOtherTable) {
  auto const missing = [&](std::string_view from, std::string_view key, std::string_view column,
                           std::string_view to) {
    return list(fmt::format(
        "SELECT t.{1} || ': ' || j.value FROM {0} t, "
        "json_each('[\"' || replace(t.{2}, ';', '\",\"') || '\"]') j WHERE t.{2} IS NOT NULL AND "
        "j.value NOT IN (SELECT * FROM ({3}))",
        from, key, column, to));
  };
  EXPECT_EQ(missing("gbt37668", "clause", "wcag", "SELECT sc FROM wcag22"),
            std::vector<std::string>{});
  EXPECT_EQ(missing("wcag22", "sc", "gbt37668", "SELECT clause FROM gbt37668"),
            std::vector<std::string>{});
  EXPECT_EQ(missing("place_types", "code", "demands", "SELECT id FROM demands"),
            std::vector<std::string>{});
  EXPECT_EQ(missing("criteria", "id", "places", "SELECT code FROM place_types"),
            std::vector<std::string>{});
}

TEST_F(Reference, PlansStandOnDistrictsWithCodes) {
  EXPECT_EQ(number("SELECT count(*) FROM plans p JOIN admin_codes a ON a.code = p.district"), 5);
}

TEST_F(Reference, ChildrenOfAnAdministrativeUnitShareItsDigits) {
  EXPECT_EQ(number("SELECT count(*) FROM admin_codes c JOIN admin_codes p ON p.code = c.parent "
                   "WHERE substr(c.code, 1, CASE p.level WHEN 'province' THEN 2 WHEN 'prefecture' "
                   "THEN 4 ELSE 6 END) <> substr(p.code, 1, CASE p.level WHEN 'province' THEN 2 "
                   "WHEN 'prefecture' THEN 4 ELSE 6 END)"),
            0);
  EXPECT_EQ(number("SELECT count(*) FROM admin_codes WHERE parent IS NULL"), 4);
  EXPECT_EQ(number("SELECT count(*) FROM admin_codes WHERE parent = '441821' AND level = 'town'"),
            6);
}

TEST_F(Reference, TargetsAreTheirQuotedNumberInTheirUnit) {
  std::map<std::string, double> const factors{
      {"户", 1}, {"万户", 10000}, {"%", 0.01}, {"所/县", 1}, {"个", 1}};
  auto rows = m_tracker->db().prepare("SELECT id, quoted, unit, unit_factor, value FROM targets");
  while (rows.step()) {
    auto const id = rows.get<std::string>(0);
    auto const factor = factors.find(rows.get<std::string>(2));
    ASSERT_NE(factor, factors.end()) << id;
    EXPECT_DOUBLE_EQ(rows.get<double>(3), factor->second) << id;
    EXPECT_NEAR(rows.get<double>(4), std::stod(rows.get<std::string>(1)) * factor->second, 1e-9)
        << id;
  }
}

TEST_F(Reference, GuilinPromisesFourThousandHomesAndFogangsBaseIsUnclear) {
  EXPECT_EQ(number("SELECT value FROM targets WHERE id = 'GL-07' AND quoted = '0.4' AND "
                   "unit = '万户' AND nature = 'binding'"),
            4000);
  EXPECT_EQ(number("SELECT value FROM targets WHERE id = 'ZY-07' AND nature = 'binding'"), 2006);
  EXPECT_EQ(number("SELECT value FROM targets WHERE id = 'FG-05' AND base_kind = 'unclear'"), 600);
  EXPECT_EQ(list("SELECT status FROM plans WHERE district = '610103'"),
            std::vector<std::string>{"draft"});
}

TEST_F(Reference, EveryTargetQuotesTheLineOfItsDemand) {
  EXPECT_EQ(number("SELECT count(*) FROM targets t JOIN demands d ON d.id = t.id AND "
                   "d.plan = t.plan AND d.line = t.line AND d.anchor_zh = t.quote_zh"),
            12);
}

TEST_F(Reference, EveryNumberInAQuoteOfHomesIsTheValue) {
  // "5298户", "600户", "1200 户": digits before 户.
  auto rows = m_tracker->db().prepare(
      "SELECT id, quote_zh, value FROM targets WHERE quote_zh GLOB '*[0-9]*户' UNION ALL "
      "SELECT id, quote_zh, value FROM baselines WHERE quote_zh GLOB '*[0-9]*户'");
  int seen = 0;
  while (rows.step()) {
    std::string digits;
    for (char c : rows.get<std::string>(1)) {
      if (c >= '0' && c <= '9') digits += c;
    }
    EXPECT_DOUBLE_EQ(std::stod(digits), rows.get<double>(2)) << rows.get<std::string>(0);
    ++seen;
  }
  EXPECT_EQ(seen, 4);
}

TEST_F(Reference, ThresholdsInSiAreTheTextInItsUnit) {
  for (Criterion const &c : CriteriaStore(*m_tracker).all()) {
    SCOPED_TRACE(c.id.value);
    if (!is_measured(c)) {
      EXPECT_TRUE(c.threshold.empty() && c.unit.empty() && !c.low && !c.high);
      continue;
    }
    auto const unit = unit_of(c.unit);
    ASSERT_TRUE(unit);
    std::size_t const dots = c.threshold.find("..");
    auto const first = parse_quantity(c.threshold.substr(0, dots), *unit);
    ASSERT_TRUE(first);
    if (c.low) {
      EXPECT_EQ(c.low->dimension, first->dimension);
      EXPECT_NEAR(c.low->si, first->si, 1e-12);
    }
    if (c.comparator == Comparator::between) {
      ASSERT_NE(dots, std::string::npos);
      auto const second = parse_quantity(c.threshold.substr(dots + 2), *unit);
      ASSERT_TRUE(second);
      EXPECT_NEAR(c.high->si, second->si, 1e-12);
      EXPECT_LT(c.low->si, c.high->si);
    } else if (c.high) {
      EXPECT_NEAR(c.high->si, first->si, 1e-12);
    }
  }
}

TEST_F(Reference, ConditionsSpeakOfKnownFactsInTheirOwnKind) {
  std::map<std::string, Fact> facts;
  std::set<std::string> used;
  for (Fact &fact : ReferenceStore(*m_tracker).facts())
    facts.emplace(fact.name, fact);
  auto const check = [&](auto const &self, Condition const &c) -> void {
    using Kind = Condition::Kind;
    if (c.kind == Kind::yes || c.kind == Kind::compare || c.kind == Kind::one_of) {
      ASSERT_TRUE(facts.contains(c.fact)) << c.fact;
      Fact const &fact = facts.at(c.fact);
      used.insert(c.fact);
      EXPECT_EQ(fact.kind, c.kind == Kind::yes       ? FactKind::yes
                           : c.kind == Kind::compare ? FactKind::measured
                                                     : FactKind::choice)
          << c.fact;
      if (c.kind == Kind::compare) {
        EXPECT_EQ(fact.dimension, c.value.dimension) << c.fact;
      }
      for (std::string const &word : c.words)
        EXPECT_NE(std::find(fact.words.begin(), fact.words.end(), word), fact.words.end()) << word;
    }
    for (Condition const &part : c.parts)
      self(self, part);
  };
  for (Criterion const &c : CriteriaStore(*m_tracker).all()) {
    SCOPED_TRACE(c.id.value);
    check(check, c.applies_when);
    if (!c.yields.empty()) {
      EXPECT_EQ(facts.at(c.yields).dimension, unit_of(c.unit)->dimension);
      used.insert(c.yields);
    }
    if (c.applies_when.kind != Condition::Kind::always) {
      EXPECT_FALSE(c.condition.empty());
    }
    for (Step const &step : c.steps)
      used.insert(step.fact);
  }
  for (auto const &[name, fact] : facts)
    EXPECT_TRUE(used.contains(name)) << name << " is asked for nowhere";
}

TEST_F(Reference, SupersededCriteriaPointToTheNewerStandard) {
  CriteriaStore criteria(*m_tracker);
  int superseded = 0;
  for (Criterion const &c : criteria.all()) {
    if (c.superseded_by.empty()) continue;
    ++superseded;
    auto const newer = criteria.find(c.superseded_by);
    ASSERT_TRUE(newer) << c.id.value;
    EXPECT_EQ(c.standard, "GB 50763-2012") << c.id.value;
    EXPECT_EQ(newer->standard, "GB 55019-2021") << c.id.value;
    EXPECT_EQ(c.superseded_from, newer->in_force_from) << c.id.value;
    EXPECT_FALSE(c.note.empty() && c.condition.empty()) << c.id.value;
  }
  EXPECT_EQ(superseded, 46);
}

TEST_F(Reference, StepsAgreeWithTheShareOrTableTheyStandFor) {
  CriteriaStore criteria(*m_tracker);
  auto const at = [&](char const *id, double fact) {
    auto const c = criteria.find(CriterionId(id));
    return c ? demanded_at(c->steps, fact).value_or(Quantity{}).si : -1;
  };
  EXPECT_EQ(at("seat-count-more", 750), 4);
  EXPECT_EQ(at("bay-count-large", 100), 1);
  EXPECT_EQ(at("bay-count-large", 101), 2);
  EXPECT_EQ(at("d-res-bay", 1000), 5);
  EXPECT_EQ(at("d-carpark-23", 20), 2);
  EXPECT_NEAR(at("d-ramp-rise-1-16", 1.0 / 16), 0.9, 1e-9);
  EXPECT_NEAR(at("d-ramp-rise-1-16", 1.0 / 20), 1.2, 1e-9);
  EXPECT_NEAR(at("d-ramp-rise-1-12", 1.0 / 12), 0.75, 1e-9);
  EXPECT_NEAR(at("d-ramp-rise-1-10", 1.0 / 10), 0.6, 1e-9);
  EXPECT_NEAR(at("d-ramp-rise-1-8", 1.0 / 8), 0.3, 1e-9);
  EXPECT_NEAR(at("d-ramp-run-1-16", 1.0 / 20), 24, 1e-9);
  EXPECT_NEAR(at("d-ramp-run-1-12", 1.0 / 12), 9, 1e-5);
  EXPECT_NEAR(at("d-ramp-run-1-8", 1.0 / 8), 2.4, 1e-9);
}

TEST_F(Reference, WordsOfTheSchemaAreThoseOfTheProgram) {
  auto const sql_of = [&](std::string const &table) {
    auto row = m_tracker->db().prepare("SELECT sql FROM sqlite_schema WHERE name = ?1");
    row.bind(table);
    return row.step() ? row.get<std::string>(0) : std::string();
  };
  auto const expect = [&](std::string const &table, std::string const &column, auto const &names) {
    std::vector<std::string> keys;
    for (auto const &name : names)
      keys.push_back(fmt::format("'{}'", name.key));
    std::string sql = sql_of(table), flat;
    for (char c : sql) {
      if (c == '\n' || (c == ' ' && !flat.empty() && (flat.back() == ' ' || flat.back() == '('))) {
        if (!flat.empty() && flat.back() != ' ' && flat.back() != '(') flat += ' ';
        continue;
      }
      flat += c;
    }
    auto const wanted = fmt::format("CHECK ({} IN ({}))", column, fmt::join(keys, ", "));
    EXPECT_NE(flat.find(wanted), std::string::npos) << table << ": " << wanted << "\n" << flat;
  };
  expect("criteria", "comparator", Names<Comparator>::kAll);
  expect("criteria", "dimension", Names<Dimension>::kAll);
  expect("criteria", "applies_to", Names<AppliesTo>::kAll);
  expect("criteria", "obligation", Names<Obligation>::kAll);
  expect("criteria", "severity", Names<Severity>::kAll);
  expect("criteria", "confidence", Names<Confidence>::kAll);
  expect("criteria", "origin", Names<Origin>::kAll);
  expect("standards", "kind", Names<StandardKind>::kAll);
  expect("facts", "kind", Names<FactKind>::kAll);
  expect("plans", "status", Names<PlanStatus>::kAll);
  expect("indicators", "kind", Names<IndicatorKind>::kAll);
  expect("indicators", "numerator", Names<Counted>::kAll);
  expect("targets", "relation", Names<TargetRelation>::kAll);
  expect("targets", "base_kind", Names<BaseKind>::kAll);
  expect("targets", "nature", Names<Nature>::kAll);
}

TEST_F(Reference, EveryFileNamesItsSourceFirst) {
  for (EmbeddedFile const &file : embedded_reference()) {
    EXPECT_TRUE(file.content.starts_with("# Source: ")) << file.name;
    EXPECT_TRUE(file.content.ends_with("\n")) << file.name;
    EXPECT_EQ(file.content.find('\r'), std::string_view::npos) << file.name;
  }
}

}  // namespace
}  // namespace wza
