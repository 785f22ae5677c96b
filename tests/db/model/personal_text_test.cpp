// SPDX-License-Identifier: Apache-2.0
#include "db/model/personal_text.h"

#include <gtest/gtest.h>

namespace wza {
namespace {

TEST(PersonalText, TelephoneAndIdentityNumbersAreSeenHoweverTheyAreWritten) {
  for (auto const *text :
       {"低保（电话13800005550）", "138 0000 5550", "138-0000-5550", "１３８００００５５５０",
        "138，0000，5550", "一三八零零零零五五五零", "+86 138 0000 5550", "8613800005550",
        "013800005550", "0763-5550001", "020 55500001", "证号990101194102020010",
        "99010119410202001X", "990101 19410202 0010", "990101410202001", "99010119410202001022",
        "９９０１０１-１９４１０２０２-００１０"}) {
    EXPECT_TRUE(holds_personal_number(text)) << text;
  }
}

TEST(PersonalText, NumbersOfAnOfficeAreNone) {
  for (auto const *text : {"", "合同 2024-015", "穗残联〔2024〕12号", "2024-05-06 至 2024-05-07",
                           "6000.00 元", "20240513001234", "HT-2024-0501-000123", "12 处，共 3 户",
                           "990101100201", "2024 年 1 至 12 月", "一二三四五六七八九"}) {
    EXPECT_FALSE(holds_personal_number(text)) << text;
  }
}

}  // namespace
}  // namespace wza
