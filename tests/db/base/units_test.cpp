// SPDX-License-Identifier: Apache-2.0
#include "db/base/units.h"

#include <gtest/gtest.h>

#include <cmath>

namespace wza {
namespace {

double si(std::string_view text, std::string_view unit) {
  auto const quantity = parse_quantity(text, *unit_of(unit));
  return quantity ? quantity->si : std::nan("");
}

TEST(Units, LengthsMeetInMetres) {
  EXPECT_DOUBLE_EQ(si("1200", "mm"), 1.2);
  EXPECT_DOUBLE_EQ(si("1.2 m", "mm"), 1.2);
  EXPECT_DOUBLE_EQ(si("120厘米", "m"), 1.2);
  EXPECT_DOUBLE_EQ(si("1,200 mm", "mm"), 1.2);
}

TEST(Units, SlopesAreReadInEveryFieldNotation) {
  EXPECT_DOUBLE_EQ(si("1:12", "slope"), 1.0 / 12);
  EXPECT_DOUBLE_EQ(si("１：１２", "slope"), 1.0 / 12);
  EXPECT_DOUBLE_EQ(si("1∶12", "slope"), 1.0 / 12);
  EXPECT_DOUBLE_EQ(si("1/12", "slope"), 1.0 / 12);
  EXPECT_DOUBLE_EQ(si("１／１２", "%"), 1.0 / 12);
  EXPECT_DOUBLE_EQ(si("8.3%", "slope"), 0.083);
  EXPECT_NEAR(si("4.76°", "slope"), 0.0833, 1e-4);
  EXPECT_DOUBLE_EQ(si("12", "slope"), 1.0 / 12);
  EXPECT_DOUBLE_EQ(si("0.05", "slope"), 0.05);
}

TEST(Units, TheNumberOfADayIsNoSlope) {
  EXPECT_FALSE(parse_quantity("1:46030", *unit_of("1:n")));
  EXPECT_FALSE(parse_quantity("1/46030", *unit_of("%")));
  EXPECT_DOUBLE_EQ(si("1:200", "1:n"), 0.005);
}

TEST(Units, UnitsAreReadInFullWidthLetters) {
  EXPECT_DOUBLE_EQ(si("９００ｍｍ", "m"), 0.9);
  ASSERT_TRUE(unit_of("ＭＭ"));
  EXPECT_EQ(unit_of("ＭＭ")->word, "mm");
}

TEST(Units, AnotherDimensionIsRefusedNotConverted) {
  EXPECT_FALSE(parse_quantity("25 N", *unit_of("mm")));
  EXPECT_FALSE(parse_quantity("1:12", *unit_of("mm")));
  EXPECT_FALSE(parse_quantity("1500/1400", *unit_of("mm")));
  EXPECT_FALSE(parse_quantity("3 m", *unit_of("m2")));
}

TEST(Units, TextInANumberIsRefused) {
  for (auto const *text : {"", "约1200", "1200?", "12oo", "1,2", "--3", "1:0", "nan", "inf"}) {
    EXPECT_FALSE(parse_quantity(text, *unit_of("mm"))) << text;
    EXPECT_FALSE(parse_number(text)) << text;
  }
  EXPECT_FALSE(unit_of("尺"));
}

TEST(Units, QuantitiesAreWrittenAsPeopleWriteThem) {
  EXPECT_EQ(format_quantity({Dimension::length, 1.2}, *unit_of("mm")), "1200 mm");
  EXPECT_EQ(format_quantity({Dimension::ratio, 1.0 / 12}, *unit_of("slope")), "1:12");
  EXPECT_EQ(format_quantity({Dimension::ratio, 0.083}, *unit_of("%")), "8.3 %");
  EXPECT_EQ(format_quantity({Dimension::count, 3}, *unit_of("count")), "3 个");
}

}  // namespace
}  // namespace wza
