// SPDX-License-Identifier: Apache-2.0
#include "db/model/criterion.h"

#include <gtest/gtest.h>

namespace wza {
namespace {

Condition read(std::string_view text) {
  auto condition = parse_condition(text);
  EXPECT_TRUE(condition) << text;
  return condition ? *condition : Condition{};
}

Quantity metres(double value) {
  return {Dimension::length, value};
}

TEST(Condition, EmptyTextAppliesAlways) {
  EXPECT_EQ(read("").kind, Condition::Kind::always);
  EXPECT_TRUE(applies(read(""), {}).is_true());
}

TEST(Condition, KeepsNumbersInSi) {
  Condition const c = read("rise_per_run <= 150 mm");
  EXPECT_EQ(c.kind, Condition::Kind::compare);
  EXPECT_EQ(c.comparator, Comparator::at_most);
  EXPECT_EQ(c.value, metres(0.15));
  EXPECT_DOUBLE_EQ(read("slope > 1:20").value.si, 0.05);
  EXPECT_EQ(read("bays_total < 100").value, (Quantity{Dimension::count, 100}));
}

TEST(Condition, AndBindsTighterThanOr) {
  Condition const c = read("a and b or c");
  ASSERT_EQ(c.kind, Condition::Kind::any_of);
  ASSERT_EQ(c.parts.size(), 2U);
  EXPECT_EQ(c.parts[0].kind, Condition::Kind::all_of);
}

TEST(Condition, FormattedTextReadsBackToTheSameTree) {
  for (char const *text :
       {"", "site_constrained and rise_per_run <= 150 mm", "not (a or b = x|y) and n >= 3",
        "slope > 1:16 and slope <= 1:12", "not entrance_type = level_slope"}) {
    Condition const once = read(text);
    EXPECT_EQ(read(format_condition(once)), once) << text;
  }
}

TEST(Condition, RefusesWhatItDoesNotUnderstand) {
  for (char const *text : {"rise <", "and", "(a", "a b", "rise <= 3 parsecs", "kind = ", "a or"}) {
    auto const refused = parse_condition(text);
    ASSERT_FALSE(refused) << text;
    EXPECT_FALSE(refused.problem().reason.zh.empty());
  }
}

TEST(Condition, UnknownFactsStayUnknownUnlessTheRestDecides) {
  Condition const c = read("site_constrained and rise_per_run <= 150 mm");
  EXPECT_TRUE(applies(c, {}).is_unknown());
  EXPECT_TRUE(applies(c, {{"rise_per_run", metres(0.3)}}).is_false());
  EXPECT_TRUE(applies(c, {{"rise_per_run", metres(0.1)}}).is_unknown());
  EXPECT_TRUE(applies(c, {{"rise_per_run", metres(0.1)}, {"site_constrained", true}}).is_true());
}

TEST(Condition, NegationOfAConstrainedSiteHoldsForAHighRamp) {
  Condition const c = read("not (site_constrained and rise_per_run <= 150 mm)");
  EXPECT_TRUE(applies(c, {{"rise_per_run", metres(0.3)}}).is_true());
  EXPECT_TRUE(applies(c, {}).is_unknown());
}

TEST(Condition, AnImpliedFactIsPassedOverUntilSomebodyRecordsIt) {
  Condition c = read("not entrance_type = level_slope");
  c.parts[0].implied = true;
  EXPECT_TRUE(applies(c, {}).is_true());
  EXPECT_TRUE(applies(c, {{"entrance_type", std::string("level_slope")}}).is_false());
}

TEST(Condition, AFactOfTheWrongKindIsUnknown) {
  EXPECT_TRUE(applies(read("headroom < 2 m"), {{"headroom", true}}).is_unknown());
  EXPECT_TRUE(
      applies(read("headroom < 2 m"), {{"headroom", Quantity{Dimension::count, 1}}}).is_unknown());
}

TEST(Condition, ThresholdItselfIsNotLostToBinaryFractions) {
  EXPECT_TRUE(applies(read("rise <= 300 mm"), {{"rise", metres(0.1 + 0.2)}}).is_true());
  EXPECT_TRUE(applies(read("rise > 300 mm"), {{"rise", metres(0.1 + 0.2)}}).is_false());
}

TEST(Steps, SeatsOfAHallRoundUpToWholePlaces) {
  std::vector<Step> const seats{
      {"seats_total", 401, std::nullopt, Dimension::count, 2, 0.005, 400, std::nullopt, true}};
  EXPECT_EQ(demanded_at(seats, 750)->si, 4);
  EXPECT_EQ(demanded_at(seats, 401)->si, 3);
  EXPECT_EQ(demanded_at(seats, 600)->si, 3);
  EXPECT_EQ(demanded_at(seats, 601)->si, 4);
  EXPECT_FALSE(demanded_at(seats, 400));
}

TEST(Steps, OnePercentOfSevenHundredIsSevenNotEight) {
  std::vector<Step> const bays{
      {"bays_total", 100, std::nullopt, Dimension::count, 0, 0.01, 0, std::nullopt, true}};
  EXPECT_EQ(demanded_at(bays, 700)->si, 7);
  EXPECT_EQ(demanded_at(bays, 701)->si, 8);
}

TEST(Steps, MinimumHoldsWhereTheShareIsSmall) {
  std::vector<Step> const bays{
      {"bays_total", 1, std::nullopt, Dimension::count, 0, 0.02, 0, 2, true}};
  EXPECT_EQ(demanded_at(bays, 10)->si, 2);
  EXPECT_EQ(demanded_at(bays, 150)->si, 3);
}

}  // namespace
}  // namespace wza
