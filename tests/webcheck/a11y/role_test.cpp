// SPDX-License-Identifier: Apache-2.0
#include "tests/support/page_of.h"
#include "webcheck/a11y/tree.h"

#include <gtest/gtest.h>

#include <string>

namespace wza::web {
namespace {

/// The role of the element with id="t".
std::string role_of(std::string_view html) {
  Page const page = page_of(html);
  NodeId const n = page.dom().by_id("t");
  EXPECT_TRUE(n.valid()) << html;
  return std::string(info(page.a11y().role(n)).name);
}

TEST(Role, is_the_first_valid_one_of_the_attribute) {
  EXPECT_EQ(role_of("<div id=t role='nothing  TAB button'></div>"), "tab");
  EXPECT_EQ(role_of("<div id=t role='widget'></div>"), "generic");
  EXPECT_EQ(role_of("<nav id=t role='nothing'></nav>"), "navigation");
  EXPECT_EQ(role_of("<div id=t role=image></div>"), "img");
  EXPECT_EQ(role_of("<p id=t role=presentation></p>"), "none");
}

TEST(Role, of_a_link_hangs_on_its_href) {
  EXPECT_EQ(role_of("<a id=t href=''>x</a>"), "link");
  EXPECT_EQ(role_of("<a id=t>x</a>"), "generic");
  EXPECT_EQ(role_of("<svg><a id=t xlink:href='#'></a></svg>"), "link");
}

TEST(Role, of_an_image_hangs_on_its_alt) {
  EXPECT_EQ(role_of("<img id=t>"), "img");
  EXPECT_EQ(role_of("<img id=t alt=''>"), "none");
  EXPECT_EQ(role_of("<img id=t alt=' '>"), "img");
  EXPECT_EQ(role_of("<img id=t alt='' aria-label='图'>"), "img");
}

TEST(Role, of_header_and_footer_hangs_on_what_is_around_them) {
  EXPECT_EQ(role_of("<header id=t></header>"), "banner");
  EXPECT_EQ(role_of("<article><header id=t></header></article>"), "generic");
  EXPECT_EQ(role_of("<div role=main><footer id=t></footer></div>"), "generic");
  EXPECT_EQ(role_of("<article></article><footer id=t></footer>"), "contentinfo");
}

TEST(Role, of_sections_and_forms_hangs_on_their_name) {
  EXPECT_EQ(role_of("<section id=t></section>"), "generic");
  EXPECT_EQ(role_of("<section id=t aria-label='公告'></section>"), "region");
  EXPECT_EQ(role_of("<section id=t aria-labelledby=h><h2 id=h>公告</h2></section>"), "region");
  EXPECT_EQ(role_of("<section id=t aria-labelledby=h><h2 id=h></h2></section>"), "generic");
  EXPECT_EQ(role_of("<form id=t title='登录'></form>"), "form");
  EXPECT_EQ(role_of("<main><aside id=t></aside></main>"), "complementary");
  EXPECT_EQ(role_of("<article><aside id=t></aside></article>"), "generic");
  EXPECT_EQ(role_of("<article><aside id=t title='相关'></aside></article>"), "complementary");
}

TEST(Role, of_inputs_hangs_on_their_type) {
  EXPECT_EQ(role_of("<input id=t>"), "textbox");
  EXPECT_EQ(role_of("<input id=t type=nonsense>"), "textbox");
  EXPECT_EQ(role_of("<input id=t type=Submit>"), "button");
  EXPECT_EQ(role_of("<input id=t type=number>"), "spinbutton");
  EXPECT_EQ(role_of("<input id=t type=password>"), "");
  EXPECT_EQ(role_of("<input id=t list=l><datalist id=l></datalist>"), "combobox");
  EXPECT_EQ(role_of("<input id=t list=nowhere>"), "textbox");
  EXPECT_EQ(role_of("<select id=t></select>"), "combobox");
  EXPECT_EQ(role_of("<select id=t size=4></select>"), "listbox");
  EXPECT_EQ(role_of("<select id=t multiple></select>"), "listbox");
}

TEST(Role, of_list_items_and_cells_hangs_on_their_list_and_table) {
  EXPECT_EQ(role_of("<ul><li id=t></ul>"), "listitem");
  EXPECT_EQ(role_of("<div><li id=t></div>"), "generic");
  EXPECT_EQ(role_of("<ul role=none><li id=t></ul>"), "none");
  EXPECT_EQ(role_of("<ul role=tablist><li id=t></ul>"), "generic");
  EXPECT_EQ(role_of("<table><tr><td id=t></table>"), "cell");
  EXPECT_EQ(role_of("<table role=grid><tr><td id=t></table>"), "gridcell");
  EXPECT_EQ(role_of("<table role=presentation><tr><td id=t></table>"), "none");
  EXPECT_EQ(role_of("<table><tr><th id=t></table>"), "columnheader");
  EXPECT_EQ(role_of("<table><tr><th id=t scope=row></table>"), "rowheader");
}

TEST(Role, none_does_not_count_for_what_can_be_focused_or_is_described) {
  EXPECT_EQ(role_of("<h1 id=t role=none></h1>"), "none");
  EXPECT_EQ(role_of("<h1 id=t role=none tabindex=-1></h1>"), "heading");
  EXPECT_EQ(role_of("<h1 id=t role=none aria-label=''></h1>"), "heading");
  EXPECT_EQ(role_of("<h1 id=t role=none aria-level=2></h1>"), "none");
  EXPECT_EQ(role_of("<button id=t role=none></button>"), "button");
  EXPECT_EQ(role_of("<button id=t role=none disabled></button>"), "none");
  EXPECT_EQ(role_of("<fieldset disabled><button id=t role=none></button></fieldset>"), "none");
}

}  // namespace
}  // namespace wza::web
