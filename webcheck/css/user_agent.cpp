// SPDX-License-Identifier: Apache-2.0
#include "webcheck/css/user_agent.h"

namespace wza::web::css {
namespace {

constexpr std::string_view kText = R"css(
@namespace svg url(http://www.w3.org/2000/svg);
@namespace math url(http://www.w3.org/1998/Math/MathML);
@namespace html url(http://www.w3.org/1999/xhtml);

/* 15.3.1 Hidden elements */
html|area, html|base, html|basefont, html|datalist, html|head, html|link, html|meta, html|noembed,
html|noframes, html|param, html|rp, html|script, html|style, html|template, html|title {
  display: none; }
[hidden]:not([hidden=until-found i]) { display: none; }
[hidden=until-found i]:not([hidden=""]) { content-visibility: hidden; }
embed[hidden] { display: inline; height: 0; width: 0; }
input[type=hidden i] { display: none !important; }
@media (scripting) { noscript { display: none !important; } }
dialog:not([open]) { display: none; }
[popover]:not(:popover-open):not(dialog[open]) { display: none; }
audio:not([controls]) { display: none !important; }

/* 15.3.2 to 15.3.4 The page, flow content, phrasing content */
html, body, address, blockquote, center, dialog, div, dl, dt, dd, fieldset, figure, figcaption,
footer, form, header, hr, legend, listing, main, p, plaintext, pre, search, xmp, article, aside,
h1, h2, h3, h4, h5, h6, hgroup, nav, section, dir, menu, ol, ul, details, summary, optgroup,
option, frameset, frame { display: block; }
slot { display: contents; }
ruby { display: ruby; } rt { display: ruby-text; font-size: 50%; }
a:any-link { color: -webkit-link; text-decoration: underline; }
u, ins { text-decoration: underline; }
s, strike, del { text-decoration: line-through; }
em, i, cite, var, dfn, address { font-style: italic; }
mark { background-color: mark; color: marktext; }
strong, b { font-weight: bolder; }
small { font-size: smaller; }
big { font-size: larger; }
sub, sup { font-size: smaller; line-height: normal; }
tt, code, kbd, samp { font-family: monospace; }
pre, listing, plaintext, xmp { font-family: monospace; white-space: pre; }
nobr { white-space: nowrap; }
q::before { content: open-quote; }
q::after { content: close-quote; }
br { display: inline; }
dialog[open] { position: absolute; background-color: canvas; color: canvastext; }
[popover] { position: fixed; background-color: canvas; color: canvastext; overflow: auto; }

/* 15.3.6 to 15.3.9 Headings, lists, tables */
h1 { font-size: 2em; font-weight: bold; }
h2 { font-size: 1.5em; font-weight: bold; }
h3 { font-size: 1.17em; font-weight: bold; }
h4 { font-weight: bold; }
h5 { font-size: .83em; font-weight: bold; }
h6 { font-size: .67em; font-weight: bold; }
li { display: list-item; }
summary:first-of-type { display: block; }
details > summary:first-of-type { display: list-item; }
table { display: table; text-indent: 0; }
caption { display: table-caption; }
colgroup { display: table-column-group; }
col { display: table-column; }
thead { display: table-header-group; }
tbody { display: table-row-group; }
tfoot { display: table-footer-group; }
tr { display: table-row; }
td, th { display: table-cell; }
th { font-weight: bold; }

/* 15.3.10 to 15.5 Forms, controls, embedded content */
input, select, button, textarea, meter, progress, marquee { display: inline-block; }
input, select, button, textarea { text-indent: 0; letter-spacing: normal; word-spacing: normal;
  text-transform: none; color: fieldtext; font-size: 13.333333px; font-weight: 400;
  font-family: system; line-height: normal; }
input, select, textarea { background-color: field; }
select:not([multiple], [size]), select[size="0"], select[size="1"] { background-color: buttonface; }
select[multiple] { background-color: field; }
textarea { font-family: monospace; white-space: pre-wrap; }
button { color: buttontext; background-color: buttonface; }
input[type=button i], input[type=submit i], input[type=reset i] {
  color: buttontext; background-color: buttonface; white-space: pre; }
input[type=image i] { color: fieldtext; background-color: transparent; cursor: pointer; }
input[type=range i] { color: rgb(157, 150, 142); }
input[type=file i] { color: inherit; background-color: transparent; white-space: pre; }
input[type=color i] { background-color: buttonface; color: buttontext; width: 50px; height: 27px; }
select { white-space: pre; }
select[size], select[multiple] { white-space: nowrap; }
button:disabled, input[type=button i]:disabled, input[type=submit i]:disabled,
input[type=reset i]:disabled, input[type=file i]:disabled {
  color: rgba(16, 16, 16, 0.3); background-color: rgba(239, 239, 239, 0.3); }
input:disabled, textarea:disabled { color: rgb(84, 84, 84); background-color: rgba(239, 239, 239, 0.3); }
input[type=button i]:disabled, input[type=submit i]:disabled, input[type=reset i]:disabled {
  color: rgba(16, 16, 16, 0.3); }
input[type=checkbox i], input[type=radio i], input[type=image i], input[type=hidden i],
input[type=file i] { background-color: transparent; }
input[type=range i]:disabled { color: rgb(197, 197, 197); background-color: transparent; }
select:disabled { opacity: .7; color: graytext; background-color: buttonface; }
optgroup { font-weight: bolder; }
option { font-weight: normal; white-space: nowrap; }
fieldset { display: block; }
iframe, img, video, canvas, object, embed, input { overflow: clip; }
input[type=checkbox i], input[type=radio i], input[type=range i] { overflow: visible; }
textarea { overflow: auto; }
hr { color: gray; overflow: hidden; }
marquee { overflow: hidden; white-space: nowrap; }
svg|foreignObject, svg|text { display: block; }
math|* { display: block math; }
math|math { display: inline; }
svg|svg:not(:root), svg|symbol, svg|image, svg|marker, svg|pattern, svg|foreignObject {
  overflow: hidden; }
svg|text, svg|foreignObject { text-indent: 0; }
svg|text { white-space: nowrap; }
)css";

/// Quirks Mode, section 3.6 and HTML, section 15.3.8: tables start anew. Their colour is that of
/// the document's text, which the cascade knows by the value `-internal-text`.
constexpr std::string_view kQuirks = R"css(
table { font-weight: initial; font-size: initial; line-height: initial; white-space: initial; }
)css";

}  // namespace

std::shared_ptr<StyleSheet const> user_agent_sheet(Mode mode) {
  static std::shared_ptr<StyleSheet const> const standard = StyleSheet::parse(kText);
  static std::shared_ptr<StyleSheet const> const quirks =
      StyleSheet::parse(std::string(kText).append(kQuirks));
  return mode == Mode::quirks ? quirks : standard;
}

}  // namespace wza::web::css
