// SPDX-License-Identifier: Apache-2.0
// Judging by the examples of criteria_examples.tsv and by criteria made for the purpose.
#include "gis/field/evaluate.h"

#include "db/seed.h"
#include "db/store/criteria.h"
#include "gis/field/import_facilities.h"
#include "gis/field/import_inspections.h"
#include "tests/gis/field/drawn_county.h"

#include <iterator>
#include <set>

namespace wza::gis {
namespace {

std::string file(std::string const &path) {
  std::ifstream in(path, std::ios::binary);
  EXPECT_TRUE(in) << path;
  return {std::istreambuf_iterator<char>(in), {}};
}

using CriteriaExamples = DrawnCounty;

/// Through the whole import, so that facts are read as offices write them.
TEST_F(CriteriaExamples, EachIsJudgedAsItSays) {
  auto const content = file(WZA_SOURCE_DIR "/tests/gis/criteria_examples.tsv");
  auto const table = parse_tsv("criteria_examples.tsv", content);
  ASSERT_TRUE(table) << table.problem().in(Lang::en);
  std::map<std::string, std::set<std::string>> seen;
  for (auto const &row : table->rows) {
    ASSERT_EQ(row.fields.size(), 7U);
    auto const name = std::to_string(row.line);
    auto const facility =
        import_facilities(*m_tracker,
                          csv("id,name,type,build,lon,lat\nE" + name + ",例（虚构）,library," +
                              std::string(row.fields[1]) + ",123.3259,29.1784\n"),
                          in(Frame::wgs84));
    ASSERT_TRUE(facility);
    ASSERT_TRUE(facility->refused.empty()) << facility->refused[0].in(Lang::en);
    auto const report = import_inspections(
        *m_tracker,
        csv("facility,date,component,criterion,value,unit,context\nE" + name + ",2024-01-01,x," +
            std::string(row.fields[0]) + "," + std::string(row.fields[3]) + "," +
            std::string(row.fields[4]) + "," + std::string(row.fields[2]) + "\n"),
        {});
    ASSERT_TRUE(report);
    ASSERT_TRUE(report->refused.empty()) << row.line << ": " << report->refused[0].in(Lang::en);
    auto outcome =
        m_tracker->db().prepare("SELECT outcome, reason_zh FROM v_inspection WHERE facility = ?1");
    ASSERT_TRUE(outcome.bind("E" + name).step());
    EXPECT_EQ(outcome.text(0), row.fields[5])
        << "line " << row.line << ": " << row.fields[6] << " – " << outcome.text(1);
    seen[std::string(row.fields[0])].insert(std::string(row.fields[5]));
  }
  EXPECT_GE(seen.size(), 13U);
}

Criterion range() {
  Criterion c;
  c.id = CriterionId("test");
  c.name = {"测试", "Test"};
  c.quantity = {"高度", "height"};
  c.comparator = Comparator::between;
  c.low = Quantity{Dimension::length, 0.85};
  c.high = Quantity{Dimension::length, 1.1};
  c.threshold = "0.85..1.10";
  c.unit = "m";
  return c;
}

Reading metres(double value) {
  return Quantity{Dimension::length, value};
}

TEST(Judge, TheMarginTellsHowFarBeyondTheNearerEnd) {
  auto const low = judge(range(), metres(0.80), {});
  EXPECT_EQ(low.outcome, Outcome::failed);
  EXPECT_NEAR(*low.margin, 0.05, 1e-9);
  EXPECT_NEAR(low.demanded->si, 0.85, 1e-9);
  auto const high = judge(range(), metres(1.25), {});
  EXPECT_NEAR(*high.margin, 0.15, 1e-9);
  EXPECT_LT(*judge(range(), metres(1.0), {}).margin, 0);
}

TEST(Judge, ReasonsNameValueDemandAndDistanceInBothLanguages) {
  auto const failed = judge(range(), metres(1.25), {});
  EXPECT_EQ(failed.reason.zh, "实测 1.25 m，不符合：高度应介于 0.85～1.10 m；相差 0.15 m。");
  EXPECT_EQ(failed.reason.en,
            "Measured 1.25 m; not met: height must be between 0.85 and 1.10 m; off by 0.15 m.");
}

TEST(Judge, WhatWasNotMeasuredIsNeverGuessed) {
  auto const result = judge(range(), std::nullopt, {});
  EXPECT_EQ(result.outcome, Outcome::cant_tell);
  EXPECT_NE(result.reason.zh.find("高度"), std::string::npos);
}

TEST(Judge, AnUnknownConditionIsNamedAndOnlyAFailureDependsOnIt) {
  auto c = range();
  c.applies_when = *parse_condition("site_constrained");
  auto const failing = judge(c, metres(2), {});
  EXPECT_EQ(failing.outcome, Outcome::cant_tell);
  EXPECT_NE(failing.reason.en.find("site_constrained"), std::string::npos);
  EXPECT_EQ(judge(c, metres(1), {}).outcome, Outcome::passed);
  Circumstances known;
  known.facts["site_constrained"] = true;
  EXPECT_EQ(judge(c, metres(2), known).outcome, Outcome::failed);
  known.facts["site_constrained"] = false;
  EXPECT_EQ(judge(c, metres(2), known).outcome, Outcome::inapplicable);
}

TEST(Judge, AConditionThatOnlyPeopleCanReadLeavesTheVerdictToTheInspector) {
  auto c = range();
  c.needs_judgement = true;
  c.condition = {"仅限残疾人集中的场所", "Only where many disabled people come"};
  auto const undecided = judge(c, metres(2), {});
  EXPECT_EQ(undecided.outcome, Outcome::cant_tell);
  EXPECT_NE(undecided.reason.zh.find("残疾人集中"), std::string::npos);
  Circumstances said;
  said.applies = true;
  EXPECT_EQ(judge(c, metres(2), said).outcome, Outcome::failed);
  said.applies = false;
  EXPECT_EQ(judge(c, metres(2), said).outcome, Outcome::inapplicable);
}

TEST(Judge, ThresholdsThatFollowATotalNeedTheTotal) {
  auto c = range();
  c.comparator = Comparator::at_least;
  c.high.reset();
  c.low = Quantity{Dimension::ratio, 0.01};
  c.unit = "%";
  c.threshold = "1";
  c.steps = {{"bays_total", 0, 99, Dimension::count, 1, 0, 0, std::nullopt, false},
             {"bays_total", 100, std::nullopt, Dimension::count, 0, 0.01, 0, std::nullopt, true}};
  Reading const two = Quantity{Dimension::count, 2};
  auto const unknown = judge(c, two, {});
  EXPECT_EQ(unknown.outcome, Outcome::cant_tell);
  EXPECT_NE(unknown.reason.zh.find("bays_total"), std::string::npos);
  Circumstances at;
  at.facts["bays_total"] = Quantity{Dimension::count, 150};
  EXPECT_EQ(judge(c, two, at).outcome, Outcome::passed);
  at.facts["bays_total"] = Quantity{Dimension::count, 250};
  auto const short_by_one = judge(c, two, at);
  EXPECT_EQ(short_by_one.outcome, Outcome::failed);
  EXPECT_DOUBLE_EQ(short_by_one.demanded->si, 3);
}

TEST(Judge, WhatMustBeExactSaysHowFarItIsApartAndWhatIsAllowed) {
  auto c = range();
  c.comparator = Comparator::exactly;
  c.low = c.high = Quantity{Dimension::length, 0.55};
  c.tolerance = Tolerance{{}, {Dimension::length, 0.002}};
  EXPECT_EQ(judge(c, metres(0.552), {}).outcome, Outcome::passed);
  auto const off = judge(c, metres(0.553), {});
  EXPECT_EQ(off.outcome, Outcome::failed);
  EXPECT_NEAR(off.margin.value(), 0.001, 1e-9) << "beyond the tolerance";
  EXPECT_NE(off.reason.en.find("0.003 m apart, more than the tolerance ±0.002 m"),
            std::string::npos)
      << off.reason.en;
}

TEST(Judge, AStandardThatWasReplacedJudgesNothing) {
  auto c = range();
  c.superseded_by = CriterionId("newer");
  EXPECT_EQ(judge(c, metres(2), {}).outcome, Outcome::inapplicable);
}

TEST(ReadValue, TextInANumberAndAWrongUnitAreRefusedWithTheWayOut) {
  auto const text = read_value(range(), "约一米", "m");
  ASSERT_FALSE(text);
  EXPECT_EQ(text.problem().code, ProblemCode::bad_number);
  EXPECT_EQ(read_value(range(), "1", "N").problem().code, ProblemCode::bad_value);
  EXPECT_EQ(read_value(range(), "1 N", "").problem().code, ProblemCode::bad_number);
  auto const empty = read_value(range(), " ", "m");
  ASSERT_TRUE(empty);
  EXPECT_FALSE(*empty);
}

}  // namespace
}  // namespace wza::gis
