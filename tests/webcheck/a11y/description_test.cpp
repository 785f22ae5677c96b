// SPDX-License-Identifier: Apache-2.0
#include "webcheck/a11y/description.h"

#include "tests/support/page_of.h"

#include <gtest/gtest.h>

#include <string>

namespace wza::web {
namespace {

/// The description of the element with id="t".
std::string description_of(std::string_view html) {
  Page const page = page_of(html);
  NodeId const n = page.dom().by_id("t");
  EXPECT_TRUE(n.valid()) << html;
  return accessible_description(page.a11y(), n).text;
}

TEST(Description, comes_from_describedby_then_from_aria_description_then_from_the_title) {
  std::string const all = " aria-description=乙 title=丙 aria-label=名>";
  EXPECT_EQ(description_of("<p id=d hidden>甲</p><input id=t aria-describedby=d" + all), "甲");
  EXPECT_EQ(description_of("<input id=t aria-describedby=nowhere" + all), "乙");
  EXPECT_EQ(description_of("<input id=t aria-label=名 title=丙>"), "丙");
  EXPECT_EQ(description_of("<input id=t aria-label=名>"), "");
}

TEST(Description, joins_all_elements_that_describedby_names) {
  EXPECT_EQ(description_of("<i id=a>十八位</i><i id=b>末位可为 X</i>"
                           "<input id=t aria-label=证号 aria-describedby='a b'>"),
            "十八位 末位可为 X");
}

TEST(Description, is_not_what_the_name_says_already) {
  EXPECT_EQ(description_of("<input id=t title=姓名>"), "");
  EXPECT_EQ(description_of("<a id=t href=/ title=首页>首页</a>"), "");
  EXPECT_EQ(description_of("<a id=t href=/ title=回到首页>首页</a>"), "回到首页");
}

TEST(Description, of_a_table_is_a_caption_that_is_not_its_name) {
  EXPECT_EQ(description_of("<table id=t><caption>收费</caption></table>"), "");
  EXPECT_EQ(description_of("<table id=t aria-label=标准><caption>收费</caption></table>"), "收费");
}

TEST(Description, of_a_button_is_a_value_that_is_not_its_name) {
  EXPECT_EQ(description_of("<input id=t type=submit value=提交>"), "");
  EXPECT_EQ(description_of("<input id=t type=submit value=提交 aria-label=提交申请>"), "提交");
}

TEST(Description, of_a_field_may_be_its_placeholder) {
  EXPECT_EQ(description_of("<label>电话 <input id=t placeholder=十一位></label>"), "十一位");
  EXPECT_EQ(description_of("<input id=t placeholder=十一位>"), "") << "the name, for want of one";
  EXPECT_EQ(description_of("<label>同意 <input id=t type=checkbox placeholder=勾选></label>"), "");
}

TEST(Description, of_svg_is_its_desc_then_a_title_that_is_not_its_name) {
  EXPECT_EQ(description_of("<svg id=t><title>路线</title><desc>三条</desc></svg>"), "三条");
  EXPECT_EQ(description_of("<svg id=t aria-label=图><title>路线</title></svg>"), "路线");
  EXPECT_EQ(description_of("<svg id=t><title>路线</title></svg>"), "");
}

}  // namespace
}  // namespace wza::web
