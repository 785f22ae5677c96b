// SPDX-License-Identifier: Apache-2.0
#include "db/base/harmless.h"

#include <gtest/gtest.h>

namespace wza {
namespace {

TEST(Harmless, LeavesWhatIsRead) {
  for (char const *text : {"", "坡道 1:12\n\tA", "\xC2\xA0é✓𠀀", "\xE2\x80\x8E"})
    EXPECT_EQ(harmless(text), text);
}

TEST(Harmless, TakesAwayWhatSteers) {
  EXPECT_EQ(harmless("a\x1B[2Jb\rc\x7F"),
            "a\xEF\xBF\xBD[2Jb\xEF\xBF\xBD"
            "c\xEF\xBF\xBD");
  EXPECT_EQ(harmless("\xC2\x9B"
                     "2J"),
            "\xEF\xBF\xBD"
            "2J")
      << "U+009B is an ESC [ of its own";
  for (char const *turns :
       {"\xD8\x9C", "\xE2\x80\xAA", "\xE2\x80\xAE", "\xE2\x81\xA6", "\xE2\x81\xA9"})
    EXPECT_EQ(harmless(turns), "\xEF\xBF\xBD");
  EXPECT_EQ(harmless("\xFF"), "\xEF\xBF\xBD");
}

}  // namespace
}  // namespace wza
