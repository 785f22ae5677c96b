// SPDX-License-Identifier: Apache-2.0
// Measured values as inspectors write them: read in their unit, or refused with the question that
// is open.
#include "gis/field/reading.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>

namespace wza::gis {
namespace {

Criterion measured(Comparator comparator, char const *threshold, char const *unit) {
  Criterion c;
  c.id = CriterionId("x");
  c.comparator = comparator;
  c.threshold = threshold;
  c.unit = unit;
  auto const limit = parse_quantity(threshold, *unit_of(unit));
  if (comparator != Comparator::at_most) c.low = limit;
  if (comparator != Comparator::at_least) c.high = limit;
  return c;
}
Criterion width_in_m() {
  return measured(Comparator::at_least, "1.20", "m");
}
Criterion width_in_mm() {
  return measured(Comparator::at_least, "900", "mm");
}
Criterion opening() {
  return measured(Comparator::at_most, "13", "mm");
}
Criterion slope() {
  return measured(Comparator::at_most, "1:12", "1:n");
}
Criterion share() {
  auto c = measured(Comparator::at_least, "2", "%");
  c.steps = {{"bays_total", 1, std::nullopt, Dimension::count, 0, 0.02, 0, std::nullopt, true}};
  return c;
}

/// The value in SI; nothing where it was refused, which then says why and what to do.
std::optional<double> si(Criterion const &criterion, char const *value, char const *unit = "") {
  auto const read = read_value(criterion, value, unit);
  if (read) return std::get<Quantity>(read->value()).si;
  auto const &problem = read.problem();
  EXPECT_FALSE(problem.reason.zh.empty() || problem.reason.en.empty() ||
               problem.remedy.zh.empty() || problem.remedy.en.empty());
  return std::nullopt;
}
bool refused(Criterion const &criterion, char const *value, char const *unit = "") {
  return !si(criterion, value, unit);
}

TEST(ReadMeasured, ANumberWithoutAUnitIsAskedForWhereAnotherUnitFitsBetter) {
  EXPECT_EQ(si(width_in_m(), "1.1"), 1.1);
  EXPECT_EQ(si(width_in_mm(), "850"), 0.85);
  for (auto const *value : {"1100", "90", "118"})
    EXPECT_TRUE(refused(width_in_m(), value)) << value;
  for (auto const *value : {"0.9", "90", "85"})
    EXPECT_TRUE(refused(width_in_mm(), value)) << value;
  auto const asked = read_value(width_in_m(), "1100", "").problem();
  EXPECT_NE(asked.reason.zh.find("1100 mm 还是 1100 m"), std::string::npos) << asked.reason.zh;
  EXPECT_NE(asked.remedy.zh.find("1100 mm"), std::string::npos) << asked.remedy.zh;
}

TEST(ReadMeasured, AUnitBesideTheNumberIsDoubtedWhereItCannotBe) {
  EXPECT_TRUE(refused(width_in_m(), "118", "m"));
  EXPECT_TRUE(refused(width_in_mm(), "0.9", "mm"));
  EXPECT_TRUE(refused(opening(), "0.013", "mm"));
  EXPECT_EQ(si(width_in_m(), "118 m"), 118) << "said together: taken at its word";
  EXPECT_TRUE(refused(width_in_m(), "1100 m")) << "no width is a kilometre";
  EXPECT_EQ(si(width_in_m(), "12", "m"), 12);
  EXPECT_EQ(si(opening(), "0", "mm"), 0);
}

TEST(ReadMeasured, ASlopeSaysWhetherItIsOneInNOrPercent) {
  EXPECT_DOUBLE_EQ(*si(slope(), "1:8"), 0.125);
  EXPECT_DOUBLE_EQ(*si(slope(), "1/8"), 0.125);
  EXPECT_DOUBLE_EQ(*si(slope(), "12.5%"), 0.125);
  EXPECT_DOUBLE_EQ(*si(slope(), "8", "1:n"), 0.125);
  EXPECT_DOUBLE_EQ(*si(slope(), "12.5", "%"), 0.125);
  EXPECT_EQ(si(slope(), "0"), 0);
  for (auto const *value : {"8.33", "15", "0.08", "12"})
    EXPECT_TRUE(refused(slope(), value)) << value;
  EXPECT_TRUE(refused(slope(), "12", "坡度"));
  EXPECT_TRUE(refused(slope(), "0.125", "%")) << "12.5 % as spreadsheets keep it, or 0.125 %?";
  EXPECT_TRUE(refused(slope(), "0.125", "1:n"));
  EXPECT_TRUE(refused(slope(), "1:0.5")) << "steeper than stairs";
  EXPECT_DOUBLE_EQ(*si(slope(), "0.5%"), 0.005);
}

TEST(ReadMeasured, ADayIsNoSlope) {
  EXPECT_TRUE(refused(slope(), "46030", "1:n"));
  EXPECT_TRUE(refused(slope(), "1:46030"));
  auto const day = read_value(slope(), "2026-01-08", "").problem();
  EXPECT_NE(day.reason.zh.find("日期"), std::string::npos);
  EXPECT_TRUE(refused(slope(), "01:08:00"));
}

TEST(ReadMeasured, SlopesGoEitherWayAndNothingElseIsNegative) {
  EXPECT_DOUBLE_EQ(*si(slope(), "-12.5%"), 0.125);
  EXPECT_DOUBLE_EQ(*si(slope(), "-1:8"), 0.125);
  EXPECT_DOUBLE_EQ(*si(slope(), "-3.5", "%"), 0.035);
  EXPECT_TRUE(refused(opening(), "-5", "mm"));
  EXPECT_TRUE(refused(measured(Comparator::at_most, "25", "N"), "-30", "N"));
  EXPECT_TRUE(refused(measured(Comparator::at_least, "2", "个"), "-1"));
}

TEST(ReadMeasured, SharesAndCountsAreWhatTheySay) {
  EXPECT_DOUBLE_EQ(*si(share(), "2%"), 0.02);
  EXPECT_EQ(si(share(), "2 个"), 2);
  EXPECT_EQ(si(share(), "2", "个"), 2);
  EXPECT_DOUBLE_EQ(*si(share(), "2", "%"), 0.02);
  EXPECT_TRUE(refused(share(), "2")) << "two bays or two in a hundred?";
  EXPECT_TRUE(refused(share(), "0.02", "%"));
  EXPECT_TRUE(refused(share(), "120%"));
  auto const bays = measured(Comparator::at_least, "2", "个");
  EXPECT_EQ(si(bays, "无"), 0);
  EXPECT_TRUE(refused(bays, "1.5"));
  EXPECT_TRUE(refused(opening(), "无")) << "no opening, or not measured?";
}

TEST(ReadMeasured, SidesAreSplitByWhatPeopleWrite) {
  auto c = measured(Comparator::at_least, "850", "mm");
  c.sides = {{"left", {"左", "left"}}, {"right", {"右", "right"}}};
  for (auto const *value : {"860,910", "860，910", "860和910", "860/910", "左：86cm，右：91cm",
                            "左860、右910", "860 mm, 910 mm"}) {
    auto const read = read_values(c, value, "");
    ASSERT_TRUE(read) << value << ": " << read.problem().in(Lang::en);
    ASSERT_EQ(read->size(), 2U) << value;
    EXPECT_DOUBLE_EQ(std::get<Quantity>(**read->begin()).si, 0.86) << value;
    EXPECT_DOUBLE_EQ(std::get<Quantity>(**read->rbegin()).si, 0.91) << value;
  }
  auto const grouped = read_values(c, "1,200", "");
  ASSERT_TRUE(grouped);
  EXPECT_EQ(grouped->size(), 1U);
  EXPECT_FALSE(read_values(c, "0,9", "m"));
  EXPECT_FALSE(read_values(width_in_mm(), "860,910", "mm")) << "860 metres";
}

TEST(ReadYesNo, OfWhatShouldNotBeThereATickIsAskedFor) {
  Criterion absent;
  absent.comparator = Comparator::absent;
  Criterion present;
  present.comparator = Comparator::present;
  auto const there = [](Criterion const &c, char const *word) {
    auto const read = read_value(c, word, "");
    return read ? std::optional(std::get<bool>(read->value())) : std::nullopt;
  };
  for (auto const *word : {"有", "是", "yes", "不符合", "不合格"})
    EXPECT_EQ(there(absent, word), true) << word;
  for (auto const *word : {"无", "否", "no", "符合", "合格"})
    EXPECT_EQ(there(absent, word), false) << word;
  for (auto const *word : {"√", "✔", "✔\xEF\xB8\x8F", "×"}) {
    EXPECT_EQ(there(absent, word), std::nullopt) << word;
    EXPECT_EQ(there(present, word), std::string(word) != "×") << word;
  }
  EXPECT_FALSE(read_value(absent, "-1 处", ""));
  EXPECT_EQ(there(present, "合格"), true);
  EXPECT_EQ(there(present, "不合格"), false);
}

}  // namespace
}  // namespace wza::gis
