// SPDX-License-Identifier: Apache-2.0
#include "webcheck/dom/start_tag.h"

#include "tests/support/page_of.h"

#include <gtest/gtest.h>

namespace wza::web {
namespace {

TEST(StartTag, takes_a_new_attribute_behind_the_others) {
  EXPECT_EQ(StartTag("<img>").set("alt", "").str(), "<img alt=\"\">");
  EXPECT_EQ(StartTag("<img src=a.png>").set("alt", "坡道").str(), "<img src=a.png alt=\"坡道\">");
  EXPECT_EQ(StartTag("<IMG SRC='a' />").set("alt", "x").str(), "<IMG SRC='a' alt=\"x\" />");
  EXPECT_EQ(StartTag("<br/>").set("id", "x").str(), "<br id=\"x\"/>");
}

TEST(StartTag, writes_quotes_and_ampersands_as_references) {
  EXPECT_EQ(StartTag("<a>").set("title", "“A” & \"B\"").str(),
            "<a title=\"“A” &amp; &quot;B&quot;\">");
}

TEST(StartTag, changes_an_attribute_where_it_stands) {
  EXPECT_EQ(StartTag("<img alt src=a>").set("alt", "x").str(), "<img alt=\"x\" src=a>");
  EXPECT_EQ(StartTag("<img ALT = ' ' src=a>").set("alt", "x").str(), "<img ALT=\"x\" src=a>");
  EXPECT_EQ(StartTag("<img alt=a/b>").set("alt", "x").str(), "<img alt=\"x\">");
}

TEST(StartTag, leaves_one_of_several_with_the_same_name) {
  EXPECT_EQ(StartTag("<p id=a class=b ID=c>").set("id", "d").str(), "<p id=\"d\" class=b>");
}

TEST(StartTag, takes_attributes_out_and_keeps_the_others_apart) {
  EXPECT_EQ(StartTag("<p role=x>").remove("role").str(), "<p>");
  EXPECT_EQ(StartTag("<p a=1 role='x y' b=2>").remove("role").str(), "<p a=1 b=2>");
  EXPECT_EQ(StartTag("<p a=\"1\"role=\"x\"b=\"2\">").remove("role").str(), "<p a=\"1\"b=\"2\">");
  EXPECT_EQ(StartTag("<p role=\"x\"b=\"2\">").remove("role").str(), "<p b=\"2\">");
  EXPECT_EQ(StartTag("<p\n  role=x\n  Role=y>").remove("role").str(), "<p>");
  EXPECT_EQ(StartTag("<p title='role=x'>").remove("role").str(), "<p title='role=x'>");
}

TEST(StartTag, renames_an_attribute_and_leaves_its_value) {
  EXPECT_EQ(StartTag("<p aria-labeledby='a b'>").rename("aria-labeledby", "aria-labelledby").str(),
            "<p aria-labelledby='a b'>");
}

TEST(StartTag, reads_what_browsers_read_of_malformed_tags) {
  EXPECT_EQ(StartTag("<p =x role>").remove("=x").str(), "<p role>");
  EXPECT_EQ(StartTag("<p role= x>").remove("role").str(), "<p>");
  EXPECT_EQ(StartTag("<p role='a'/b>").remove("role").str(), "<p/b>");
  EXPECT_EQ(StartTag("<p role=>").set("role", "none").str(), "<p role=\"none\">");
}

TEST(StartTag, is_made_up_where_the_parser_made_up_the_element) {
  Page const page = page_of("<p>文字</p>");
  EXPECT_EQ(StartTag(page.dom(), page.dom().document_element()).set("lang", "zh-CN").str(),
            "<html lang=\"zh-CN\">");
}

}  // namespace
}  // namespace wza::web
