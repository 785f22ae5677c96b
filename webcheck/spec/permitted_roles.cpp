// https://www.w3.org/TR/html-aria/#docconformance
// SPDX-License-Identifier: Apache-2.0
// One row an element, or a kind of it. Roles that the table allows but recommends against (an
// element's own role where it is not the implicit one, deprecated roles) are in the rows too.
#include "webcheck/spec/permitted_roles.h"

#include <algorithm>
#include <array>

namespace wza::web {
namespace {

constexpr auto make_rows() {
  using enum Role;
  // clang-format off
  return std::to_array<PermittedRoles>({
      {"a[href]", {button, checkbox, menuitem, menuitemcheckbox, menuitemradio, option, radio,
       switch_, tab, treeitem, doc_backlink, doc_biblioref, doc_glossref, doc_noteref}},
      {"area", {button, link}},
      {"area[href]", {}},
      {"article", {application, document, feed, main, none, region}},
      {"aside", {complementary, feed, none, note, region, search, doc_dedication, doc_example,
       doc_footnote, doc_glossary, doc_pullquote, doc_tip}},
      {"audio", {application}},
      {"base", {}},
      {"body", {generic}},
      {"br", {none}},
      {"button", {checkbox, combobox, gridcell, link, menuitem, menuitemcheckbox, menuitemradio,
       option, radio, separator, slider, switch_, tab, treeitem}},
      {"caption", {}},
      {"col", {}},
      {"colgroup", {}},
      {"datalist", {}},
      {"dd", {}},
      {"details", {}},
      {"dialog", {alertdialog}},
      {"dl", {group, list, none}},
      {"dt", {listitem}},
      {"embed", {application, document, img, none}},
      {"fieldset", {none, radiogroup}},
      {"figcaption", {group, none}},
      {"figure[figcaption]", {doc_example, group, none}},
      {"footer", {group, none, doc_footnote}},
      {"form", {form, none, search}},
      {"h1", {none, tab, doc_subtitle}},
      {"h2", {none, tab, doc_subtitle}},
      {"h3", {none, tab, doc_subtitle}},
      {"h4", {none, tab, doc_subtitle}},
      {"h5", {none, tab, doc_subtitle}},
      {"h6", {none, tab, doc_subtitle}},
      {"head", {}},
      {"header", {group, none, doc_footnote}},
      {"hr", {none, doc_pagebreak}},
      {"html", {document, generic}},
      {"iframe", {application, document, img, none}},
      {"img", {img, none}},
      {"img[alt]", {button, checkbox, link, math, menuitem, menuitemcheckbox, menuitemradio, meter,
       option, progressbar, radio, scrollbar, separator, slider, switch_, tab, treeitem,
       doc_cover}},
      {"input[list]", {}},
      {"input[type=button]", {checkbox, combobox, gridcell, link, menuitem, menuitemcheckbox,
       menuitemradio, option, radio, separator, slider, switch_, tab, treeitem}},
      {"input[type=checkbox]", {menuitemcheckbox, option, switch_}},
      {"input[type=checkbox][aria-pressed]", {button, menuitemcheckbox, option, switch_}},
      {"input[type=color]", {}},
      {"input[type=date]", {}},
      {"input[type=datetime-local]", {}},
      {"input[type=email]", {}},
      {"input[type=file]", {}},
      {"input[type=hidden]", {}},
      {"input[type=image]", {checkbox, gridcell, link, menuitem, menuitemcheckbox, menuitemradio,
       option, radio, separator, slider, switch_, tab, treeitem}},
      {"input[type=month]", {}},
      {"input[type=number]", {}},
      {"input[type=password]", {}},
      {"input[type=radio]", {menuitemradio}},
      {"input[type=range]", {}},
      {"input[type=reset]", {checkbox, combobox, gridcell, link, menuitem, menuitemcheckbox,
       menuitemradio, option, radio, separator, slider, switch_, tab, treeitem}},
      {"input[type=search]", {}},
      {"input[type=submit]", {checkbox, combobox, gridcell, link, menuitem, menuitemcheckbox,
       menuitemradio, option, radio, separator, slider, switch_, tab, treeitem}},
      {"input[type=tel]", {}},
      {"input[type=text]", {combobox, searchbox, spinbutton}},
      {"input[type=time]", {}},
      {"input[type=url]", {}},
      {"input[type=week]", {}},
      {"label[for]", {}},
      {"legend", {}},
      {"li", {doc_biblioentry, doc_endnote}},
      {"link", {}},
      {"main", {}},
      {"map", {}},
      {"menu", {directory, group, listbox, menu, menubar, none, radiogroup, tablist, toolbar,
       tree}},
      {"meta", {}},
      {"meter", {}},
      {"nav", {menu, menubar, none, tablist, doc_index, doc_pagelist, doc_toc}},
      {"noscript", {}},
      {"object", {application, document, img}},
      {"ol", {directory, group, listbox, menu, menubar, none, radiogroup, tablist, toolbar, tree}},
      {"optgroup", {}},
      {"option", {}},
      {"param", {}},
      {"picture", {}},
      {"progress", {}},
      {"script", {}},
      {"search", {form, group, none, region}},
      {"section", {alert, alertdialog, application, banner, complementary, contentinfo, dialog,
       document, feed, group, log, main, marquee, navigation, none, note, region, search, status,
       tabpanel, doc_abstract, doc_acknowledgments, doc_afterword, doc_appendix, doc_bibliography,
       doc_chapter, doc_colophon, doc_conclusion, doc_credit, doc_credits, doc_dedication,
       doc_endnotes, doc_epigraph, doc_epilogue, doc_errata, doc_example, doc_foreword,
       doc_glossary, doc_index, doc_introduction, doc_notice, doc_pagelist, doc_part, doc_preface,
       doc_prologue, doc_pullquote, doc_qna, doc_toc}},
      {"select", {menu}},
      {"select[multiple]", {}},
      {"slot", {}},
      {"source", {}},
      {"style", {}},
      {"summary", {}},
      {"td", {}},
      {"template", {}},
      {"textarea", {}},
      {"th", {cell, columnheader, gridcell, rowheader}},
      {"title", {}},
      {"tr", {}},
      {"track", {}},
      {"ul", {directory, group, listbox, menu, menubar, none, radiogroup, tablist, toolbar, tree}},
      {"video", {application}},
      {"wbr", {none}},
  });
  // clang-format on
}
constexpr auto kRows = make_rows();
static_assert(std::ranges::is_sorted(kRows, {}, &PermittedRoles::element));

}  // namespace

PermittedRoles const *permitted_roles(std::string_view element) {
  auto const row = std::ranges::lower_bound(kRows, element, {}, &PermittedRoles::element);
  return row == kRows.end() || row->element != element ? nullptr : &*row;
}

std::span<PermittedRoles const> all_permitted_roles() {
  return kRows;
}

}  // namespace wza::web
