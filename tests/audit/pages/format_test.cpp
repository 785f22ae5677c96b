// SPDX-License-Identifier: Apache-2.0
#include "audit/pages/format.h"

#include <gtest/gtest.h>

namespace wza::audit {
namespace {

TEST(Format, AThresholdHasItsUnitOnce) {
  EXPECT_EQ(with_unit("1.20", "m", Lang::zh), "1.20 m");
  EXPECT_EQ(with_unit("1:12", "1:n", Lang::zh), "1:12");
  EXPECT_EQ(with_unit("1:12", "%", Lang::en), "1:12");
  EXPECT_EQ(with_unit("2.5", "m2", Lang::en), "2.5 m²");
  EXPECT_EQ(with_unit("0.85..1.10", "m", Lang::zh), "0.85～1.10 m");
  EXPECT_EQ(with_unit("0.85..1.10", "m", Lang::en), "0.85–1.10 m");
  EXPECT_EQ(with_unit("4", "个", Lang::zh), "4 个");
  EXPECT_EQ(with_unit("4", "个", Lang::en), "4");
  EXPECT_EQ(with_unit("", "m", Lang::en), "");
}

TEST(Format, AHiddenNumberIsAStar) {
  EXPECT_EQ(grouped(std::optional<std::int64_t>()), "*");
  EXPECT_EQ(grouped(std::optional<std::int64_t>(0)), "0");
}

}  // namespace
}  // namespace wza::audit
