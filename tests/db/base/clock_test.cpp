// SPDX-License-Identifier: Apache-2.0
#include "db/base/clock.h"

#include <gtest/gtest.h>

namespace wza {
namespace {

TEST(UtcTime, IsWrittenAndReadInOneForm) {
  auto const time = UtcTime::parse("2026-11-22T06:07:50.123Z");
  ASSERT_TRUE(time);
  EXPECT_EQ(time->iso(), "2026-11-22T06:07:50.123Z");
  EXPECT_EQ(UtcTime::parse("2026-11-22T06:07:50Z")->iso(), "2026-11-22T06:07:50.000Z");
}

TEST(UtcTime, RefusesWhatIsNoTime) {
  for (char const *text :
       {"", "2026-11-22", "2026-11-22T06:07:50", "2026-02-30T00:00:00Z", "2026-11-22T24:00:00Z",
        "2026-11-22T06:07:50+08:00", "2026-11-22T06:07:50Zx", "-026-11-22T06:07:50Z"}) {
    EXPECT_FALSE(UtcTime::parse(text)) << text;
  }
}

TEST(LocalDate, ReadsTheFormsThatOfficesWrite) {
  for (char const *text : {"2026-11-02", "2026/11/2", "2026.11.02", "20261102", "2026年11月2日",
                           " 2026-11-02 ", "2026-11-02T10:00:00", "2026/11/02 10:00"}) {
    auto const date = LocalDate::parse(text);
    ASSERT_TRUE(date) << text;
    EXPECT_EQ(date->iso(), "2026-11-02") << text;
  }
}

TEST(LocalDate, RefusesWhatIsNoDate) {
  for (char const *text :
       {"", "2026", "2026-13-01", "2026-02-30", "2026-11-02x", "二〇二六年", "26-1-1"}) {
    EXPECT_FALSE(LocalDate::parse(text)) << text;
  }
}

TEST(LocalDate, ADayBeginsAtMidnightInShanghai) {
  EXPECT_EQ(LocalDate::of(*UtcTime::parse("2026-11-21T15:59:59Z")).iso(), "2026-11-21");
  EXPECT_EQ(LocalDate::of(*UtcTime::parse("2026-11-21T16:00:00Z")).iso(), "2026-11-22");
}

}  // namespace
}  // namespace wza
