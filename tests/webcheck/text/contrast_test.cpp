// SPDX-License-Identifier: Apache-2.0
// Figures from WCAG 2.2's definitions, worked out by hand.
#include "webcheck/text/contrast.h"

#include <gtest/gtest.h>

namespace wza::web {
namespace {

constexpr Rgba kWhite{255, 255, 255, 1}, kBlack{0, 0, 0, 1};

TEST(Contrast, of_black_and_white_is_21_either_way) {
  EXPECT_DOUBLE_EQ(contrast_ratio(kBlack, kWhite), 21);
  EXPECT_DOUBLE_EQ(contrast_ratio(kWhite, kBlack), 21);
}

TEST(Contrast, parts_the_greys_about_four_and_a_half) {
  EXPECT_GE(contrast_ratio({0x76, 0x76, 0x76, 1}, kWhite), 4.5);
  EXPECT_LT(contrast_ratio({0x77, 0x77, 0x77, 1}, kWhite), 4.5);
}

TEST(Contrast, weighs_green_most_and_blue_least) {
  EXPECT_NEAR(relative_luminance({0, 255, 0, 1}), 0.7152, 1e-9);
  EXPECT_NEAR(relative_luminance({255, 0, 0, 1}), 0.2126, 1e-9);
  EXPECT_NEAR(relative_luminance({0, 0, 255, 1}), 0.0722, 1e-9);
}

TEST(Paint, mixes_with_what_is_under_it_by_its_alpha) {
  Paint const half = Paint::of({0, 0, 0, 0.5f});
  EXPECT_EQ(half.over(Paint::of(kWhite)).rounded(), (Rgba{128, 128, 128, 1}));
  EXPECT_FALSE(half.opaque());
  EXPECT_TRUE(half.over(Paint::of(kWhite)).opaque());
}

TEST(Paint, fades_as_a_group) {
  EXPECT_EQ(Paint::of(kBlack).faded(0.4).over(Paint::of(kWhite)).rounded(),
            (Rgba{153, 153, 153, 1}));
}

TEST(Contrast, writes_colours_in_hex) {
  EXPECT_EQ(hex_of({0x0a, 0xff, 0x00, 1}), "#0aff00");
}

}  // namespace
}  // namespace wza::web
