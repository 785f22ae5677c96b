// SPDX-License-Identifier: Apache-2.0
#include "db/model/district.h"

#include <gtest/gtest.h>

namespace wza {
namespace {

TEST(DistrictCodes, SpreadsheetSpellingsMeetInOneForm) {
  for (auto const *text : {"441821", " 441821 ", "441821.0", "441821000000", "441821000"}) {
    ASSERT_TRUE(canonical_code(text)) << text;
    EXPECT_EQ(canonical_code(text)->value, "441821") << text;
  }
  EXPECT_EQ(canonical_code("44")->value, "440000");
  EXPECT_EQ(canonical_code("441821100000")->value, "441821100");
  EXPECT_EQ(canonical_code("441821100201")->value, "441821100201");
}

TEST(DistrictCodes, OtherTextIsNoCode) {
  for (auto const *text : {"", "4", "44182", "4418211", "44182a", "441821.5", "00", "000000"}) {
    EXPECT_FALSE(canonical_code(text)) << text;
  }
}

TEST(DistrictCodes, LevelAndAncestorsFollowFromTheDigits) {
  EXPECT_EQ(level_of(DistrictCode("440000")), DistrictLevel::province);
  EXPECT_EQ(level_of(DistrictCode("441800")), DistrictLevel::prefecture);
  EXPECT_EQ(level_of(DistrictCode("441821")), DistrictLevel::county);
  EXPECT_EQ(level_of(DistrictCode("441821100")), DistrictLevel::township);
  EXPECT_EQ(level_of(DistrictCode("441821100201")), DistrictLevel::village);
  std::vector<DistrictCode> const above{DistrictCode("441821100"), DistrictCode("441821"),
                                        DistrictCode("441800"), DistrictCode("440000")};
  EXPECT_EQ(ancestors_of(DistrictCode("441821100201")), above);
  EXPECT_TRUE(ancestors_of(DistrictCode("440000")).empty());
}

}  // namespace
}  // namespace wza
