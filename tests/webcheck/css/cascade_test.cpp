// SPDX-License-Identifier: Apache-2.0
#include "webcheck/css/cascade.h"

#include "tests/support/page_of.h"
#include "webcheck/css/selector_parse.h"

#include <gtest/gtest.h>

namespace wza::web {
namespace {

/// The style of the element with id "x".
ComputedStyle style_of_x(std::string_view html, Viewport const &viewport = {}) {
  Document const document = document_of(html);
  return compute_styles(document, collect_sheets(document, viewport))[document.by_id("x")];
}

std::string rgb(Known<Rgba> const &color) {
  if (!color.is_known()) return "unknown";
  Rgba const c = color.value();
  std::string text =
      std::to_string(c.red) + " " + std::to_string(c.green) + " " + std::to_string(c.blue);
  if (c.alpha != 1) text += " / " + std::to_string(static_cast<int>(c.alpha * 100 + 0.5f));
  return text;
}

bool hidden(std::string_view html) {
  return style_of_x(html).display.is(Display::none).is_true();
}

TEST(Cascade, HidesWhatTheUserAgentHides) {
  EXPECT_TRUE(hidden("<div id=x hidden>"));
  EXPECT_TRUE(hidden("<input id=x type=HIDDEN>"));
  EXPECT_TRUE(hidden("<style>input{display:block!important}</style><input id=x type=hidden>"));
  EXPECT_TRUE(hidden("<dialog id=x>"));
  EXPECT_FALSE(hidden("<dialog id=x open>"));
  EXPECT_TRUE(hidden("<audio id=x>"));
  EXPECT_FALSE(hidden("<style>div{display:flex}</style><div id=x hidden>"));
}

TEST(Cascade, ScriptingHidesNoscript) {
  std::string_view const html = "<body><noscript id=x>n</noscript>";
  EXPECT_TRUE(style_of_x(html).display.is(Display::none).is_true());
  Viewport without;
  without.scripting = Scripting::none;
  EXPECT_TRUE(style_of_x(html, without).display.is(Display::inline_).is_true());
}

/// Each row: what stands in <style>, the element, and the colour that wins.
struct ColorCase {
  char const *css, *element, *expected;
};

TEST(Cascade, DecidesByOriginLayerSpecificityAndOrder) {
  ColorCase const cases[]{
      {"p{color:red}p{color:#00f}", "<p id=x>", "0 0 255"},
      {"p.a{color:red}p{color:#00f}", "<p id=x class=a>", "255 0 0"},
      {"#x{color:red}.a.a.a.a.a.a.a.a.a.a.a{color:#00f}", "<p id=x class=a>", "255 0 0"},
      {"p{color:red!important}#x{color:#00f}", "<p id=x style='color:#0f0'>", "255 0 0"},
      {"p{color:red!important}", "<p id=x style='color:#0f0!important'>", "0 255 0"},
      {"#x{color:red}", "<p id=x style='color:#0f0'>", "0 255 0"},
      {":where(#x){color:red}p{color:#00f}", "<p id=x>", "0 0 255"},
      {":is(#x,q){color:red}p.a{color:#00f}", "<p id=x class=a>", "255 0 0"},
      {"@layer a,b;@layer b{p{color:red}}@layer a{#x{color:#00f}}", "<p id=x>", "255 0 0"},
      {"@layer a{#x{color:red}}p{color:#00f}", "<p id=x>", "0 0 255"},
      {"@layer a{p{color:red!important}}#x{color:#00f!important}", "<p id=x>", "255 0 0"},
      {"@layer a,b;@layer b{p{color:red!important}}@layer a{p{color:#00f!important}}", "<p id=x>",
       "0 0 255"},
      {"@layer a{p{color:red}@layer b{#x{color:#00f}}}", "<p id=x>", "255 0 0"},
      {"@layer a{#x{color:red!important}}", "<p id=x style='color:#0f0!important'>", "0 255 0"},
      {"p{color:red}#x{color:revert}", "<p id=x>", "0 0 0"},
      {"a{color:red}a{color:revert}", "<a id=x href=y>", "0 0 238"},
      {"@layer a{p{color:red}}p{color:revert-layer}", "<p id=x>", "255 0 0"},
      {"body{color:red}p{color:#00f}#x{color:inherit}", "<p id=x>", "255 0 0"},
      {"body{color:red}p{color:initial}", "<p id=x>", "0 0 0"},
      {"body{color:red}p{color:#00f}#x{all:unset}", "<p id=x>", "255 0 0"},
      {"font{color:red}", "<font id=x color=blue>", "255 0 0"},
      {"body{color:red}", "<font id=x color=blue>", "0 0 255"},
      {"body{color:red}", "<p id=x style='color:nonsense'>", "255 0 0"},
      {"p{color:red;color:nonsense}", "<p id=x>", "255 0 0"},
      {"p{color:red;;;color}", "<p id=x>", "255 0 0"},
      {"p{color:red} q:nonsense, p{color:#00f}", "<p id=x>", "255 0 0"},
      {"p{color:red} :is(q:nonsense, p){color:#00f}", "<p id=x>", "0 0 255"},
      {"body{& p{color:red}}", "<p id=x>", "255 0 0"},
      {"body{p{color:red}.a &{color:#00f}}", "<p id=x>", "255 0 0"},
      {"p{&.a{color:#00f}color:red}", "<p id=x class=a>", "0 0 255"},
      {"p{@media all{color:#00f}}", "<p id=x>", "0 0 255"},
  };
  for (ColorCase const &c : cases) {
    std::string const html = std::string("<!doctype html><style>") + c.css + "</style>" + c.element;
    EXPECT_EQ(rgb(style_of_x(html).color), c.expected) << c.css;
  }
}

TEST(Cascade, ReplacesVariables) {
  ColorCase const cases[]{
      {":root{--c:red}p{color:var(--c)}", "<p id=x>", "255 0 0"},
      {":root{--c:var(--d);--d:#00f}p{color:var(--c)}", "<p id=x>", "0 0 255"},
      {":root{--c:var(--d);--d:var(--c)}body{color:red}p{color:var(--c)}", "<p id=x>", "255 0 0"},
      {":root{--c:var(--d);--d:var(--c)}p{color:var(--c,#00f)}", "<p id=x>", "0 0 255"},
      {"p{color:var(--none,red)}", "<p id=x>", "255 0 0"},
      {"body{color:red}p{color:#00f;color:var(--none)}", "<p id=x>", "255 0 0"},
      {":root{--c:red}p{--c:#00f;color:var(--c)}", "<p id=x>", "0 0 255"},
      {":root{--r:255,0;}p{color:rgb(var(--r),0)}", "<p id=x>", "255 0 0"},
      {":root{--c:red}p{--c:initial;color:var(--c,#00f)}", "<p id=x>", "0 0 255"},
      {":root{--C:red}p{color:var(--c,#00f)}", "<p id=x>", "0 0 255"},
      {"@property --c{syntax:'*';inherits:true;initial-value:red}p{color:var(--c)}", "<p id=x>",
       "255 0 0"},
      {":root{--a:var(--b);--b:#00f}p{--b:red;color:var(--a)}", "<p id=x>", "0 0 255"},
  };
  for (ColorCase const &c : cases) {
    std::string const html = std::string("<!doctype html><style>") + c.css + "</style>" + c.element;
    EXPECT_EQ(rgb(style_of_x(html).color), c.expected) << c.css;
  }
}

TEST(Cascade, SurvivesVariablesThatGrowWithoutBound) {
  std::string css = ":root{--v0:red red red red;";
  for (int i = 1; i < 60; ++i) {
    std::string const before = "var(--v" + std::to_string(i - 1) + ")";
    css += "--v" + std::to_string(i) + ":" + before + before + before + before + ";";
  }
  css += "}body{color:red}p{color:var(--v59)}";
  EXPECT_EQ(rgb(style_of_x("<style>" + css + "</style><p id=x>").color), "255 0 0");
}

TEST(Cascade, ComputesFontSizes) {
  struct Case {
    char const *html;
    float size;
  };
  Case const cases[]{
      {"<p id=x>", 16},
      {"<style>html{font-size:10px}p{font-size:1.2rem}</style><p id=x>", 12},
      {"<div style='font-size:20px'><p id=x style='font-size:150%'>", 30},
      {"<div style='font-size:20px'><p id=x style='font-size:calc(1em + 2px)'>", 22},
      {"<p id=x style='font-size:clamp(10px, 1vw, 14px)'>", 12.8f},
      {"<p id=x style='font-size:larger'>", 19.2f},
      {"<code id=x>", 13},
      {"<div style='font-size:20px'><code id=x>", 20},
      {"<h1 id=x>", 32},
      {"<h1><code id=x>", 26},
      {"<code id=x style='font-family:monospace,monospace'>", 16},
      {"<font size=5 id=x>", 24},
      {"<font size=+1 id=x>", 18},
      {"<p id=x style='font-size:12'>", 16},
  };
  for (Case const &c : cases) {
    auto const style = style_of_x(std::string("<!doctype html>") + c.html);
    ASSERT_TRUE(style.font_size.is_known()) << c.html;
    EXPECT_NEAR(style.font_size.value(), c.size, 0.01) << c.html;
  }
  // Without unit: a quirk.
  EXPECT_NEAR(style_of_x("<p id=x style='font-size:12'>").font_size.value(), 12, 0.01);
}

TEST(Cascade, AnUntriedSheetLeavesUnknownWhatItCouldChange) {
  Document const document =
      document_of("<link rel=stylesheet href=a.css><p id=x style='color:red!important'>");
  StyleInputs inputs = collect_sheets(document);
  ASSERT_EQ(inputs.sheets.size(), 1u);
  EXPECT_EQ(inputs.sheets[0].href, "a.css");
  NodeId const x = document.by_id("x");
  auto style = compute_styles(document, inputs)[x];
  EXPECT_FALSE(style.display.is_known());
  EXPECT_EQ(rgb(style.color), "255 0 0");
  inputs.sheets[0].state = SheetState::failed;
  style = compute_styles(document, inputs)[x];
  EXPECT_TRUE(style.display.is(Display::block).is_true());
  inputs.sheets[0].state = SheetState::loaded;
  inputs.sheets[0].sheet = css::StyleSheet::parse("@import 'b.css' print;p{display:none}");
  style = compute_styles(document, inputs)[x];
  EXPECT_TRUE(style.display.is(Display::none).is_true());
  inputs.sheets[0].sheet = css::StyleSheet::parse("@import 'b.css';p{display:none}");
  EXPECT_FALSE(compute_styles(document, inputs)[x].display.is_known());
  StyleSheetInput import;
  import.state = SheetState::loaded;
  import.sheet = css::StyleSheet::parse("p{display:flex!important}");
  inputs.sheets[0].imports.push_back(import);
  EXPECT_TRUE(compute_styles(document, inputs)[x].display.is(Display::flex).is_true());
}

TEST(Cascade, AConditionThatHangsOnLayoutIsUnknownOnlyWhereItWouldWin) {
  auto const style = style_of_x(
      "<style>@container (width > 9px){p{display:none;color:red}}p{color:blue}</style><p id=x>");
  EXPECT_FALSE(style.display.is_known());
  EXPECT_EQ(rgb(style.color), "0 0 255");
}

TEST(Cascade, MakesBoxesBlocksWhereTheyAreFloatedPositionedOrItems) {
  EXPECT_TRUE(style_of_x("<span id=x style='float:left'>").display.is(Display::block).is_true());
  EXPECT_TRUE(style_of_x("<b id=x style='position:fixed'>").display.is(Display::block).is_true());
  EXPECT_TRUE(style_of_x("<p style='display:flex'><b id=x>").display.is(Display::block).is_true());
  EXPECT_TRUE(
      style_of_x("<img id=x style='display:contents'>").display.is(Display::none).is_true());
}

TEST(Cascade, KeepsGeneratedContentApart) {
  Document const document = document_of(
      "<style>p::before{content:'a' attr(title)}p:after{content:none}"
      "q::after{content:counter(n)}i::before{content:url(x.png)/'alt'}b::before{color:red}</style>"
      "<p title=t><q></q><i></i><b></b>");
  auto const styles = compute_styles(document, collect_sheets(document));
  auto node = [&](Atom tag) { return document.by_tag(tag).front(); };
  ASSERT_NE(styles.before(node(atom::p)), nullptr);
  EXPECT_TRUE(styles.before(node(atom::p))->text.is("at").is_true());
  EXPECT_EQ(styles.after(node(atom::p)), nullptr);
  ASSERT_NE(styles.after(node(atom::q)), nullptr);
  EXPECT_FALSE(styles.after(node(atom::q))->text.is_known());
  EXPECT_TRUE(styles.before(node(atom::i))->text.is("alt").is_true());
  EXPECT_EQ(styles.before(node(atom::b)), nullptr);
}

TEST(Cascade, MarksTextSpacingThatNoUserSheetCanOverride) {
  auto style = style_of_x("<p id=x style='letter-spacing:0.1em!important;word-spacing:1px'>");
  EXPECT_TRUE(style.letter_spacing_important);
  EXPECT_FALSE(style.word_spacing_important);
  EXPECT_NEAR(style.letter_spacing.value().px, 1.6, 0.001);
  style = style_of_x("<style>p{letter-spacing:1px!important}</style><p id=x>");
  EXPECT_FALSE(style.letter_spacing_important);
}

TEST(Cascade, SeesWhatIsClippedAway) {
  EXPECT_TRUE(style_of_x("<p id=x style='clip:rect(0 0 0 0)'>").clip.is(Clip::all).is_true());
  EXPECT_TRUE(
      style_of_x("<p id=x style='clip:rect(1px,1px,1px,1px)'>").clip.is(Clip::all).is_true());
  EXPECT_TRUE(
      style_of_x("<p id=x style='clip-path:inset(50%)'>").clip_path.is(Clip::all).is_true());
  EXPECT_TRUE(
      style_of_x("<p id=x style='clip-path:inset(9%)'>").clip_path.is(Clip::some).is_true());
  EXPECT_TRUE(style_of_x("<p id=x style='transform:scale(0)'>")
                  .transform.is(Transform::vanished)
                  .is_true());
}

}  // namespace
}  // namespace wza::web
