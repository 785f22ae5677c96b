// SPDX-License-Identifier: Apache-2.0
#include "webcheck/a11y/tree.h"

#include "tests/support/page_of.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace wza::web {
namespace {

struct Target {
  explicit Target(std::string_view html) : page(page_of(html)), node(page.dom().by_id("t")) {
    EXPECT_TRUE(node.valid()) << html;
  }
  A11yTree const &tree() const { return page.a11y(); }
  Page page;
  NodeId node;
};

bool is_hidden(std::string_view html) {
  Target const target(html);
  return target.tree().hidden(target.node).is_true();
}
bool is_included(std::string_view html) {
  Target const target(html);
  return target.tree().included(target.node).is_true();
}
bool takes_tab(std::string_view html) {
  Target const target(html);
  return target.tree().tab_stop(target.node).is_true();
}
bool takes_focus(std::string_view html) {
  Target const target(html);
  return target.tree().focusable(target.node).is_true();
}

TEST(Tree, hides_what_is_not_rendered_or_kept_from_assistive_technology) {
  EXPECT_TRUE(is_hidden("<p hidden><b id=t>x</b></p>"));
  EXPECT_TRUE(is_hidden("<p aria-hidden=true><b id=t aria-hidden=false>x</b></p>"));
  EXPECT_TRUE(is_hidden("<p inert><b id=t>x</b></p>"));
  EXPECT_TRUE(is_hidden("<title id=t>x</title>"));
  EXPECT_TRUE(is_hidden("<input id=t type=hidden>"));
  EXPECT_TRUE(is_hidden("<details><b id=t>x</b></details>"));
  EXPECT_TRUE(is_hidden("<video><b id=t>x</b></video>"));
  EXPECT_TRUE(is_hidden("<dialog><b id=t>x</b></dialog>"));
  EXPECT_FALSE(is_hidden("<p><b id=t>x</b></p>"));
  EXPECT_FALSE(is_hidden("<details open><b id=t>x</b></details>"));
  EXPECT_FALSE(is_hidden("<details><summary><b id=t>x</b></summary></details>"));
  EXPECT_FALSE(is_hidden("<p aria-hidden=yes><b id=t>x</b></p>"));
  EXPECT_FALSE(is_hidden("<canvas><b id=t>x</b></canvas>"));
}

TEST(Tree, does_not_know_whether_an_object_shows_what_stands_inside) {
  Target const target("<object data=a.png><b id=t>x</b></object>");
  EXPECT_TRUE(target.tree().hidden(target.node).is_unknown());
}

TEST(Tree, leaves_out_presentational_elements_and_the_parts_of_leaves) {
  EXPECT_FALSE(is_included("<p id=t role=none>x</p>"));
  EXPECT_FALSE(is_included("<button><h2 id=t>x</h2></button>"));
  EXPECT_FALSE(is_included("<b role=img><i><h2 id=t>x</h2></i></b>"));
  EXPECT_TRUE(is_included("<b role=img><a id=t href=#>x</a></b>"));
  EXPECT_TRUE(is_included("<a href=#><h2 id=t>x</h2></a>"));
}

TEST(Tree, knows_where_the_tab_key_stops) {
  EXPECT_TRUE(takes_tab("<a id=t href=#>x</a>"));
  EXPECT_TRUE(takes_tab("<p id=t tabindex=' +0x'>x</p>"));
  EXPECT_TRUE(takes_tab("<p aria-hidden=true><button id=t>x</button></p>"));
  EXPECT_TRUE(takes_tab("<p id=t contenteditable>x</p>"));
  EXPECT_TRUE(takes_tab("<details><summary id=t>x</summary></details>"));
  EXPECT_TRUE(takes_tab("<fieldset disabled><legend><input id=t></legend></fieldset>"));
  EXPECT_FALSE(takes_tab("<a id=t>x</a>"));
  EXPECT_FALSE(takes_tab("<p id=t tabindex=x>x</p>"));
  EXPECT_FALSE(takes_tab("<a id=t href=# tabindex=-1>x</a>"));
  EXPECT_FALSE(takes_tab("<button id=t disabled>x</button>"));
  EXPECT_FALSE(takes_tab("<fieldset disabled><p><input id=t></p></fieldset>"));
  EXPECT_FALSE(takes_tab("<fieldset disabled><legend></legend><legend><input id=t></legend>"));
  EXPECT_FALSE(takes_tab("<p hidden><a id=t href=#>x</a></p>"));
  EXPECT_FALSE(takes_tab("<p inert><a id=t href=#>x</a></p>"));
  EXPECT_FALSE(takes_tab("<p id=t contenteditable=false>x</p>"));
  EXPECT_TRUE(takes_focus("<a id=t href=# tabindex=-1>x</a>"));
}

TEST(Tree, finds_the_first_tab_stop_inside_an_element_only) {
  Page const page = page_of("<p id=a><b>x</b></p><p id=b><i><a id=c href=#>x</a></i></p>");
  A11yTree const &tree = page.a11y();
  EXPECT_FALSE(tree.first_tab_stop(page.dom().by_id("a")).valid());
  EXPECT_EQ(tree.first_tab_stop(page.dom().by_id("b")), page.dom().by_id("c"));
}

TEST(Tree, lets_style_decide_and_doubts_where_style_is_unknown) {
  Document document = document_of("<p id=a><b id=b>x</b></p><p id=c></p>");
  NodeId const a = document.by_id("a");
  NodeId const b = document.by_id("b");
  NodeId const c = document.by_id("c");
  std::vector<ComputedStyle> columns(document.size());
  for (ComputedStyle &style : columns) {
    style.display = Display::block;
    style.visibility = Visibility::visible;
  }
  columns[a.value].display = Known<Display>::unknown();
  columns[c.value].visibility = Visibility::hidden;
  Page const page("http://test.invalid/", std::move(document), ComputedStyles(columns));
  EXPECT_TRUE(page.a11y().included(b).is_unknown());
  EXPECT_TRUE(page.a11y().included(c).is_false());
}

TEST(Tree, stands_very_deep_and_very_broad_pages) {
  std::string html;
  for (int i = 0; i < 1000; ++i)
    html += "<details><summary>x</summary>";
  for (int i = 0; i < 1000; ++i)
    html += "<label><b>x</b></label><fieldset disabled>";
  Page const page = page_of(html);
  EXPECT_GT(page.dom().size(), 3000U);
}

}  // namespace
}  // namespace wza::web
