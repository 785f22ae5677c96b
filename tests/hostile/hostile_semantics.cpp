// SPDX-License-Identifier: Apache-2.0
// What hurts names, roles, tables, and rules.
#include "tests/hostile/hostile_pages.h"

namespace wza::test {
namespace {

constexpr std::size_t kMillion = 1'000'000;
constexpr std::size_t kMany = 100'000;

std::string page(std::string const &body) {
  return "<!doctype html><html lang=zh-CN><title>要闻</title><body>" + body;
}

constexpr HostilePage kPages[] = {
    {"table_million_rows", [] { return page("<table>" + repeated(kMillion, "<tr><td>x")); }},
    {"table_wide", [] { return page("<table><tr>" + repeated(kMany, "<th>x<td>y")); }},
    {"table_spans",
     [] { return page("<table>" + repeated(10'000, "<tr><td colspan=1000 rowspan=65534>x")); }},
    {"table_headers_spans",
     [] { return page("<table>" + repeated(3'000, "<tr><th colspan=1000 rowspan=3000>x<td>y")); }},
    {"table_square",
     [] { return page("<table>" + repeated(300, "<tr>" + repeated(300, "<th>x<td>y"))); }},
    {"table_all_headers",
     [] { return page("<table>" + repeated(500, "<tr>" + repeated(200, "<th>x"))); }},
    {"table_headers_attribute",
     [] {
       return page("<table><tr>" + numbered(2'000, "<th id=h#>x") +
                   repeated(200, "<tr><td headers='" + numbered(2'000, "h# ") + "'>x"));
     }},
    {"table_headers_cycle",
     [] { return page("<table><tr>" + numbered(kMany, "<th id=h# headers='h@ h0'>x")); }},
    {"tables_many", [] { return page(repeated(30'000, "<table><tr><th>x<td>y</table>")); }},
    {"tables_grid",
     [] {
       return page("<div role=grid>" + repeated(20'000,
                                                "<div role=row><div role=columnheader>x"
                                                "</div><div role=gridcell>y</div></div>"));
     }},
    {"labels_of_one",
     [] { return page("<input id=a>" + repeated(kMany, "<label for=a>x</label>")); }},
    {"labels_of_one_around",
     [] { return page("<label>" + repeated(kMany, "x<input>") + "</label>"); }},
    {"labels_of_each",
     [] { return page(numbered(50'000, "<label for=a#>x</label><input id=a#>")); }},
    {"label_long_of_many",
     [] {
       return page("<b id=l>" + repeated(kMany, "text ") + "</b>" +
                   repeated(10'000, "<input aria-labelledby=l>"));
     }},
    {"labelledby_chain",
     [] { return page(numbered(kMany, "<button id=a# aria-labelledby=a@></button>")); }},
    {"labelledby_ring",
     [] { return page(numbered(1'000, "<button id=a# aria-labelledby='a@ a0 a#'>x</button>")); }},
    {"labelledby_all_of_all",
     [] {
       return page(
           repeated(1, numbered(1'000, "<a href=x id=a#>x</a>")) +
           repeated(1'000, "<button aria-labelledby='" + numbered(1'000, "a# ") + "'>x</button>"));
     }},
    {"labelledby_million",
     [] {
       return page("<i id=a>x</i><button aria-labelledby='" + repeated(kMillion, "a ") + "'>");
     }},
    {"describedby_all",
     [] {
       return page("<p id=d>" + repeated(kMany, "<b>x</b>") +
                   repeated(5'000, "<button aria-describedby=d>x</button>"));
     }},
    {"owns_chain",
     [] { return page(numbered(kMany, "<div id=a# role=list aria-owns=a@>x</div>")); }},
    {"owns_ring",
     [] { return page(numbered(2'000, "<div id=a# role=list aria-owns='a@ a0'></div>")); }},
    {"owns_all",
     [] {
       return page(
           numbered(2'000, "<div id=a# role=listitem>x</div>") +
           repeated(500, "<div role=list aria-owns='" + numbered(2'000, "a# ") + "'></div>"));
     }},
    {"owned_depth", [] { return page(repeated(500, "<div role=list><div role=none>")); }},
    {"context_deep",
     [] { return page(repeated(1'000, "<div>") + repeated(30'000, "<i role=listitem>x</i>")); }},
    {"context_roles",
     [] {
       return page(repeated(50'000, "<i role=tab>x</i><i role=option>y</i><i role=row>z</i>"));
     }},
    {"names_nested",
     [] { return page(repeated(300, "<a href=x><span role=button tabindex=0>x<b role=link>")); }},
    {"names_deep_buttons", [] { return page(repeated(1'000, "<div role=button tabindex=0>x")); }},
    {"headings_deep", [] { return page(repeated(1'000, "<div role=heading aria-level=2>x")); }},
    {"hidden_deep", [] { return page(repeated(1'000, "<div aria-hidden=true><a href=x>x</a>")); }},
    {"ids_alike", [] { return page(repeated(kMany, "<p id=a>x")); }},
    {"ids_alike_named",
     [] { return page(repeated(50'000, "<button id=a aria-labelledby=a></button>")); }},
    {"ids_long",
     [] { return page(repeated(200, "<p id='" + repeated(50'000, "x") + "'><img src=a>")); }},
    {"images_without_alt", [] { return page(numbered(300'000, "<img src=a#>")); }},
    {"images_deep",
     [] { return page(repeated(1'000, "<div>") + repeated(20'000, "<img src=a>")); }},
    {"links_alike", [] { return page(repeated(kMany, "<a href=x>更多</a>")); }},
    {"links_apart", [] { return page(numbered(kMany, "<a href=x#>更多</a>")); }},
    {"links_empty", [] { return page(repeated(kMany, "<a href=x></a>")); }},
    {"faults_of_all_kinds",
     [] {
       return page(repeated(20'000,
                            "<img src=a><a href=x></a><button></button><input><select></select>"
                            "<p role=listitem aria-x=y aria-level=z lang=q>x<iframe src=y></iframe>"
                            "<i style='color:#777'>z</i>"));
     }},
    {"radios_one_group", [] { return page(repeated(kMany, "<input type=radio name=a>")); }},
    {"options", [] { return page("<select>" + repeated(kMany, "<option>x")); }},
    {"datalists",
     [] { return page(repeated(kMany, "<datalist id=a><option>x</datalist><input list=a>")); }},
    {"headings", [] { return page(repeated(kMany, "<h1>x</h1><h3>y</h3>")); }},
    {"landmarks", [] { return page(repeated(kMany, "<main>x</main><nav>y</nav>")); }},
    {"lists", [] { return page("<ul>" + repeated(kMany, "<li>x<p>y")); }},
    {"roles_long", [] { return page("<p role='" + numbered(kMillion, "r# ") + "'>x"); }},
    {"autocomplete_long",
     [] { return page("<input autocomplete='" + numbered(kMillion, "section-# ") + "'>"); }},
    {"lang_long", [] { return "<html lang='" + repeated(kMillion, "zh-") + "'><p>x"; }},
    {"refresh_long",
     [] { return "<meta http-equiv=refresh content='" + repeated(kMillion, "0;url=") + "'><p>x"; }},
    {"refresh_many", [] { return repeated(kMany, "<meta http-equiv=refresh content='5;url=x'>"); }},
    {"viewport_long",
     [] { return "<meta name=viewport content='" + repeated(kMillion, "a=b,") + "'><p>x"; }},
    {"maps",
     [] { return page(repeated(50'000, "<img usemap=#m><map name=m><area href=x></map>")); }},
    {"captions", [] { return page(repeated(kMany, "<table><caption>x</caption></table>")); }},
    {"marquees", [] { return page(repeated(1'000, "<marquee onclick=x() onfocus=y()>x")); }},
    {"scripts", [] { return page(repeated(kMany, "<script>x()</script><p onclick='x()'>y")); }},
    {"inline_text_runs",
     [] { return page("<p lang=zh>" + repeated(kMany, "<b>中</b><i lang=en>a</i>")); }},
    {"contrast_runs",
     [] {
       return page("<div style='background:#888'>" +
                   repeated(kMany, "<b style='color:#999'>x</b>"));
     }},
    {"attachments", [] { return page(numbered(kMany, "<a href=a#.doc>附件</a>")); }},
};

}  // namespace

std::span<HostilePage const> hostile_semantics() {
  return kPages;
}

}  // namespace wza::test
