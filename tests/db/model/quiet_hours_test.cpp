// SPDX-License-Identifier: Apache-2.0
#include "db/model/quiet_hours.h"

#include <gtest/gtest.h>

namespace wza {
namespace {

/// The end of the quiet at a time in China, as UTC; "" outside of it.
std::string end(std::string_view hours, std::string_view utc) {
  auto const quiet = QuietHours::parse(hours);
  EXPECT_TRUE(quiet) << hours;
  auto const at = quiet->end_at(*UtcTime::parse(utc));
  return at ? at->iso() : "";
}

TEST(QuietHours, AreInChinaStandardTimeInSummerAsInWinter) {
  EXPECT_EQ(end("08:00-18:30", "2026-01-10T00:00:00Z"), "2026-01-10T10:30:00.000Z");
  EXPECT_EQ(end("08:00-18:30", "2026-07-10T00:00:00Z"), "2026-07-10T10:30:00.000Z");
}

TEST(QuietHours, BeginWithTheirFirstInstantAndEndBeforeTheirLast) {
  EXPECT_EQ(end("08:00-18:30", "2026-01-09T23:59:59.999Z"), "");
  EXPECT_EQ(end("08:00-18:30", "2026-01-10T10:29:59.999Z"), "2026-01-10T10:30:00.000Z");
  EXPECT_EQ(end("08:00-18:30", "2026-01-10T10:30:00Z"), "");
}

TEST(QuietHours, MayGoOverMidnight) {
  EXPECT_EQ(end("22:00-06:00", "2026-12-31T15:00:00Z"), "2026-12-31T22:00:00.000Z");  // 23:00
  EXPECT_EQ(end("22:00-06:00", "2026-12-31T21:59:00Z"), "2026-12-31T22:00:00.000Z");  // 05:59
  EXPECT_EQ(end("22:00-06:00", "2026-12-31T22:00:00Z"), "");
}

TEST(QuietHours, ThatFollowEachOtherEndTogether) {
  EXPECT_EQ(end("18:00-24:00,00:00-06:00", "2026-12-31T11:00:00Z"), "2026-12-31T22:00:00.000Z");
  EXPECT_EQ(end("08:00-12:00,11:00-14:00", "2026-12-31T01:00:00Z"), "2026-12-31T06:00:00.000Z");
}

TEST(QuietHours, OfTheWholeDayNeverEnd) {
  EXPECT_TRUE(QuietHours::parse("00:00-24:00")->never_ends());
  EXPECT_TRUE(QuietHours::parse("06:00-20:00,19:00-07:00")->never_ends());
  EXPECT_FALSE(QuietHours::parse("06:00-20:00,20:01-06:00")->never_ends());
  EXPECT_FALSE(QuietHours().never_ends());
}

TEST(QuietHours, AreReadAsTheyAreWritten) {
  EXPECT_EQ(QuietHours::parse("8:00-12:00,22:00-24:00")->text(), "08:00-12:00,22:00-24:00");
  for (char const *wrong : {"8-18", "08:00", "08:00-08:00", "24:00-06:00", "08:60-09:00",
                            "08:00-24:01", "-1:00-08:00", ",08:00-18:00", "a:00-08:00"})
    EXPECT_FALSE(QuietHours::parse(wrong)) << wrong;
}

}  // namespace
}  // namespace wza
