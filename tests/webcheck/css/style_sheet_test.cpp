// SPDX-License-Identifier: Apache-2.0
#include "webcheck/css/style_sheet.h"

#include "tests/support/page_of.h"
#include "webcheck/css/cascade.h"

#include <gtest/gtest.h>

namespace wza::web::css {
namespace {

std::size_t rules_of(std::string_view css) {
  return StyleSheet::parse(css)->rules().size();
}

std::string repeated(std::string_view text, int times) {
  std::string out;
  for (int i = 0; i < times; ++i)
    out += text;
  return out;
}

TEST(StyleSheet, RecoversFromErrorsAsTheStandardSays) {
  EXPECT_EQ(rules_of("a{color:red}b{color:red}"), 2u);
  EXPECT_EQ(rules_of("a{color:red"), 1u);
  EXPECT_EQ(rules_of("a{color:red;}}b{color:red}"), 1u);  // `}b` is part of a selector
  EXPECT_EQ(rules_of("<!-- a{color:red} -->"), 1u);
  EXPECT_EQ(rules_of("@nonsense x; a{color:red}"), 1u);
  EXPECT_EQ(rules_of("@nonsense{a{color:red}} b{color:red}"), 1u);
  EXPECT_EQ(rules_of("a:nonsense{color:red} b{color:red}"), 1u);
  EXPECT_EQ(rules_of("a{*color:red;color:red}"), 1u);
  EXPECT_EQ(rules_of("a{filter:progid:X(a='b',c=d);color:red}"), 1u);
  EXPECT_EQ(rules_of("a{color:red;b{color:red}}"), 2u);
  EXPECT_EQ(rules_of("@media all{a{color:red}}@supports(display:grid){a{color:red}}"), 2u);
  EXPECT_EQ(rules_of("@font-face{font-family:x}@keyframes k{to{color:red}}"), 0u);
}

TEST(StyleSheet, ListsItsImportsOnlyAtItsBeginning) {
  auto const sheet = StyleSheet::parse(
      "@charset 'utf-8';@layer x;@import url(a.css);@import 'b.css' layer(l) print;a{color:red}"
      "@import 'c.css';");
  ASSERT_EQ(sheet->imports().size(), 2u);
  EXPECT_EQ(sheet->imports()[0].href, "a.css");
  EXPECT_EQ(sheet->imports()[1].href, "b.css");
}

TEST(StyleSheet, DecidesMediaQueriesForTheViewport) {
  struct Case {
    std::string_view query;
    bool expected;
  };
  Case const cases[]{
      {"", true},
      {"screen", true},
      {"print", false},
      {"not print", true},
      {"only screen and (min-width: 768px)", true},
      {"(max-width: 767.98px)", false},
      {"(min-width: 48em) and (max-width: 80em)", true},
      {"(width >= 1280px)", true},
      {"(400px <= width < 1280px)", false},
      {"(orientation: landscape)", true},
      {"(orientation: portrait), screen", true},
      {"(prefers-color-scheme: dark)", false},
      {"(prefers-reduced-motion: reduce)", false},
      {"not (hover)", false},
      {"(hover: hover) and (pointer: fine)", true},
      {"(-webkit-min-device-pixel-ratio: 1.5)", false},
      {"(min-resolution: 96dpi)", true},
      {"(aspect-ratio: 16/10)", true},
      {"(nonsense)", false},
      {"not (nonsense)", false},
      {"screen and nonsense", false},
      {"(min-width: 1px) or (nonsense)", true},
      {"((min-width: 1px) and (not (max-width: 2px)))", true},
      {"screen,", true},
      {"(scripting: enabled)", true},
  };
  for (Case const &c : cases)
    EXPECT_EQ(media_matches(c.query, {}), c.expected) << c.query;
}

// Each of these takes minutes, or all stack, where it is done carelessly.
TEST(StyleSheet, ReadsHostileTextInLinearTime) {
  constexpr int kMany = 20000;
  for (std::string_view piece : {"{",
                                 "(",
                                 "[",
                                 "a{",
                                 "a(",
                                 "@media(",
                                 "@media x{",
                                 ":is(",
                                 ":not(a,",
                                 "/*",
                                 "a{b:",
                                 "\\",
                                 "var(--a,",
                                 "calc((",
                                 "--a:",
                                 "@layer a.",
                                 "url(",
                                 "'",
                                 "a,",
                                 "a:not(b) ",
                                 "!important",
                                 "}",
                                 ";",
                                 "@supports not (",
                                 "@import 'a';",
                                 "--x:{"}) {
    StyleSheet::parse(repeated(piece, kMany));
    parse_style_attribute(repeated(piece, kMany), Mode::quirks);
    parse_style_attribute("color:" + repeated(piece, kMany), Mode::standard);
  }
  std::string layers;
  for (int i = 0; i < kMany; ++i)
    layers += "@layer l" + std::to_string(i) + ";";
  EXPECT_EQ(StyleSheet::parse(layers)->layers().size(), static_cast<std::size_t>(kMany));
}

TEST(StyleSheet, TooCostlyToMatchLeavesAllUnknownAndNeverWrong) {
  std::string const html = "<!doctype html><style>i ~ b, u ~ b, s ~ b{display:none}</style>" +
                           repeated("<b></b>", 9000) + "<b id=x>";
  Document const document = document_of(html);
  auto const style = compute_styles(document, collect_sheets(document))[document.by_id("x")];
  EXPECT_FALSE(style.display.is_known());
}

}  // namespace
}  // namespace wza::web::css
