// https://www.w3.org/TR/wai-aria-1.2/#role_definitions https://www.w3.org/TR/dpub-aria-1.1/
// SPDX-License-Identifier: Apache-2.0
// One row a role. Columns: role, name, kind, superclasses, name from, children, required context,
// required owned elements, required attributes, supported attributes (own ones only). The rows of
// the DPUB and Graphics roles leave out attributes whose global use ARIA 1.2 deprecates.
#include "webcheck/spec/aria_roles.h"

#include "db/base/text.h"

#include <algorithm>
#include <bitset>
#include <vector>

namespace wza::web {
namespace {

constexpr auto make_roles() {
  using enum Role;
  using enum RoleKind;
  using enum NameFrom;
  using enum Children;
  using A = AriaAttribute;
  // clang-format off
  return std::to_array<RoleInfo>({
      {Role::no_role, "", nothing, {}, author, kept},
      {command, "command", abstract_, {widget}, author, kept},
      {composite, "composite", abstract_, {widget}, author, kept, {}, {}, {},
       {A::activedescendant, A::disabled}},
      {input, "input", abstract_, {widget}, author, kept, {}, {}, {}, {A::disabled}},
      {landmark, "landmark", abstract_, {section}, author, kept},
      {range, "range", abstract_, {structure}, author, kept, {}, {}, {}, {A::valuemax,
       A::valuemin, A::valuenow}},
      {roletype, "roletype", abstract_, {}, author, kept},
      {section, "section", abstract_, {structure}, author, kept},
      {sectionhead, "sectionhead", abstract_, {structure}, contents, kept},
      {select, "select", abstract_, {composite, group}, author, kept, {}, {}, {}, {A::orientation}},
      {structure, "structure", abstract_, {roletype}, author, kept},
      {widget, "widget", abstract_, {roletype}, author, kept},
      {window, "window", abstract_, {roletype}, author, kept, {}, {}, {}, {A::modal}},
      {alert, "alert", aria12, {section}, author, kept},
      {alertdialog, "alertdialog", aria12, {alert, dialog}, author, kept},
      {application, "application", aria12, {structure}, author, kept, {}, {}, {},
       {A::activedescendant, A::disabled, A::errormessage, A::expanded, A::haspopup, A::invalid}},
      {article, "article", aria12, {document}, author, kept, {}, {}, {}, {A::posinset, A::setsize}},
      {banner, "banner", aria12, {landmark}, author, kept},
      {blockquote, "blockquote", aria12, {section}, author, kept},
      {button, "button", aria12, {command}, contents, presentational, {}, {}, {}, {A::disabled,
       A::expanded, A::haspopup, A::pressed}},
      {caption, "caption", aria12, {section}, prohibited, kept, {figure, grid, table, treegrid}},
      {cell, "cell", aria12, {section}, contents, kept, {row}, {}, {}, {A::colindex, A::colspan,
       A::rowindex, A::rowspan}},
      {checkbox, "checkbox", aria12, {input}, contents, presentational, {}, {}, {A::checked},
       {A::errormessage, A::expanded, A::invalid, A::readonly, A::required}},
      {code, "code", aria12, {section}, prohibited, kept},
      {columnheader, "columnheader", aria12, {cell, gridcell, sectionhead}, contents, kept,
       {row}, {}, {}, {A::sort}},
      {combobox, "combobox", aria12, {input}, author, kept, {}, {}, {A::controls, A::expanded},
       {A::activedescendant, A::autocomplete, A::errormessage, A::invalid, A::readonly,
       A::required, A::haspopup}},
      {complementary, "complementary", aria12, {landmark}, author, kept},
      {contentinfo, "contentinfo", aria12, {landmark}, author, kept},
      {definition, "definition", aria12, {section}, author, kept},
      {deletion, "deletion", aria12, {section}, prohibited, kept},
      {dialog, "dialog", aria12, {window}, author, kept},
      {directory, "directory", aria12, {list}, author, kept},
      {document, "document", aria12, {structure}, author, kept},
      {emphasis, "emphasis", aria12, {section}, prohibited, kept},
      {feed, "feed", aria12, {list}, author, kept, {}, {article}},
      {figure, "figure", aria12, {section}, author, kept},
      {form, "form", aria12, {landmark}, author, kept},
      {generic, "generic", aria12, {structure}, prohibited, kept},
      {grid, "grid", aria12, {composite, table}, author, kept, {}, {row}, {},
       {A::multiselectable, A::readonly}},
      {gridcell, "gridcell", aria12, {cell, widget}, contents, kept, {row}, {}, {}, {A::disabled,
       A::errormessage, A::expanded, A::haspopup, A::invalid, A::readonly, A::required,
       A::selected}},
      {group, "group", aria12, {section}, author, kept, {}, {}, {}, {A::activedescendant,
       A::disabled}},
      {heading, "heading", aria12, {sectionhead}, contents, kept, {}, {}, {A::level}},
      {img, "img", aria12, {section}, author, presentational},
      {insertion, "insertion", aria12, {section}, prohibited, kept},
      {link, "link", aria12, {command}, contents, kept, {}, {}, {}, {A::disabled, A::expanded,
       A::haspopup}},
      {list, "list", aria12, {section}, author, kept, {}, {listitem}},
      {listbox, "listbox", aria12, {select}, author, kept, {}, {option}, {}, {A::errormessage,
       A::expanded, A::invalid, A::multiselectable, A::readonly, A::required}},
      {listitem, "listitem", aria12, {section}, author, kept, {directory, list}, {}, {},
       {A::level, A::posinset, A::setsize}},
      {log, "log", aria12, {section}, author, kept},
      {main, "main", aria12, {landmark}, author, kept},
      {marquee, "marquee", aria12, {section}, author, kept},
      {math, "math", aria12, {section}, author, kept},
      {menu, "menu", aria12, {select}, author, kept, {}, {menuitem, menuitemradio,
       menuitemcheckbox}},
      {menubar, "menubar", aria12, {menu}, author, kept, {}, {menuitem, menuitemradio,
       menuitemcheckbox}},
      {menuitem, "menuitem", aria12, {command}, contents, kept, {group, menu, menubar}, {}, {},
       {A::disabled, A::expanded, A::haspopup, A::posinset, A::setsize}},
      {menuitemcheckbox, "menuitemcheckbox", aria12, {checkbox, menuitem}, contents,
       presentational, {group, menu, menubar}, {}, {A::checked}},
      {menuitemradio, "menuitemradio", aria12, {menuitemcheckbox, radio}, contents,
       presentational, {group, menu, menubar}, {}, {A::checked}},
      {meter, "meter", aria12, {range}, author, presentational, {}, {}, {A::valuenow},
       {A::valuetext}},
      {navigation, "navigation", aria12, {landmark}, author, kept},
      {none, "none", aria12, {structure}, prohibited, kept},
      {note, "note", aria12, {section}, author, kept},
      {option, "option", aria12, {input}, contents, presentational, {group, listbox}, {},
       {A::selected}, {A::checked, A::posinset, A::setsize}},
      {paragraph, "paragraph", aria12, {section}, prohibited, kept},
      {presentation, "presentation", aria12, {structure}, prohibited, kept},
      {progressbar, "progressbar", aria12, {range, widget}, author, presentational, {}, {}, {},
       {A::valuetext}},
      {radio, "radio", aria12, {input}, contents, presentational, {}, {}, {A::checked},
       {A::posinset, A::setsize}},
      {radiogroup, "radiogroup", aria12, {select}, author, kept, {}, {radio}, {},
       {A::errormessage, A::invalid, A::readonly, A::required}},
      {region, "region", aria12, {landmark}, author, kept},
      {row, "row", aria12, {group, widget}, contents, kept, {grid, rowgroup, table, treegrid},
       {cell, columnheader, gridcell, rowheader}, {}, {A::colindex, A::expanded, A::level,
       A::posinset, A::rowindex, A::selected, A::setsize}},
      {rowgroup, "rowgroup", aria12, {structure}, contents, kept, {grid, table, treegrid}, {row}},
      {rowheader, "rowheader", aria12, {cell, gridcell, sectionhead}, contents, kept, {row,
       rowgroup}, {}, {}, {A::sort}},
      {scrollbar, "scrollbar", aria12, {range, widget}, author, presentational, {}, {},
       {A::controls, A::valuenow}, {A::disabled, A::valuetext, A::orientation}},
      {search, "search", aria12, {landmark}, author, kept},
      {searchbox, "searchbox", aria12, {textbox}, author, kept},
      {separator, "separator", aria12, {structure}, author, presentational, {}, {}, {},
       {A::disabled, A::orientation, A::valuemax, A::valuemin, A::valuenow, A::valuetext}},
      {slider, "slider", aria12, {input, range}, author, presentational, {}, {}, {A::valuenow},
       {A::errormessage, A::haspopup, A::invalid, A::readonly, A::valuetext, A::orientation}},
      {spinbutton, "spinbutton", aria12, {composite, input, range}, author, kept, {}, {}, {},
       {A::errormessage, A::invalid, A::readonly, A::required, A::valuetext}},
      {status, "status", aria12, {section}, author, kept},
      {strong, "strong", aria12, {section}, prohibited, kept},
      {subscript, "subscript", aria12, {section}, prohibited, kept},
      {superscript, "superscript", aria12, {section}, prohibited, kept},
      {switch_, "switch", aria12, {checkbox}, contents, presentational, {}, {}, {A::checked}},
      {tab, "tab", aria12, {sectionhead, widget}, contents, presentational, {tablist}, {}, {},
       {A::disabled, A::expanded, A::haspopup, A::posinset, A::setsize, A::selected}},
      {table, "table", aria12, {section}, author, kept, {}, {row}, {}, {A::colcount, A::rowcount}},
      {tablist, "tablist", aria12, {composite}, author, kept, {}, {tab}, {}, {A::level,
       A::multiselectable, A::orientation}},
      {tabpanel, "tabpanel", aria12, {section}, author, kept},
      {term, "term", aria12, {section}, author, kept},
      {textbox, "textbox", aria12, {input}, author, kept, {}, {}, {}, {A::activedescendant,
       A::autocomplete, A::errormessage, A::haspopup, A::invalid, A::multiline, A::placeholder,
       A::readonly, A::required}},
      {time, "time", aria12, {section}, author, kept},
      {timer, "timer", aria12, {status}, author, kept},
      {toolbar, "toolbar", aria12, {group}, author, kept, {}, {}, {}, {A::orientation}},
      {tooltip, "tooltip", aria12, {section}, contents, kept},
      {tree, "tree", aria12, {select}, author, kept, {}, {treeitem}, {}, {A::errormessage,
       A::invalid, A::multiselectable, A::required}},
      {treegrid, "treegrid", aria12, {grid, tree}, author, kept, {}, {row}},
      {treeitem, "treeitem", aria12, {listitem, option}, contents, kept, {group, tree}, {},
       {A::selected}, {A::expanded, A::haspopup}},
      {comment, "comment", aria13, {article}, contents, kept},
      {image, "image", aria13, {section}, author, presentational},
      {mark, "mark", aria13, {section}, prohibited, kept},
      {sectionfooter, "sectionfooter", aria13, {structure}, prohibited, kept},
      {sectionheader, "sectionheader", aria13, {structure}, prohibited, kept},
      {suggestion, "suggestion", aria13, {section}, prohibited, kept},
      {doc_abstract, "doc-abstract", dpub, {section}, author, kept},
      {doc_acknowledgments, "doc-acknowledgments", dpub, {landmark}, author, kept},
      {doc_afterword, "doc-afterword", dpub, {landmark}, author, kept},
      {doc_appendix, "doc-appendix", dpub, {landmark}, author, kept},
      {doc_backlink, "doc-backlink", dpub, {link}, contents, kept},
      {doc_biblioentry, "doc-biblioentry", dpub, {listitem}, author, kept, {doc_bibliography}},
      {doc_bibliography, "doc-bibliography", dpub, {landmark}, author, kept, {}, {doc_biblioentry}},
      {doc_biblioref, "doc-biblioref", dpub, {link}, contents, kept},
      {doc_chapter, "doc-chapter", dpub, {landmark}, author, kept},
      {doc_colophon, "doc-colophon", dpub, {section}, author, kept},
      {doc_conclusion, "doc-conclusion", dpub, {landmark}, author, kept},
      {doc_cover, "doc-cover", dpub, {img}, author, kept},
      {doc_credit, "doc-credit", dpub, {section}, author, kept},
      {doc_credits, "doc-credits", dpub, {landmark}, author, kept},
      {doc_dedication, "doc-dedication", dpub, {section}, author, kept},
      {doc_endnote, "doc-endnote", dpub, {listitem}, author, kept, {doc_endnotes}},
      {doc_endnotes, "doc-endnotes", dpub, {landmark}, author, kept, {}, {doc_endnote}},
      {doc_epigraph, "doc-epigraph", dpub, {section}, author, kept},
      {doc_epilogue, "doc-epilogue", dpub, {landmark}, author, kept},
      {doc_errata, "doc-errata", dpub, {landmark}, author, kept},
      {doc_example, "doc-example", dpub, {section}, author, kept},
      {doc_footnote, "doc-footnote", dpub, {section}, author, kept},
      {doc_foreword, "doc-foreword", dpub, {landmark}, author, kept},
      {doc_glossary, "doc-glossary", dpub, {landmark}, author, kept, {}, {definition, term}},
      {doc_glossref, "doc-glossref", dpub, {link}, contents, kept},
      {doc_index, "doc-index", dpub, {navigation}, author, kept},
      {doc_introduction, "doc-introduction", dpub, {landmark}, author, kept},
      {doc_noteref, "doc-noteref", dpub, {link}, contents, kept},
      {doc_notice, "doc-notice", dpub, {note}, author, kept},
      {doc_pagebreak, "doc-pagebreak", dpub, {separator}, author, presentational},
      {doc_pagefooter, "doc-pagefooter", dpub, {section}, prohibited, kept},
      {doc_pageheader, "doc-pageheader", dpub, {section}, prohibited, kept},
      {doc_pagelist, "doc-pagelist", dpub, {navigation}, author, kept},
      {doc_part, "doc-part", dpub, {landmark}, author, kept},
      {doc_preface, "doc-preface", dpub, {landmark}, author, kept},
      {doc_prologue, "doc-prologue", dpub, {landmark}, author, kept},
      {doc_pullquote, "doc-pullquote", dpub, {section}, author, kept},
      {doc_qna, "doc-qna", dpub, {section}, author, kept},
      {doc_subtitle, "doc-subtitle", dpub, {sectionhead}, author, kept},
      {doc_tip, "doc-tip", dpub, {note}, author, kept},
      {doc_toc, "doc-toc", dpub, {navigation}, author, kept},
      {graphics_document, "graphics-document", graphics, {document}, author, kept},
      {graphics_object, "graphics-object", graphics, {group}, contents, kept},
      {graphics_symbol, "graphics-symbol", graphics, {img}, author, presentational},
  });
  // clang-format on
}
constexpr auto kRoles = make_roles();

constexpr bool roles_stand_in_order() {
  for (std::size_t i = 0; i < kRoles.size(); ++i) {
    if (static_cast<std::size_t>(kRoles[i].role) != i) return false;
  }
  return true;
}
static_assert(roles_stand_in_order());
static_assert(kRoles.size() == static_cast<std::size_t>(Role::graphics_symbol) + 1);

/// True if the attribute is required or supported by the role or one that it inherits.
bool supports_itself(Role role, AriaAttribute attribute) {
  RoleInfo const &row = kRoles[static_cast<std::size_t>(role)];
  if (row.required.contains(attribute) || row.supported.contains(attribute)) return true;
  return std::ranges::any_of(row.superclasses,
                             [attribute](Role super) { return supports_itself(super, attribute); });
}

}  // namespace

std::span<RoleInfo const> all_roles() {
  return kRoles;
}

namespace {

void add_ancestors(Role role, std::bitset<kRoleCount> &ancestors) {
  ancestors.set(static_cast<std::size_t>(role));
  for (Role const super : info(role).superclasses)
    add_ancestors(super, ancestors);
}

/// By role: the role itself, and all that it inherits from.
std::vector<std::bitset<kRoleCount>> all_ancestors() {
  std::vector<std::bitset<kRoleCount>> all(kRoleCount);
  for (std::uint32_t i = 0; i < kRoleCount; ++i)
    add_ancestors(static_cast<Role>(i), all[i]);
  return all;
}

}  // namespace

RoleInfo const &info(Role role) {
  return kRoles[static_cast<std::size_t>(role)];
}

std::optional<Role> find_role(std::string_view name) {
  if (name.empty()) return std::nullopt;
  auto const row = std::ranges::find_if(
      kRoles, [name](RoleInfo const &role) { return ascii_iequals(role.name, name); });
  if (row == kRoles.end()) return std::nullopt;
  return row->role;
}

bool is_a(Role role, Role ancestor) {
  static std::vector<std::bitset<kRoleCount>> const kAncestors = all_ancestors();
  return kAncestors[static_cast<std::size_t>(role)][static_cast<std::size_t>(ancestor)];
}

bool is_deprecated(Role role) {
  return role == Role::directory || role == Role::doc_biblioentry || role == Role::doc_endnote;
}

bool supports(Role role, AriaAttribute attribute) {
  return info(attribute).global || supports_itself(role, attribute);
}

bool is_deprecated(Role role, AriaAttribute attribute) {
  switch (attribute) {
    case AriaAttribute::dropeffect:
    case AriaAttribute::grabbed:
      return true;
    case AriaAttribute::disabled:
    case AriaAttribute::errormessage:
    case AriaAttribute::haspopup:
    case AriaAttribute::invalid:
      // The rows of the other modules leave these attributes out.
      return info(role).kind == RoleKind::aria12 && !supports_itself(role, attribute);
    default:
      return false;
  }
}

bool requires_attribute(Role role, AriaAttribute attribute) {
  return info(role).required.contains(attribute);
}

}  // namespace wza::web
