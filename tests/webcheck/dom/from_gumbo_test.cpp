// SPDX-License-Identifier: Apache-2.0
#include "webcheck/dom/from_gumbo.h"

#include "tests/support/page_of.h"

#include <gtest/gtest.h>

#include <string>

namespace wza::web {
namespace {

std::string body_of(std::string_view html) {
  std::string const tree = tree_of(document_of(html));
  std::size_t const at = tree.find("  <body>\n");
  return tree.substr(at + 9);
}

TEST(FromGumbo, makes_the_whole_tree_in_document_order) {
  EXPECT_EQ(tree_of(document_of("<!DOCTYPE html><title>坡道</title><p id=a>一<b>二</b>")),
            "<!DOCTYPE html>\n"
            "<html>\n"
            "  <head>\n"
            "    <title>\n"
            "      \"坡道\"\n"
            "  <body>\n"
            "    <p>\n"
            "      id=\"a\"\n"
            "      \"一\"\n"
            "      <b>\n"
            "        \"二\"\n");
}

TEST(FromGumbo, gives_every_empty_or_broken_page_a_tree) {
  for (std::string_view const html :
       {"", "<", "</", "<!", "<a", "<a b=", "&#", "<!--", "\xFF\xFE"}) {
    Document const document = document_of(html);
    EXPECT_TRUE(document.document_element().valid()) << html;
  }
}

TEST(FromGumbo, puts_a_sign_in_place_of_nul_in_names) {
  using namespace std::string_view_literals;
  Document const document = document_of("<body><f\0Ader>x</f\0Ader>"sv);
  EXPECT_NE(document.find_atom("f\xEF\xBF\xBD"
                               "ader"),
            atom::none);
}

TEST(FromGumbo, strips_the_byte_order_mark) {
  Document const document = document_of("\xEF\xBB\xBF<title>x</title>");
  ASSERT_EQ(document.by_tag(atom::title).size(), 1U);
  EXPECT_EQ(document.tag(document.parent(document.by_tag(atom::title)[0])), atom::head);
  EXPECT_EQ(document.position(document.by_tag(atom::title)[0]).column, 1U);
}

TEST(FromGumbo, keeps_text_before_the_end_of_a_form_inside_it) {
  EXPECT_EQ(body_of("<form>only</form><p>"), "    <form>\n      \"only\"\n    <p>\n");
  EXPECT_EQ(body_of("<form><i></i>a &amp; b</FORM >c &lt; d"),
            "    <form>\n      <i>\n      \"a & b\"\n    \"c < d\"\n");
}

TEST(FromGumbo, keeps_text_behind_a_closed_form_outside_it) {
  EXPECT_EQ(body_of("<form><i></i></form>foo</form>bar"),
            "    <form>\n      <i>\n    \"foobar\"\n");
}

TEST(FromGumbo, tells_the_position_of_text_behind_a_repaired_form) {
  Document const document = document_of("<form>一\n二</form>三");
  NodeId const last{document.size() - 1};
  EXPECT_EQ(document.text(last), "三");
  EXPECT_EQ(document.position(last).line, 2U);
  EXPECT_EQ(document.position(last).column, 9U);
  EXPECT_EQ(document.source_of(last), "三");
}

TEST(FromGumbo, keeps_control_characters_as_the_page_has_them) {
  EXPECT_EQ(body_of("<p title='a\x01z'>b\x7Fz"),
            "    <p>\n      title=\"a\x01z\"\n      \"b\x7Fz\"\n");
}

TEST(FromGumbo, gives_menuitem_its_content) {
  EXPECT_EQ(body_of("<body><menuitem>a<b>x</b></menuitem>z"),
            "    <menuitem>\n      \"a\"\n      <b>\n        \"x\"\n    \"z\"\n");
}

TEST(FromGumbo, marks_what_stands_in_noscript_and_template_and_does_not_find_it) {
  Document const document = document_of(
      "<body><noscript><img id=n></noscript><template><img id=t></template><img id=live>");
  ASSERT_EQ(document.by_tag(atom::img).size(), 1U);
  EXPECT_EQ(document.by_tag(atom::img)[0], document.by_id("live"));
  EXPECT_FALSE(document.by_id("n").valid());
  EXPECT_FALSE(document.by_id("t").valid());
  int noscript = 0;
  int inside = 0;
  for (NodeId n{0}; n.value < document.size(); ++n.value) {
    noscript += document.in_noscript(n);
    inside += document.in_template(n);
  }
  EXPECT_EQ(noscript, 1);
  EXPECT_EQ(inside, 1);
  EXPECT_TRUE(document.is_live(document.by_tag(atom::noscript)[0]));
}

TEST(FromGumbo, does_not_lose_the_page_in_an_unclosed_noscript_paragraph) {
  EXPECT_EQ(body_of("<body><noscript><p>请启用脚本</noscript><h1>x</h1>"),
            "    <noscript>\n      <!--   启用脚 -->\n    <h1>\n      \"x\"\n");
}

TEST(FromGumbo, keeps_the_head_whole_around_noscript) {
  Document const document =
      document_of("<head><noscript><img src=pixel.gif></noscript><title>x</title></head>");
  EXPECT_EQ(document.tag(document.parent(document.by_tag(atom::title)[0])), atom::head);
  EXPECT_TRUE(document.by_tag(atom::img).empty());
}

TEST(FromGumbo, marks_clones_of_formatting_elements_with_the_place_of_their_original) {
  Document const document = document_of("<p><b class=x>one<p>two");
  auto const bold = document.by_tag(atom::b);
  ASSERT_EQ(bold.size(), 2U);
  EXPECT_EQ(document.origin(bold[0]), Origin::source);
  EXPECT_EQ(document.origin(bold[1]), Origin::reconstructed);
  EXPECT_EQ(document.position(bold[0]).offset, document.position(bold[1]).offset);
}

TEST(FromGumbo, keeps_namespaces_and_their_spelling) {
  Document const document = document_of(
      "<svg viewbox='0 0 1 1' "
      "xlink:href=#x><foreignobject><p></p></foreignobject><TITLE>t</TITLE></svg>"
      "<math><mi definitionurl=u></math>");
  NodeId const svg = document.by_tag(atom::svg)[0];
  EXPECT_EQ(document.ns(svg), Namespace::svg);
  EXPECT_EQ(document.attr(svg, document.find_atom("viewBox")), "0 0 1 1");
  EXPECT_EQ(document.attr(svg, atom::xlink_href), "#x");
  NodeId const object = document.by_tag(atom::foreign_object)[0];
  EXPECT_EQ(document.ns(object), Namespace::svg);
  EXPECT_TRUE(document.is(document.by_tag(atom::p)[0], atom::p));
  EXPECT_FALSE(document.is(document.by_tag(atom::title)[0], atom::title));
  EXPECT_EQ(document.ns(document.by_tag(atom::math)[0]), Namespace::mathml);
}

TEST(FromGumbo, lower_cases_unknown_tags_and_finds_them_by_name) {
  Document const document = document_of("<My-Menu Foo=1>x</My-Menu>");
  Atom const tag = document.find_atom("my-menu");
  ASSERT_NE(tag, atom::none);
  ASSERT_EQ(document.by_tag(tag).size(), 1U);
  EXPECT_EQ(document.attr(document.by_tag(tag)[0], document.find_atom("foo")), "1");
  EXPECT_EQ(document.find_atom("bar"), atom::none);
}

TEST(FromGumbo, tells_line_column_in_code_points_and_byte_offset) {
  Document const document = document_of("<p>无障碍<b>x</b>\r\n\t<i>y</i>");
  NodeId const bold = document.by_tag(atom::b)[0];
  EXPECT_EQ(document.position(bold).line, 1U);
  EXPECT_EQ(document.position(bold).column, 7U);
  EXPECT_EQ(document.position(bold).offset, 12U);
  EXPECT_EQ(document.source_of(bold), "<b>");
  NodeId const italic = document.by_tag(atom::i)[0];
  EXPECT_EQ(document.position(italic).line, 2U);
  EXPECT_EQ(document.position(italic).column, 2U);
}

TEST(FromGumbo, gives_implied_elements_no_place) {
  Document const document = document_of("<table><tr><td>x</table>");
  EXPECT_EQ(document.origin(document.by_tag(atom::tbody)[0]), Origin::implied);
  EXPECT_EQ(document.position(document.by_tag(atom::tbody)[0]).line, 0U);
  EXPECT_EQ(document.source_of(document.by_tag(atom::tbody)[0]), "");
}

TEST(FromGumbo, replaces_malformed_utf_8) {
  EXPECT_EQ(body_of("<p>a\xFFz"), "    <p>\n      \"a\xEF\xBF\xBDz\"\n");
  EXPECT_TRUE(is_utf8(document_of("<p title='\xC3'>\xE4\xB8").source()));
}

TEST(FromGumbo, tells_quirks_mode) {
  EXPECT_EQ(document_of("<p>").quirks(), Quirks::full);
  EXPECT_EQ(document_of("<!DOCTYPE html><p>").quirks(), Quirks::none);
}

std::string repeated(std::string_view part, int times) {
  std::string out;
  for (int i = 0; i < times; ++i)
    out += part;
  return out;
}

TEST(FromGumbo, refuses_more_nodes_than_its_budget) {
  ParseBudget budget;
  budget.nodes = 1000;
  EXPECT_TRUE(parse_html(repeated("<p>x", 400), budget).has_value());
  Result<Document> const page = parse_html(repeated("<p>x", 600), budget);
  ASSERT_FALSE(page.has_value());
  EXPECT_EQ(page.problem().code, ProblemCode::budget);
}

TEST(FromGumbo, refuses_a_depth_bomb_and_goes_on) {
  ParseBudget budget;
  budget.cpu = std::chrono::milliseconds(300);
  Result<Document> const bomb = parse_html(repeated("<div>", 100'000), budget);
  ASSERT_FALSE(bomb.has_value());
  EXPECT_EQ(bomb.problem().code, ProblemCode::budget);
  EXPECT_FALSE(bomb.problem().reason.zh.empty());
  Result<Document> const next = parse_html("<p>fine", budget);
  ASSERT_TRUE(next.has_value());
  EXPECT_EQ(next->by_tag(atom::p).size(), 1U);
}

TEST(FromGumbo, refuses_what_is_nested_deeper_than_allowed) {
  ParseBudget budget;
  budget.depth = 100;
  EXPECT_TRUE(parse_html(repeated("<div>", 90), budget).has_value());
  Result<Document> const deep = parse_html(repeated("<div>", 120), budget);
  ASSERT_FALSE(deep.has_value());
  EXPECT_EQ(deep.problem().code, ProblemCode::budget);
}

TEST(FromGumbo, refuses_a_bomb_of_formatting_elements_by_its_memory) {
  std::string html;
  for (int i = 0; i < 2000; ++i)
    html += "<font size=" + std::to_string(i) + "><p>";
  ParseBudget budget;
  budget.bytes = std::size_t{32} << 20;
  Result<Document> const bomb = parse_html(html, budget);
  ASSERT_FALSE(bomb.has_value());
  EXPECT_EQ(bomb.problem().code, ProblemCode::budget);
}

TEST(FromGumbo, refuses_a_page_over_the_size_limit_unparsed) {
  ParseBudget budget;
  budget.source_bytes = 10;
  Result<Document> const page = parse_html("<p>more than ten bytes", budget);
  ASSERT_FALSE(page.has_value());
  EXPECT_EQ(page.problem().code, ProblemCode::too_large);
}

TEST(FromGumbo, refuses_a_single_text_too_long_to_be_stopped_within) {
  std::string const half(std::size_t{9} << 20, 'x');
  Result<Document> const page = parse_html("<p>" + half + half);
  ASSERT_FALSE(page.has_value());
  EXPECT_EQ(page.problem().code, ProblemCode::too_large);
  ParseBudget budget;
  budget.cpu = std::chrono::minutes(10);
  EXPECT_TRUE(parse_html("<p>" + half + "<br>" + half, budget).has_value());
}

}  // namespace
}  // namespace wza::web
