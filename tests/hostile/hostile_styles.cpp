// SPDX-License-Identifier: Apache-2.0
// What hurts parsers of style sheets, matchers and cascades.
#include "tests/hostile/hostile_pages.h"

namespace wza::test {
namespace {

constexpr std::size_t kMillion = 1'000'000;
constexpr std::size_t kMany = 100'000;

/// A page of some 5,000 elements with that style sheet.
std::string page(std::string const &css) {
  return "<!doctype html><html lang=zh-CN><title>x</title><style>" + css + "</style><body>" +
         numbered(1'000, "<div class='a b a#'><p id=p# class=c><a href=x>x</a><b>y</b></p></div>");
}

std::string deep_page(std::string const &css) {
  return "<!doctype html><html lang=zh-CN><title>x</title><style>" + css + "</style><body>" +
         repeated(500, "<div class=a>") + repeated(2'000, "<a class=a href=x>x</a>");
}

std::string selector(std::string const &text) {
  return page(text + "{color:red;display:none}");
}

std::string nested(std::string const &open, std::size_t times, std::string const &core,
                   std::string const &close) {
  return repeated(times, open) + core + repeated(times, close);
}

/// Each variable holds the one before it twice.
std::string variable_bomb(std::string const &use) {
  return "*{--v0:1px;" + numbered(60, "--v@:var(--v#) var(--v#);") + "}" + use;
}

std::string styled(std::size_t times, std::string const &style) {
  return "<!doctype html><title>x</title><body>" + numbered(times, "<p style='" + style + "'>x");
}

constexpr HostilePage kPages[] = {
    {"has_20000", [] { return page(numbered(20'000, ".a#:has(.b@ .c){color:red}")); }},
    {"has_20000_of_any", [] { return page(numbered(20'000, "*:has(.x#){color:red}")); }},
    {"has_20000_siblings", [] { return page(numbered(20'000, "div:has(~ .x#){color:red}")); }},
    {"has_of_has", [] { return page(numbered(2'000, ":has(:has(.x#) ~ :has(a)){color:red}")); }},
    {"has_deep", [] { return deep_page(numbered(20'000, ".a:has(.a .a .x#){color:red}")); }},
    {"has_attributes", [] { return page(numbered(20'000, "p:has([title*=x#]){color:red}")); }},
    {"is_nested", [] { return selector(nested(":is(", kMany, "a", ")")); }},
    {"not_nested", [] { return selector(nested(":not(", kMany, "a", ")")); }},
    {"where_nested_lists", [] { return selector(nested(":where(a,", 50'000, "b", ")")); }},
    {"is_product", [] { return selector(repeated(2'000, ":is(.a,.b,.c) ")); }},
    {"is_lists",
     [] { return page(repeated(200, ":is(" + numbered(5'000, ".x#,") + "a){top:0}")); }},
    {"not_lists",
     [] { return page(repeated(200, ":not(" + numbered(5'000, ".x#,") + "i){top:0}")); }},
    {"compound_long", [] { return selector(repeated(kMillion, ".a")); }},
    {"complex_long", [] { return selector(repeated(kMany, "* ") + "a"); }},
    {"complex_deep",
     [] { return deep_page(repeated(300, repeated(60, ".a ") + "b,") + "i{top:0}"); }},
    {"complex_mixed",
     [] { return deep_page(repeated(2'000, repeated(30, "* ~ * > * ") + "a{top:0}")); }},
    {"universal_rules", [] { return page(repeated(kMany, "*{color:red}")); }},
    {"universal_rules_deep",
     [] { return deep_page(numbered(50'000, ".a .a .a{color:red;display:block;font:12px a}")); }},
    {"attribute_rules", [] { return page(numbered(50'000, "[href*='y#']{color:red}")); }},
    {"attribute_rules_long",
     [] {
       return "<!doctype html><title>x</title><style>" +
              numbered(2'000, "[title*='" + repeated(200, "ab") + "#' i]{color:red}") +
              "</style><body>" + repeated(200, "<p title='" + repeated(20'000, "ab") + "'>x");
     }},
    {"nth_child_of",
     [] { return page(numbered(5'000, "p:nth-child(#n+1 of :not(.x#,:is(a,b))){top:0}")); }},
    {"nth_huge", [] { return selector(":nth-child(99999999999n-99999999999)"); }},
    {"lang_rules", [] { return deep_page(numbered(20'000, ":lang(x#){color:red}")); }},
    {"dir_rules", [] { return deep_page(repeated(20'000, "a:dir(rtl){color:red}")); }},
    {"state_rules",
     [] {
       return "<style>" + repeated(2'000, ":checked:default:disabled{color:red}") +
              "</style><select>" + repeated(10'000, "<option>x");
     }},
    {"selector_list", [] { return page(numbered(500'000, ".x#,") + "a{color:red}"); }},
    {"nesting", [] { return page(nested("&.a,&.b{", kMany, "color:red", "}")); }},
    {"nesting_doubled", [] { return page(nested("& &,& &{", 40, "color:red", "}")); }},
    {"nesting_wide", [] { return page("a{" + repeated(kMany, "& b,& c{top:0}") + "}"); }},
    {"variables_bomb", [] { return page(variable_bomb("a{color:var(--v60);width:var(--v60)}")); }},
    {"variables_bomb_14",
     [] { return page(variable_bomb("*{width:var(--v14);height:var(--v13);top:var(--v14)}")); }},
    {"variables_bomb_own",
     [] { return styled(10'000, "--w#:1;" + variable_bomb("").substr(2, 900)); }},
    {"variables_cycle", [] { return page("*{" + numbered(kMany, "--v#:var(--v@);") + "}"); }},
    {"variables_ring",
     [] {
       return page("*{--v300:var(--v0);" + numbered(300, "--v#:var(--v@);") +
                   "}a{color:var(--v0)}");
     }},
    {"variables_many",
     [] { return page("*{" + numbered(kMany, "--v#:#;") + "}a{color:var(--v7)}"); }},
    {"variables_fallback",
     [] { return page("a{color:" + nested("var(--x,", kMany, "red", ")") + "}"); }},
    {"variables_deep",
     [] {
       return "<!doctype html><title>x</title><body>" +
              numbered(3'000, "<div style='--v#:1;color:var(--none);top:var(--v0)'>x");
     }},
    {"variables_per_element",
     [] {
       return "<style>*{" + numbered(300, "--v#:#px;") + "width:var(--v299)}</style>" +
              numbered(20'000, "<p style='--w#:1'>x");
     }},
    {"calc_long", [] { return page("a{width:calc(1px" + repeated(kMillion, " + 1px") + ")}"); }},
    {"calc_nested",
     [] { return page("a{width:" + nested("calc(1px + ", kMany, "1px", ")") + "}"); }},
    {"calc_brackets",
     [] { return page("a{width:calc" + nested("(", kMillion, "1px", ")") + "}"); }},
    {"min_max_nested",
     [] { return page("a{width:" + nested("min(1px,max(", kMany, "1px", "))") + "}"); }},
    {"numbers_huge", [] { return page("a{width:" + repeated(kMillion, "9") + "e" + "999999px}"); }},
    {"media_nested", [] { return page(nested("@media screen{", kMany, "a{top:0}", "}")); }},
    {"layer_nested", [] { return page(nested("@layer a{", kMany, "a{top:0}", "}")); }},
    {"supports_nested",
     [] { return page("@supports " + nested("(not ", kMany, "(top:0)", ")") + "{a{top:0}}"); }},
    {"media_query_nested",
     [] { return page("@media " + nested("(not ", kMany, "(a)", ")") + "{a{top:0}}"); }},
    {"layers_many", [] { return page(numbered(kMany, "@layer l#{a{color:red}}")); }},
    {"layer_path_long", [] { return page("@layer a" + repeated(kMany, ".a") + "{a{top:0}}"); }},
    {"media_many", [] { return page(numbered(50'000, "@media (min-width:#px){a{color:red}}")); }},
    {"import_many", [] { return page(numbered(kMany, "@import 'a#.css';")); }},
    {"brackets_open", [] { return page(repeated(kMillion, "([{")); }},
    {"blocks_open", [] { return page(repeated(kMillion, "a{")); }},
    {"braces_closed", [] { return page(repeated(4 * kMillion, "}")); }},
    {"strings_open", [] { return page(repeated(kMillion, "a{content:'\n")); }},
    {"escapes", [] { return page(repeated(kMillion, "\\0\\110000 \\")); }},
    {"comments", [] { return page(repeated(kMillion, "/**/") + "a/*"); }},
    {"urls_open", [] { return page(repeated(kMillion, "a{b:url(")); }},
    {"declarations_one_rule", [] { return page("*{" + repeated(500'000, "color:red;") + "}"); }},
    {"declarations_each_element",
     [] { return styled(5'000, "color:red;" + repeated(200, "top:1px;") + "left:#px"); }},
    {"style_attribute_giant",
     [] { return "<p style='" + repeated(kMillion, "color:red;") + "'>x"; }},
    {"shorthands",
     [] { return page("*{" + repeated(kMany, "background:red,url(a);font:1px/2 a;") + "}"); }},
    {"gradient_long",
     [] {
       return page("a{background-image:linear-gradient(red" + repeated(kMany, ",blue,red") + ")}");
     }},
    {"content_long", [] { return page("*::before{content:'" + repeated(kMillion, "x") + "'}"); }},
    {"content_each", [] { return page("*::before,*::after{content:attr(class) counter(a) 'x'}"); }},
    {"sheets_10000",
     [] {
       return "<title>x</title>" + numbered(10'000, "<style>.a#{color:red}</style>") + "<p>x";
     }},
    {"sheets_empty",
     [] { return "<title>x</title>" + repeated(kMany, "<style></style>") + "<p>x"; }},
    {"sheets_linked",
     [] { return numbered(10'000, "<link rel=stylesheet href=s#.css>") + "<p>x"; }},
    {"turned",
     [] {
       return page("@media (orientation:portrait){*{transform:rotate(90deg)}}" +
                   numbered(20'000, "*:has(.x#){color:red}"));
     }},
    {"revert", [] { return page(numbered(20'000, "@layer l#{*{color:revert-layer}}")); }},
    {"floating_boxes",
     [] {
       return "<style>p{position:absolute;top:1px;left:1px;width:99px;height:99px;color:#777;"
              "background:#fff}</style>" +
              repeated(20'000, "<p>text");
     }},
    {"stacked_backgrounds",
     [] {
       return "<style>div{background:rgba(1,2,3,.01);color:#777}</style>" +
              repeated(1'000, "<div>text");
     }},
};

}  // namespace

std::span<HostilePage const> hostile_styles() {
  return kPages;
}

}  // namespace wza::test
