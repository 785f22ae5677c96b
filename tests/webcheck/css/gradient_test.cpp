// SPDX-License-Identifier: Apache-2.0
#include "tests/support/page_of.h"
#include "webcheck/css/computed.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace wza::web {
namespace {

ComputedStyle style_of(std::string const &declarations) {
  Page const page = page_of("<p id=t style=\"color:#123456; " + declarations + "\">x</p>");
  return page.styles()[page.dom().by_id("t")];
}

bool has(ComputedStyle const &style, Rgba const &color) {
  return style.gradient && std::ranges::find(*style.gradient, color) != style.gradient->end();
}

TEST(Gradient, keeps_its_stops) {
  ComputedStyle const s = style_of("background: linear-gradient(to right, #fff 10%, 50%, #00f)");
  ASSERT_TRUE(s.background_image.is(BackgroundImage::gradient).is_true());
  EXPECT_TRUE(has(s, {255, 255, 255, 1}));
  EXPECT_TRUE(has(s, {0, 0, 255, 1}));
  EXPECT_GT(s.gradient->size(), 2u);
}

TEST(Gradient, takes_the_colour_of_the_element_and_stands_on_its_ground) {
  ComputedStyle const s = style_of("background: #eee radial-gradient(currentcolor, red) no-repeat");
  EXPECT_TRUE(has(s, {0x12, 0x34, 0x56, 1}));
  EXPECT_TRUE(s.background_color.is(Rgba{0xee, 0xee, 0xee, 1}).is_true());
}

TEST(Gradient, is_some_image_where_its_colours_are_not_ours_to_mix) {
  for (char const *const value : {"linear-gradient(in oklch, red, blue)",
                                  "linear-gradient(red, blue), url(a.png)", "url(a.png)"}) {
    ComputedStyle const s = style_of(std::string("background-image: ") + value);
    EXPECT_TRUE(s.background_image.is(BackgroundImage::present).is_true()) << value;
    EXPECT_EQ(s.gradient, nullptr) << value;
  }
}

TEST(Rotation, is_summed_up_about_the_z_axis) {
  auto const degrees = [](std::string const &value) {
    return style_of("transform: " + value).transform_rotation;
  };
  EXPECT_EQ(degrees("none"), Rotation{});
  EXPECT_EQ(degrees("scale(2)"), Rotation{});
  EXPECT_EQ(degrees("rotate(90deg) translateX(3px) rotateZ(-0.5turn)"), (Rotation{true, -90}));
  EXPECT_EQ(degrees("rotate3d(0, 0, -1, 30deg)"), (Rotation{true, -30}));
  EXPECT_NEAR(degrees("matrix(0, 1, -1, 0, 0, 0)").value().degrees, 90, 1e-3);
  EXPECT_FALSE(degrees("rotate3d(1, 0, 1, 30deg)").is_known());
  EXPECT_EQ(degrees("rotate(90)"), Rotation{}) << "an invalid value leaves the initial one";
  EXPECT_EQ(style_of("rotate: z 100grad").rotate, (Rotation{true, 90}));
  EXPECT_FALSE(style_of("rotate: x 10deg").rotate.is_known());
}

}  // namespace
}  // namespace wza::web
