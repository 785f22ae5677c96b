// SPDX-License-Identifier: Apache-2.0
#include "webcheck/dom/locate.h"

#include "tests/support/page_of.h"

#include <gtest/gtest.h>

namespace wza::web {
namespace {

std::string selector_of(std::string_view html, std::string_view marker = "x") {
  Document const document = document_of(html);
  for (NodeId n{0}; n.value < document.size(); ++n.value) {
    if (document.is_element(n) && document.attr(n, document.find_atom("data-x")) == marker) {
      return Locator(document).selector(n);
    }
  }
  return "not found";
}

TEST(Locator, goes_down_from_the_nearest_unique_id) {
  EXPECT_EQ(selector_of("<div id=nav><ul><li>a<li>b<li><a data-x=x>c</a></ul></div>"),
            "#nav > ul > li:nth-child(3) > a");
  EXPECT_EQ(selector_of("<p id=one data-x=x>"), "#one");
}

TEST(Locator, does_not_trust_an_id_that_stands_twice) {
  EXPECT_EQ(selector_of("<p id=a>1</p><p id=a data-x=x>2</p>"), "body > p:nth-child(2)");
  EXPECT_EQ(selector_of("<p id=a>1</p><p id=A data-x=x>2</p>"), "body > p:nth-child(2)");
}

TEST(Locator, counts_element_siblings_only_where_names_repeat) {
  EXPECT_EQ(selector_of("text<!--c--><i>a</i>text<b data-x=x>"), "body > b");
  EXPECT_EQ(selector_of("text<b>a</b>text<b data-x=x>"), "body > b:nth-child(2)");
}

TEST(Locator, names_what_stands_in_the_head) {
  EXPECT_EQ(selector_of("<meta data-x=x><title>t</title>"), "head > meta");
  EXPECT_EQ(selector_of("<html data-x=x>"), "html");
}

TEST(Locator, escapes_names) {
  EXPECT_EQ(css_identifier("1a"), "\\31 a");
  EXPECT_EQ(css_identifier("-2"), "-\\32 ");
  EXPECT_EQ(css_identifier("-"), "\\-");
  EXPECT_EQ(css_identifier("a.b:c d"), "a\\.b\\:c\\ d");
  EXPECT_EQ(css_identifier("导航"), "导航");
  EXPECT_EQ(css_identifier("a\x01"), "a\\1 ");
  EXPECT_EQ(selector_of("<o:p data-x=x>"), "body > o\\:p");
}

TEST(Snippet, is_the_start_tag_with_blanks_folded) {
  Document const document = document_of("<img\n  src=a.png\talt='x  y'>");
  EXPECT_EQ(snippet_of(document, document.by_tag(atom::img)[0]), "<img src=a.png alt='x y'>");
}

TEST(Snippet, is_cut_between_characters) {
  Document const document = document_of("<p title='无障碍无障碍无障碍'>");
  std::string const snippet = snippet_of(document, document.by_tag(atom::p)[0], 20);
  EXPECT_EQ(snippet, "<p title='无障…");
  EXPECT_LE(snippet.size(), 20U);
}

TEST(Snippet, of_an_implied_element_is_its_name) {
  Document const document = document_of("text");
  EXPECT_EQ(snippet_of(document, document.document_element()), "<html>");
  EXPECT_EQ(place_of(document, document.document_element()).line, 1U);
}

std::string path_of(std::string_view html) {
  Document const document = document_of(html);
  return Locator(document).structural_path(document.by_tag(atom::img)[0]);
}

TEST(StructuralPath, is_the_same_for_all_items_of_a_list) {
  std::string const first = path_of("<ul class='b a'><li id=i1><img></ul>");
  EXPECT_EQ(first, "body > ul.a.b > li#i# > img");
  EXPECT_EQ(first, path_of("<ul class='a b'><li id=i7 class=on><span><img></span></ul>"));
  EXPECT_NE(first, path_of("<ol class='a b'><li id=i7><img></ol>"));
}

std::string signature_of(std::string_view html) {
  return template_signature(document_of(html));
}

TEST(TemplateSignature, is_shared_by_pages_with_different_content) {
  std::string const one = signature_of(
      "<div class=head><a class=on>1</a><a>2</a></div><div class=list><ul><li "
      "class=i>a</ul></div>");
  EXPECT_EQ(one.size(), 16U);
  EXPECT_EQ(one, signature_of("<div class=head><a>1</a><a class=on>2</a></div>"
                              "<div class=list><p>t</p><ul><li class=i>a<li class=i>b</ul></div>"));
}

TEST(TemplateSignature, differs_between_templates) {
  EXPECT_NE(signature_of("<div class=list>"), signature_of("<div class=article>"));
  EXPECT_NE(signature_of("<div class=a><nav></nav></div>"), signature_of("<div class=a></div>"));
}

TEST(TemplateSignature, looks_neither_into_noscript_nor_into_template) {
  EXPECT_EQ(signature_of("<div class=a><template><p class=x></template></div>"),
            signature_of("<div class=a><template></template></div>"));
}

}  // namespace
}  // namespace wza::web
