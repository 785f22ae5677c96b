// SPDX-License-Identifier: Apache-2.0
#include "audit/cli/columns.h"

#include <gtest/gtest.h>

#include <sstream>

namespace wza::audit {
namespace {

TEST(Columns, ChineseCharactersTakeTwoCellsAndMarksNone) {
  EXPECT_EQ(cell_width("abc"), 3U);
  EXPECT_EQ(cell_width("坡道"), 4U);
  EXPECT_EQ(cell_width("（1:12）"), 8U);
  EXPECT_EQ(cell_width("e\u0301"), 1U);
  EXPECT_EQ(cell_width("\U00020000"), 2U);
}

TEST(Columns, AllLinesOfATableEndInTheSameCell) {
  Columns columns;
  columns.column("地区", Align::left);
  columns.column("n", Align::right);
  columns.row({"云杉镇", "5"});
  columns.row({"ab", "1234"});
  EXPECT_EQ(columns.str(),
            "地区       n\n"
            "------  ----\n"
            "云杉镇     5\n"
            "ab      1234\n");
}

TEST(Columns, HelpIsBrokenToTheWidthOfTheTerminal) {
  std::string sentence;
  for (int i = 0; i < 60; ++i)
    sentence += "检测";
  std::istringstream lines(two_columns({{"--name", sentence}}));
  int count = 0;
  for (std::string line; std::getline(lines, line); ++count)
    EXPECT_LE(cell_width(line), 100U);
  EXPECT_EQ(count, 3);
}

}  // namespace
}  // namespace wza::audit
