// SPDX-License-Identifier: Apache-2.0
// The fast reader of two columns must read as the reader of whole tables does.
#include "gis/io/csv_pairs.h"

#include "gis/io/csv.h"
#include "tests/support/temp_tracker.h"

#include <gtest/gtest.h>

#include <fstream>
#include <random>

namespace wza::gis {
namespace {

struct Seen {
  std::vector<std::int64_t> numbers;
  std::vector<std::vector<std::string>> rows;
  std::vector<std::optional<UnitPair>> units;
};

class CsvPairsTest : public testing::Test {
 protected:
  std::string file(std::string const &text) {
    auto const path = (m_dir.path() / "table.csv").string();
    std::ofstream(path, std::ios::binary) << text;
    return path;
  }
  Seen fast(std::string const &text, std::size_t first, std::size_t second) {
    Seen out;
    auto pairs = CsvPairs::open(file(text));
    EXPECT_TRUE(pairs && *pairs);
    if (!pairs || !*pairs) return out;
    (*pairs)->choose(first, second);
    for (;;) {
      auto const there = (*pairs)->next();
      EXPECT_TRUE(there);
      if (!there || !*there) return out;
      out.numbers.push_back((*pairs)->number());
      out.rows.push_back(*(*pairs)->cells());
      out.units.push_back((*pairs)->units());
    }
  }
  Seen slow(std::string const &text, std::size_t first, std::size_t second) {
    Seen out;
    bool header = true;
    EXPECT_TRUE(read_csv(file(text), [&](std::int64_t number, auto cells) {
      if (std::exchange(header, false)) return;
      out.numbers.push_back(number);
      out.rows.emplace_back(cells.begin(), cells.end());
      std::optional<UnitPair> units;
      if (std::max(first, second) < cells.size()) {
        auto const a = plain_units(cells[first]), b = plain_units(cells[second]);
        if (a && b) units = {*a, *b};
      }
      out.units.push_back(units);
    }));
    return out;
  }
  void expect_same(std::string const &text, std::size_t first, std::size_t second) {
    auto const a = fast(text, first, second), b = slow(text, first, second);
    EXPECT_EQ(a.numbers, b.numbers) << text.substr(0, 200);
    EXPECT_EQ(a.rows, b.rows) << text.substr(0, 200);
    EXPECT_EQ(a.units, b.units) << text.substr(0, 200);
  }
  TempDir m_dir;
};

TEST_F(CsvPairsTest, ReadsPlainRows) {
  auto const seen =
      fast("\xEF\xBB\xBFid,lon,lat\n1,113.5321,23.88\n\n2,-0.5,7\r\n3,x,1\n4,5", 1, 2);
  EXPECT_EQ(seen.numbers, (std::vector<std::int64_t>{2, 4, 5, 6}));
  EXPECT_EQ(seen.units[0], UnitPair(1135321000, 238800000));
  EXPECT_EQ(seen.units[1], UnitPair(-5000000, 70000000));
  EXPECT_FALSE(seen.units[2]);
  EXPECT_FALSE(seen.units[3]);
  EXPECT_EQ(seen.rows[3], (std::vector<std::string>{"4", "5"}));
}

TEST_F(CsvPairsTest, ReadsAsTheReaderOfTablesWhateverStandsThere) {
  std::mt19937 random(23);
  std::vector<std::string> const cells{"1.5",  "-73.1234567", "\"12.25\"", "\"a,\"\"b\"\n c\"",
                                       "",     " 3.5 ",       "12a",       "1.12345678",
                                       "字段", "1e3",         "214.5",     "\"\""};
  for (auto const &separator : {",", ";", "\t"}) {
    for (int i = 0; i < 300; ++i) {
      std::string text = "a" + std::string(separator) + "b" + separator + "c\n";
      for (auto rows = random() % 6; rows > 0; --rows) {
        for (auto count = random() % 4; count > 0; --count)
          text += cells[random() % cells.size()] + (count > 1 ? separator : "");
        text += std::vector<std::string>{"\n", "\r\n", "\r", "\n\n"}[random() % 4];
      }
      expect_same(text, random() % 3, random() % 3);
    }
  }
}

TEST_F(CsvPairsTest, RowsAcrossBlocksAreWhole) {
  std::string text = "note,lon,lat\n";
  for (int i = 0; i < 60000; ++i) {
    text += i % 7 == 0 ? "\"two\nlines, " + std::to_string(i) + "\"" : std::string("plain");
    text += ',' + std::to_string(100 + i % 30) + '.' + std::to_string(i) + ",23.5\r\n";
  }
  ASSERT_GT(text.size(), std::size_t{1} << 20);
  expect_same(text, 1, 2);
}

TEST_F(CsvPairsTest, ReadsGb18030AndLeavesUtf16ToTheOther) {
  auto const gb = fast("\xC3\xFB\xB3\xC6,lon,lat\n\xB9\xF0\xC1\xD6,110.2,25.2\n", 1, 2);
  EXPECT_EQ(gb.rows[0][0], "桂林");
  EXPECT_EQ(gb.units[0], UnitPair(1102000000, 252000000));
  auto const wide = CsvPairs::open(file(std::string("\xFF\xFEl\0o\0", 6)));
  ASSERT_TRUE(wide);
  EXPECT_FALSE(*wide);
}

TEST_F(CsvPairsTest, WhatIsNoTableIsRefused) {
  EXPECT_FALSE(CsvPairs::open(file(std::string("a,b\n\0\1", 6))));
  auto open = CsvPairs::open(file("a,b\n\"1,2\n3,4\n"));
  ASSERT_TRUE(open && *open);
  auto const row = (*open)->next();
  ASSERT_FALSE(row);
  EXPECT_EQ(row.problem().row, 2);
}

TEST(PlainUnits, OnlyPlainDecimalsOfSevenPlaces) {
  EXPECT_EQ(plain_units("113.5321"), 1135321000);
  EXPECT_EQ(plain_units("-180"), -1800000000);
  EXPECT_EQ(plain_units("0.0000001"), 1);
  for (auto const *text : {"", "-", ".", "1.", ".5", "1.12345678", "1e3", "+1", "214", "1 ", "１"})
    EXPECT_FALSE(plain_units(text)) << text;
}

}  // namespace
}  // namespace wza::gis
