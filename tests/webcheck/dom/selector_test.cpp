// SPDX-License-Identifier: Apache-2.0
#include "tests/support/page_of.h"
#include "webcheck/css/selector_parse.h"

#include <gtest/gtest.h>

namespace wza::web {
namespace {

/// The ids of what a selector matches, in order.
std::string select(Document const &document, std::string_view selector) {
  auto const list = SelectorList::parse(selector);
  if (!list) return "invalid";
  std::string out;
  for (NodeId n : select_all(document, *list)) {
    if (!out.empty()) out += ' ';
    out += document.attr_or_empty(n, atom::id);
  }
  return out;
}

struct Case {
  std::string_view selector, expected;
};

constexpr std::string_view kPage =
    "<!doctype html><html id=h lang=zh-Hans-CN><head id=hd><title id=t></title></head><body id=b>"
    "<ul id=u class='list Main'><li id=l1 class=a>x<li id=l2 class='a b'>y"
    "<li id=l3 lang=en>z<li id=l4 class=b data-x='one two'></ul>"
    "<p id=p1></p><p id=p2> </p><p id=p3><!-- c --></p>"
    "<form id=f><input id=i1 type=TEXT required value=v><input id=i2 type=checkbox checked>"
    "<fieldset id=fs disabled><legend id=lg><input id=i3></legend><input id=i4></fieldset>"
    "<select id=s><option id=o1>1<option id=o2>2</select></form>"
    "<a id=a1 href=#>l</a><a id=a2>m</a><svg id=v><linearGradient id=g></linearGradient></svg>"
    "<details id=d open><summary id=sm></summary></details><div id=e1><b id=e2></b><i id=e3></i>"
    "<b id=e4></b></div></body></html>";

TEST(Selector, MatchesAsTheStandardSays) {
  Document const document = document_of(kPage);
  Case const cases[]{
      {"li", "l1 l2 l3 l4"},
      {"LI.a", "l1 l2"},
      {".A", ""},
      {".Main", "u"},
      {"#l2", "l2"},
      {"li.a.b", "l2"},
      {"*.b", "l2 l4"},
      {"ul > li:first-child, p", "l1 p1 p2 p3"},
      {"html li.b", "l2 l4"},
      {"ul li + li", "l2 l3 l4"},
      {"li ~ .b", "l2 l4"},
      {".a + .b", "l2"},
      {"body > li", ""},
      {"[class]", "u l1 l2 l4"},
      {"[class=a]", "l1"},
      {"[class='A' i]", "l1"},
      {"[class~=b]", "l2 l4"},
      {"[data-x~=two]", "l4"},
      {"[data-x^=one]", "l4"},
      {"[data-x$=two]", "l4"},
      {"[data-x*='e t']", "l4"},
      {"[data-x^='']", ""},
      {"[lang|=zh]", "h"},
      {"[type=text]", "i1"},
      {"[type=text s]", ""},
      {"[CLASS=a]", "l1"},
      {":root", "h"},
      {"p:empty", "p1 p3"},
      {"li:nth-child(2n+1)", "l1 l3"},
      {"li:nth-child(even)", "l2 l4"},
      {"li:nth-child(-n+2)", "l1 l2"},
      {"li:nth-child(n + 3)", "l3 l4"},
      {"li:nth-last-child(1)", "l4"},
      {"li:nth-child(1 of .b)", "l2"},
      {"li:nth-last-child(2 of .a)", "l1"},
      {"b:nth-of-type(2)", "e4"},
      {"b:nth-last-of-type(2)", "e2"},
      {"i:only-of-type", "e3"},
      {"summary:only-child", "sm"},
      {"li:not(.a)", "l3 l4"},
      {"li:not(.a, [lang])", "l4"},
      {"li:is(.a, #l3)", "l1 l2 l3"},
      {"li:where(:nonsense, .a)", "l1 l2"},
      {":is()", ""},
      {"ul:has(> .b)", "u"},
      {"li:has(+ .b)", "l1 l3"},
      {"li:has(~ [lang])", "l1 l2"},
      {"body :has(summary)", "d"},
      {"div:has(b + i ~ b)", "e1"},
      {"div:has(i + i)", ""},
      {"li:lang(en)", "l3"},
      {"li:lang(zh)", "l1 l2 l4"},
      {"li:lang('*-CN')", "l1 l2 l4"},
      {"li:lang(zh-CN)", "l1 l2 l4"},
      {":link", "a1"},
      {"a:any-link", "a1"},
      {"a:visited", ""},
      {":checked", "i2 o1"},
      {"input:disabled", "i4"},
      {"input:enabled", "i1 i2 i3"},
      {":required", "i1"},
      {"a:hover, a:focus-visible, a:active", ""},
      {"a:not(:hover)", "a1 a2"},
      {"details:open", "d"},
      {"[open]", "d"},
      {"linearGradient", "g"},
      {"lineargradient", ""},
      {"svg|g", "invalid"},
      {"*|svg", "v"},
      {"|svg", ""},
      {":scope > body", "b"},
      {":dir(rtl)", ""},
      {"li::before", ""},

      {"\\6c\\69 .a", "l1 l2"},

      {"\\6c\\69", "l1 l2 l3 l4"},
  };
  for (Case const &c : cases) {
    EXPECT_EQ(select(document, c.selector), c.expected) << c.selector;
  }
}

TEST(Selector, WithAnythingUnknownIsInvalidAsAWhole) {
  Document const document = document_of(kPage);
  for (std::string_view selector : {"",
                                    ",",
                                    "p,",
                                    "p:nonsense",
                                    "p, q:nonsense",
                                    "p::nonsense",
                                    ":not(p, :nonsense)",
                                    ":not()",
                                    ":has()",
                                    ":has(:has(p))",
                                    "p >",
                                    "> p",
                                    "p > > q",
                                    "p..a",
                                    ".1a",
                                    "#1a",
                                    "[",
                                    "[a=]",
                                    "[a=b x]",
                                    "p::before q",
                                    "p::before.a",
                                    ":nth-child()",
                                    ":nth-child(2 n)",
                                    ":nth-child(+ 2n)",
                                    ":nth-of-type(1 of p)",
                                    ":lang()",

                                    "ns|p",
                                    "p!q",
                                    "a{}"}) {
    EXPECT_EQ(select(document, selector), "invalid") << selector;
  }
}

TEST(Selector, CountsItsSpecificity) {
  struct SpecificityCase {
    std::string_view selector;
    Specificity expected;
  };
  SpecificityCase const cases[]{
      {"*", specificity(0, 0, 0)},
      {"li", specificity(0, 0, 1)},
      {"ul ol+li", specificity(0, 0, 3)},
      {"h1 + *[rel=up]", specificity(0, 1, 1)},
      {"li.red.level", specificity(0, 2, 1)},
      {"#x34y", specificity(1, 0, 0)},
      {"#s12:not(foo)", specificity(1, 0, 1)},
      {".foo :is(.bar, #baz)", specificity(1, 1, 0)},
      {":where(#a) b", specificity(0, 0, 1)},
      {":nth-child(2n+1 of #a, b)", specificity(1, 1, 0)},
      {"a:has(> #b c)", specificity(1, 0, 2)},
      {"a::before", specificity(0, 0, 2)},
      {"a:hover", specificity(0, 1, 1)},
  };
  for (SpecificityCase const &c : cases) {
    auto const list = SelectorList::parse(c.selector);
    ASSERT_TRUE(list) << c.selector;
    EXPECT_EQ(list->selectors()[0].specificity, c.expected) << c.selector;
  }
}

TEST(Selector, IgnoresCaseOfClassesAndIdsInQuirksModeOnly) {
  EXPECT_EQ(select(document_of("<p id=X class=Y>"), "#x.y"), "X");
  EXPECT_EQ(select(document_of("<!doctype html><p id=X class=Y>"), "#x.y"), "");
}

TEST(Selector, OfAbsurdDepthOrLengthIsInvalidAndCostsNoStack) {
  std::string deep, wide = "a";
  for (int i = 0; i < 50000; ++i) {
    deep += ":not(";
    wide += " a";
  }
  EXPECT_FALSE(SelectorList::parse(deep));
  EXPECT_FALSE(SelectorList::parse(wide));
}

TEST(Selector, MatchingStopsAtItsBudget) {
  std::string html;
  for (int i = 0; i < 2000; ++i)
    html += "<b class=a></b>";
  Document const document = document_of(html);
  SelectorMatcher matcher(document, {}, 100'000);
  auto const list = SelectorList::parse("i ~ b");
  EXPECT_TRUE(select_all(matcher, *list).empty());
  EXPECT_TRUE(matcher.exhausted());
  SelectorMatcher enough(document);
  EXPECT_TRUE(select_all(enough, *list).empty());
  EXPECT_FALSE(enough.exhausted());
}

TEST(Selector, NumbersTheChildrenOfMoreParentsThanAreRemembered) {
  std::string html = "<div class=x>";
  for (int i = 0; i < 10'000; ++i)
    html += "<p><i class=x></i><b></b><b class=x></b></p>";
  Document const document = document_of(html + "</div>");
  auto const matched = [&](std::string_view selector) {
    return select_all(document, *SelectorList::parse(selector)).size();
  };
  EXPECT_EQ(matched(":nth-child(2 of .x)"), 10'000U);
  EXPECT_EQ(matched("b:nth-last-child(1 of .x)"), 10'000U);
  EXPECT_EQ(matched("i:nth-child(2 of .x)"), 0U);
  EXPECT_EQ(matched("p:nth-child(10000 of p) > :nth-child(1 of b)"), 1U);
}

TEST(Selector, FindsADistantMatchBehindNearFailures) {
  // The nearest .a is no child of .x; the next one up is.
  Document const document = document_of(
      "<div class=x><div class=a><div><div class=a><p class=s></p><p id=t></p></div></div></div>"
      "</div>");
  EXPECT_EQ(select(document, ".x > .a p"), "t");
  EXPECT_EQ(select(document, ".x > .a .s + p"), "t");
  EXPECT_EQ(select(document, "div > .a > .s ~ p"), "t");
  EXPECT_EQ(select(document, ".x > .a > .s ~ p"), "");
}

}  // namespace
}  // namespace wza::web
