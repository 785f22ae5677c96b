// https://www.w3.org/TR/wai-aria-1.2/#role_definitions https://www.w3.org/TR/dpub-aria-1.1/
// SPDX-License-Identifier: Apache-2.0
// The roles of WAI-ARIA 1.2, of DPUB-ARIA 1.1 and of Graphics-ARIA 1.0
// (https://www.w3.org/TR/graphics-aria-1.0/), and those of the WAI-ARIA 1.3 draft that browsers
// know already, with what follows from each.
#pragma once

#include "webcheck/spec/aria_attributes.h"
#include "webcheck/spec/few.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace wza::web {

/// All roles; `no_role` is that of an element which HTML-AAM gives none.
enum class Role : std::uint8_t {
  no_role,  ///< no corresponding role
  // abstract: taxonomy only, never used by authors
  command,
  composite,
  input,
  landmark,
  range,
  roletype,
  section,
  sectionhead,
  select,
  structure,
  widget,
  window,
  // WAI-ARIA 1.2
  alert,
  alertdialog,
  application,
  article,
  banner,
  blockquote,
  button,
  caption,
  cell,
  checkbox,
  code,
  columnheader,
  combobox,
  complementary,
  contentinfo,
  definition,
  deletion,
  dialog,
  directory,
  document,
  emphasis,
  feed,
  figure,
  form,
  generic,
  grid,
  gridcell,
  group,
  heading,
  img,
  insertion,
  link,
  list,
  listbox,
  listitem,
  log,
  main,
  marquee,
  math,
  menu,
  menubar,
  menuitem,
  menuitemcheckbox,
  menuitemradio,
  meter,
  navigation,
  none,
  note,
  option,
  paragraph,
  presentation,
  progressbar,
  radio,
  radiogroup,
  region,
  row,
  rowgroup,
  rowheader,
  scrollbar,
  search,
  searchbox,
  separator,
  slider,
  spinbutton,
  status,
  strong,
  subscript,
  superscript,
  switch_,
  tab,
  table,
  tablist,
  tabpanel,
  term,
  textbox,
  time,
  timer,
  toolbar,
  tooltip,
  tree,
  treegrid,
  treeitem,
  // WAI-ARIA 1.3, working draft: known to browsers
  comment,
  image,
  mark,
  sectionfooter,
  sectionheader,
  suggestion,
  // DPUB-ARIA 1.1
  doc_abstract,
  doc_acknowledgments,
  doc_afterword,
  doc_appendix,
  doc_backlink,
  doc_biblioentry,
  doc_bibliography,
  doc_biblioref,
  doc_chapter,
  doc_colophon,
  doc_conclusion,
  doc_cover,
  doc_credit,
  doc_credits,
  doc_dedication,
  doc_endnote,
  doc_endnotes,
  doc_epigraph,
  doc_epilogue,
  doc_errata,
  doc_example,
  doc_footnote,
  doc_foreword,
  doc_glossary,
  doc_glossref,
  doc_index,
  doc_introduction,
  doc_noteref,
  doc_notice,
  doc_pagebreak,
  doc_pagefooter,
  doc_pageheader,
  doc_pagelist,
  doc_part,
  doc_preface,
  doc_prologue,
  doc_pullquote,
  doc_qna,
  doc_subtitle,
  doc_tip,
  doc_toc,
  // Graphics-ARIA 1.0
  graphics_document,
  graphics_object,
  graphics_symbol,
};

inline constexpr std::uint32_t kRoleCount = static_cast<std::uint32_t>(Role::graphics_symbol) + 1;

enum class RoleKind : std::uint8_t { nothing, abstract_, aria12, aria13, dpub, graphics };

/// Where a name may come from. `contents` allows the author's attributes as well.
enum class NameFrom : std::uint8_t { author, contents, prohibited };

/// Whether the element's descendants have roles of their own.
enum class Children : std::uint8_t { kept, presentational };

struct RoleInfo {
  Role role;
  std::string_view name;  ///< as authors write it
  RoleKind kind;
  Few<Role, 3> superclasses;
  NameFrom name_from;
  Children children;
  Few<Role, 4> context{};  ///< one of these must be around it; empty: no demand
  Few<Role, 4> owned{};    ///< one of these should be inside it; empty: no demand
  Few<AriaAttribute, 2> required{};
  Few<AriaAttribute, 9> supported{};  ///< besides the required, inherited and global ones
};

RoleInfo const &info(Role role);

/// The role of that name, any case (HTML attributes compare so in practice); abstract ones too.
std::optional<Role> find_role(std::string_view name);

/// True if `role` is `ancestor` or inherits from it.
bool is_a(Role role, Role ancestor);

/// True if authors may use the role.
inline bool is_concrete(Role role) {
  RoleKind const kind = info(role).kind;
  return kind != RoleKind::nothing && kind != RoleKind::abstract_;
}

/// True for the two names of the role that takes an element's semantics away.
inline bool is_presentational(Role role) {
  return role == Role::none || role == Role::presentation;
}

/// True for roles that authors should no longer use: WAI-ARIA 1.2 deprecates `directory`, DPUB-ARIA
/// 1.1 `doc-biblioentry` and `doc-endnote`.
bool is_deprecated(Role role);

/// True if the attribute is global, or required or supported by the role or one that it inherits.
bool supports(Role role, AriaAttribute attribute);

/// True if WAI-ARIA 1.2 deprecates the attribute on that role: aria-dropeffect and aria-grabbed on
/// any, and where the role itself does not support them aria-disabled, aria-errormessage,
/// aria-haspopup and aria-invalid, which were global before.
bool is_deprecated(Role role, AriaAttribute attribute);

/// True if authors must give the attribute with the role (required by it or by one it inherits).
bool requires_attribute(Role role, AriaAttribute attribute);

/// All rows, by Role.
std::span<RoleInfo const> all_roles();

}  // namespace wza::web
