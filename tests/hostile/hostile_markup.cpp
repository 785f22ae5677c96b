// SPDX-License-Identifier: Apache-2.0
// What hurts decoders, parsers and trees.
#include "tests/hostile/hostile_pages.h"

#include <random>

namespace wza::test {
namespace {

using namespace std::string_literals;

constexpr std::size_t kMillion = 1'000'000;
constexpr std::size_t kMany = 100'000;

std::string page(std::string const &body) {
  return "<!doctype html><html lang=zh-CN><title>要闻</title><body>" + body;
}

std::string random_bytes(std::size_t size, bool any) {
  std::mt19937 random(11);
  std::string out = any ? "<html>"s : ""s;
  while (out.size() < size) {
    out += static_cast<char>(any ? random() % 255 + 1 : random() % 96 + 32);
    if (random() % 9 == 0) out += "<p a='";
  }
  return out;
}

/// A document in a document in a document; each level escapes the one within.
std::string nested_srcdoc(int levels) {
  std::string inner = "<img src=a>";
  for (int i = 0; i < levels; ++i) {
    std::string escaped;
    for (char const c : inner) {
      if (c == '&') {
        escaped += "&amp;";
      } else if (c == '"') {
        escaped += "&quot;";
      } else {
        escaped += c;
      }
    }
    inner = "<iframe srcdoc=\"" + escaped + "\"></iframe><img src=b>";
  }
  return page(inner);
}

constexpr HostilePage kPages[] = {
    {"nested_div", [] { return page(repeated(kMany, "<div>")); }},
    {"nested_div_closed",
     [] { return page(repeated(kMany, "<div>") + "x" + repeated(kMany, "</div>")); }},
    {"nested_span", [] { return page(repeated(kMany, "<span>")); }},
    {"nested_list", [] { return page(repeated(kMany, "<ul><li>")); }},
    {"nested_table", [] { return page(repeated(kMany, "<table><td>")); }},
    {"nested_svg", [] { return page("<svg>" + repeated(kMany, "<g>")); }},
    {"nested_foreign", [] { return page(repeated(kMany, "<svg><foreignObject><math><mtext>")); }},
    {"nested_button", [] { return page(repeated(kMany, "<button>x")); }},
    {"nested_fieldset", [] { return page(repeated(kMany, "<fieldset disabled><input>")); }},
    {"nested_details", [] { return page(repeated(kMany, "<details><summary>x</summary>")); }},
    {"nested_template", [] { return page(repeated(kMany, "<template>")); }},
    {"nested_just_allowed", [] { return page(repeated(1000, "<div><a href=#>x</a>")); }},
    {"nested_allowed_many_times",
     [] { return page(repeated(400, repeated(500, "<div><i>") + repeated(500, "</i></div>"))); }},
    {"million_attributes_of_one", [] { return page("<p " + numbered(kMillion, "a#=b ") + ">"); }},
    {"million_equal_attributes", [] { return page("<p " + repeated(kMillion, "a=b ") + ">"); }},
    {"million_attributes_of_many",
     [] { return page(repeated(10'000, "<p " + numbered(100, "data-a#=b ") + ">")); }},
    {"million_classes", [] { return page("<p class='" + numbered(kMillion, "c# ") + "'>"); }},
    {"huge_attribute", [] { return page("<p title='" + repeated(kMillion, "0123456789") + "'>"); }},
    {"text_50_mb", [] { return page("<p>" + repeated(5 * kMillion, "0123456789")); }},
    {"text_50_mb_chinese", [] { return page("<p>" + repeated(4 * kMillion, "无障碍环")); }},
    {"text_50_mb_paragraphs", [] { return page(repeated(kMillion, "<p>" + repeated(47, "x"))); }},
    {"text_19_mb_in_one", [] { return page("<p>" + repeated(19 * kMillion, "x")); }},
    {"text_19_mb_in_link", [] { return page("<a href=x>" + repeated(19 * kMany, "text here ")); }},
    {"text_19_mb_in_paragraphs",
     [] { return page(repeated(19 * kMillion / 50, "<p>" + repeated(47, "x"))); }},
    {"blanks_19_mb", [] { return page("<a href=x>" + repeated(19 * kMillion, " ")); }},
    {"text_16_mb_in_one", [] { return page("<p>" + repeated(16 * kMillion, "x")); }},
    {"text_16_mb_in_link", [] { return page("<a href=x>" + repeated(16 * kMany, "text here ")); }},
    {"blanks_16_mb", [] { return page("<a href=x>" + repeated(16 * kMillion, " ")); }},
    {"lines_16_mb", [] { return page("<h1>" + repeated(16 * kMillion, "\n")); }},
    {"lines_19_mb", [] { return page("<h1>" + repeated(19 * kMillion, "\n")); }},
    {"nul_bytes", [] { return page(repeated(kMillion, "<p>x\0y</p>"s)); }},
    {"only_nul_bytes", [] { return std::string(kMillion, '\0'); }},
    {"nul_in_names", [] { return page(repeated(kMany, "<p\0 a\0b='\0'>"s)); }},
    {"invalid_utf8", [] { return page(repeated(kMillion, "<b>\xFF\xC0\x80\xED\xA0\x80</b>")); }},
    {"invalid_gb18030",
     [] { return "<meta charset=gb18030>" + repeated(kMillion, "\x81\x30\xFF\xFF\x84\x31"); }},
    {"odd_utf16", [] { return "\xFF\xFE" + repeated(kMillion, "\x00\xD8<\x00p\x00"s) + "x"; }},
    {"random_bytes", [] { return random_bytes(2 * kMillion, true); }},
    {"random_ascii", [] { return random_bytes(2 * kMillion, false); }},
    {"unclosed_quote", [] { return page("<p a=\"" + repeated(kMillion, "<div class='x'>")); }},
    {"unclosed_comment", [] { return page("<!--" + repeated(kMillion, "<div>--")); }},
    {"unclosed_script", [] { return page("<script>" + repeated(kMillion, "<!--<script>")); }},
    {"unclosed_style", [] { return page("<style>" + repeated(kMillion, "a{b:c")); }},
    {"unclosed_textarea", [] { return page("<textarea>" + repeated(kMillion, "<p>")); }},
    {"unclosed_title", [] { return "<title>" + repeated(kMillion, "</titl e>"); }},
    {"unclosed_noscript", [] { return page(repeated(kMany, "<noscript>")); }},
    {"unclosed_everything",
     [] {
       return page(repeated(kMany / 10, "<a href=x><b><table><tr><td><ul><li><form><p><button>"));
     }},
    {"comment_dashes", [] { return page("<!--" + repeated(10 * kMillion, "-")); }},
    {"lone_brackets", [] { return page(repeated(4 * kMillion, "<")); }},
    {"lone_end_tags", [] { return page(repeated(kMillion, "</p>")); }},
    {"bogus_end_tags", [] { return page(repeated(kMillion, "</")); }},
    {"declarations", [] { return repeated(kMillion, "<!doctype>"); }},
    {"many_bodies", [] { return repeated(kMany, "<html a=b><body c=d>"); }},
    {"many_forms", [] { return page(repeated(kMany, "<form>text</form>tail")); }},
    {"many_form_ends", [] { return page("<form>" + repeated(kMany, "x</form>")); }},
    {"form_tail_entities", [] { return page(repeated(kMany, "<form>&amp;</form>&amp;")); }},
    {"many_menuitems", [] { return page(repeated(kMany, "<menuitem>x</menuitem>")); }},
    {"open_menuitems", [] { return page(repeated(kMany, "<menuitem>x")); }},
    {"many_names", [] { return page(numbered(kMany, "<tag-#>x</tag-#>")); }},
    {"adoption_agency", [] { return page(repeated(kMany, "<a><b><i><p></a></b>")); }},
    {"formatting_bomb", [] { return page(numbered(20'000, "<font size=#><p>")); }},
    {"formatting_bomb_small", [] { return page(numbered(2'000, "<font size=#><p>")); }},
    {"nobr_and_tables", [] { return page(repeated(kMany, "<nobr><table><nobr>x")); }},
    {"foster_parents", [] { return page("<table>" + repeated(kMany, "<b>x<tr>y")); }},
    {"million_entities", [] { return page(repeated(kMillion, "&amp;")); }},
    {"broken_entities",
     [] { return page(repeated(kMillion, "&notit; &#x110000; &#99999999999")); }},
    {"entities_in_attributes", [] { return page("<p a='" + repeated(kMillion, "&lt;&x") + "'>"); }},
    {"svg_many",
     [] { return page(repeated(kMany, "<svg><use href=#a /><title>x</title></svg>")); }},
    {"frameset",
     [] { return "<frameset>" + repeated(kMany, "<frameset><frame src=a>") + "</frameset>"; }},
    {"srcdoc_nest", [] { return nested_srcdoc(14); }},
    {"srcdoc_many",
     [] { return page(repeated(kMany / 2, "<iframe srcdoc='<p>x<img src=a>'></iframe>")); }},
    {"srcdoc_giant",
     [] { return page("<iframe srcdoc='" + repeated(kMillion, "<b>x</b>") + "'></iframe>"); }},
    {"data_url_giant",
     [] { return page("<img src='data:image/png;base64," + repeated(15 * kMillion, "A") + "'>"); }},
    {"data_url_many",
     [] {
       return page(
           repeated(20'000, "<img src='data:image/png;base64," + repeated(900, "A") + "'>"));
     }},
    {"href_giant",
     [] { return page("<a href='//h/" + repeated(kMillion, "../%2e%2E/ü") + "'>x"); }},
    {"href_many", [] { return page(numbered(kMany, "<a href='https://h#.example/?a=@'>x</a>")); }},
};

}  // namespace

std::span<HostilePage const> hostile_markup() {
  return kPages;
}

}  // namespace wza::test
