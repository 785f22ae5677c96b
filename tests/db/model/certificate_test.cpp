// SPDX-License-Identifier: Apache-2.0
#include "db/model/certificate.h"

#include <gtest/gtest.h>

namespace wza {
namespace {

Result<Certificate> read_certificate(std::string_view text) {
  return wza::read_certificate(text, *LocalDate::parse("2026-11-22"));
}
Result<Secret> read_identity(std::string_view text) {
  return wza::read_identity(text, *LocalDate::parse("2026-11-22"));
}

// No district has the code 990101, so nobody has these numbers.
constexpr char const *kIdentity = "990101194102020010";

TEST(Certificate, HasIdentityCategoryAndGrade) {
  auto const read = read_certificate(std::string(kIdentity) + "41");
  ASSERT_TRUE(read);
  EXPECT_EQ(read->identity.reveal(), kIdentity);
  EXPECT_EQ(read->category, 4);
  EXPECT_EQ(read->grade, 1);
  EXPECT_EQ(read->number().reveal(), std::string(kIdentity) + "41");
}

TEST(Certificate, ReadsWhatPeopleWrite) {
  EXPECT_TRUE(read_certificate(" 990101 19410202 0010 41 "));
  EXPECT_TRUE(read_certificate(std::string(kIdentity) + "41B1")) << "re-issued";
  for (int sequence = 0; sequence < 1000; ++sequence) {
    std::string digits = "99010119410202";
    digits += static_cast<char>('0' + sequence / 100);
    digits += static_cast<char>('0' + sequence / 10 % 10);
    digits += static_cast<char>('0' + sequence % 10);
    if (identity_check(digits) != 'X') continue;
    auto const read = read_identity(digits + "x");
    ASSERT_TRUE(read);
    EXPECT_EQ(read->reveal(), digits + "X");
    return;
  }
  FAIL() << "no number ends in X";
}

TEST(Certificate, NobodyIsBornInTheFuture) {
  auto const number = [](std::string const &birthday) {
    std::string digits = "990101" + birthday + "001";
    return digits + identity_check(digits);
  };
  EXPECT_TRUE(read_identity(number("20261122")));
  EXPECT_FALSE(read_identity(number("20261123")));
  EXPECT_FALSE(read_certificate(number("20900101") + "41"));
}

// The example of GB 11643-1999, 4.3: check character X; and a second of another remainder.
TEST(Certificate, CheckCharacterIsThatOfIso7064) {
  EXPECT_EQ(identity_check("11010519491231002"), 'X');
  EXPECT_EQ(identity_check("44052418800101001"), '4');
}

TEST(Certificate, EachSingleWrongDigitAndEachSwapOfNeighboursIsFound) {
  std::string const good(kIdentity);
  for (std::size_t i = 14; i < 18; ++i) {
    for (char c = '0'; c <= '9'; ++c) {
      auto other = good;
      other[i] = c;
      EXPECT_EQ(bool(read_identity(other)), c == good[i]) << i << c;
    }
  }
  for (std::size_t i = 0; i + 1 < 18; ++i) {
    auto other = good;
    std::swap(other[i], other[i + 1]);
    bool const taken = other != good && read_identity(other);
    EXPECT_FALSE(taken) << i;
  }
}

TEST(Certificate, EachFaultIsRefusedWithoutQuotingTheNumber) {
  for (auto const *wrong :
       {"", "990101194102020010", "99010119410202001141",  // check character
        "99010119410230001041",                            // 30 February
        "99010119410202001081", "99010119410202001045",    // category, grade
        "9901011941020200104", "990101194102020010411", "99010119410202A01041"}) {
    auto const read = read_certificate(wrong);
    ASSERT_FALSE(read) << wrong;
    EXPECT_EQ(read.problem().field, "certificate");
    if (std::string_view(wrong).size() > 5) {
      EXPECT_EQ(read.problem().in(Lang::zh).find(std::string(wrong).substr(6, 8)),
                std::string::npos);
    }
  }
}

TEST(Certificate, AMaskShowsNeitherBirthdayNorSequence) {
  auto const masked = masked_certificate(Secret(std::string(kIdentity) + "41"));
  EXPECT_EQ(masked, "990101************41");
  EXPECT_EQ(masked_certificate(Secret("123")), std::string(20, '*'));
}

}  // namespace
}  // namespace wza
