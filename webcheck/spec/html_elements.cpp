// https://www.w3.org/TR/html-aam-1.0/#html-element-role-mappings
// SPDX-License-Identifier: Apache-2.0
// One row an element. Deviations: <summary> has no role of its own (browsers differ), <form> has
// one only with a name, as ARIA in HTML wanted it until 2023 and browsers still do.
#include "webcheck/spec/html_elements.h"

#include <algorithm>
#include <array>

namespace wza::web {
namespace {

constexpr auto make_elements() {
  // clang-format off
  return std::to_array<HtmlElement>({
      {"a", Role::link, RoleCondition::has_href},
      {"abbr", Role::no_role},
      {"address", Role::group, RoleCondition::always, Flow::block},
      {"area", Role::link, RoleCondition::has_href},
      {"article", Role::article, RoleCondition::always, Flow::block},
      {"aside", Role::complementary, RoleCondition::aside, Flow::block},
      {"audio", Role::no_role},
      {"b", Role::generic},
      {"base", Role::no_role, RoleCondition::always, Flow::not_rendered},
      {"blockquote", Role::blockquote, RoleCondition::always, Flow::block},
      {"body", Role::generic, RoleCondition::always, Flow::block},
      {"br", Role::no_role},
      {"button", Role::button, RoleCondition::always, Flow::inline_, true},
      {"canvas", Role::no_role},
      {"caption", Role::caption, RoleCondition::always, Flow::block},
      {"center", Role::generic, RoleCondition::always, Flow::block},
      {"cite", Role::no_role},
      {"code", Role::code},
      {"col", Role::no_role, RoleCondition::always, Flow::block},
      {"colgroup", Role::no_role, RoleCondition::always, Flow::block},
      {"data", Role::generic},
      {"datalist", Role::listbox, RoleCondition::always, Flow::not_rendered},
      {"dd", Role::definition, RoleCondition::always, Flow::block},
      {"del", Role::deletion},
      {"details", Role::group, RoleCondition::always, Flow::block},
      {"dfn", Role::term},
      {"dialog", Role::dialog, RoleCondition::always, Flow::block},
      {"dir", Role::list, RoleCondition::always, Flow::block},
      {"div", Role::generic, RoleCondition::always, Flow::block},
      {"dl", Role::no_role, RoleCondition::always, Flow::block},
      {"dt", Role::term, RoleCondition::always, Flow::block},
      {"em", Role::emphasis},
      {"embed", Role::no_role},
      {"fieldset", Role::group, RoleCondition::always, Flow::block},
      {"figcaption", Role::no_role, RoleCondition::always, Flow::block},
      {"figure", Role::figure, RoleCondition::always, Flow::block},
      {"footer", Role::contentinfo, RoleCondition::not_sectioned, Flow::block},
      {"form", Role::form, RoleCondition::named, Flow::block},
      {"frame", Role::no_role, RoleCondition::always, Flow::block},
      {"frameset", Role::no_role, RoleCondition::always, Flow::block},
      {"h1", Role::heading, RoleCondition::always, Flow::block},
      {"h2", Role::heading, RoleCondition::always, Flow::block},
      {"h3", Role::heading, RoleCondition::always, Flow::block},
      {"h4", Role::heading, RoleCondition::always, Flow::block},
      {"h5", Role::heading, RoleCondition::always, Flow::block},
      {"h6", Role::heading, RoleCondition::always, Flow::block},
      {"head", Role::no_role, RoleCondition::always, Flow::not_rendered},
      {"header", Role::banner, RoleCondition::not_sectioned, Flow::block},
      {"hgroup", Role::group, RoleCondition::always, Flow::block},
      {"hr", Role::separator, RoleCondition::always, Flow::block},
      {"html", Role::document, RoleCondition::always, Flow::block},
      {"i", Role::generic},
      {"iframe", Role::no_role},
      {"img", Role::img, RoleCondition::image},
      {"input", Role::textbox, RoleCondition::input, Flow::inline_, true},
      {"ins", Role::insertion},
      {"kbd", Role::no_role},
      {"label", Role::no_role},
      {"legend", Role::no_role, RoleCondition::always, Flow::block},
      {"li", Role::listitem, RoleCondition::in_list, Flow::block},
      {"link", Role::no_role, RoleCondition::always, Flow::not_rendered},
      {"main", Role::main, RoleCondition::always, Flow::block},
      {"map", Role::no_role},
      {"mark", Role::mark},
      {"menu", Role::list, RoleCondition::always, Flow::block},
      {"meta", Role::no_role, RoleCondition::always, Flow::not_rendered},
      {"meter", Role::meter, RoleCondition::always, Flow::inline_, true},
      {"nav", Role::navigation, RoleCondition::always, Flow::block},
      {"noembed", Role::no_role, RoleCondition::always, Flow::not_rendered},
      {"noframes", Role::no_role, RoleCondition::always, Flow::not_rendered},
      {"noscript", Role::no_role, RoleCondition::always, Flow::not_rendered},
      {"object", Role::no_role},
      {"ol", Role::list, RoleCondition::always, Flow::block},
      {"optgroup", Role::group, RoleCondition::in_select, Flow::block},
      {"option", Role::option, RoleCondition::in_select, Flow::block},
      {"output", Role::status, RoleCondition::always, Flow::inline_, true},
      {"p", Role::paragraph, RoleCondition::always, Flow::block},
      {"param", Role::no_role, RoleCondition::always, Flow::not_rendered},
      {"picture", Role::no_role},
      {"pre", Role::generic, RoleCondition::always, Flow::block},
      {"progress", Role::progressbar, RoleCondition::always, Flow::inline_, true},
      {"q", Role::generic},
      {"rp", Role::no_role, RoleCondition::always, Flow::not_rendered},
      {"rt", Role::no_role},
      {"ruby", Role::no_role},
      {"s", Role::deletion},
      {"samp", Role::generic},
      {"script", Role::no_role, RoleCondition::always, Flow::not_rendered},
      {"search", Role::search, RoleCondition::always, Flow::block},
      {"section", Role::region, RoleCondition::named, Flow::block},
      {"select", Role::combobox, RoleCondition::select, Flow::inline_, true},
      {"slot", Role::no_role},
      {"small", Role::generic},
      {"source", Role::no_role, RoleCondition::always, Flow::not_rendered},
      {"span", Role::generic},
      {"strong", Role::strong},
      {"style", Role::no_role, RoleCondition::always, Flow::not_rendered},
      {"sub", Role::subscript},
      {"summary", Role::no_role, RoleCondition::always, Flow::block},
      {"sup", Role::superscript},
      {"table", Role::table, RoleCondition::always, Flow::block},
      {"tbody", Role::rowgroup, RoleCondition::in_table, Flow::block},
      {"td", Role::cell, RoleCondition::in_table, Flow::block},
      {"template", Role::no_role, RoleCondition::always, Flow::not_rendered},
      {"textarea", Role::textbox, RoleCondition::always, Flow::inline_, true},
      {"tfoot", Role::rowgroup, RoleCondition::in_table, Flow::block},
      {"th", Role::columnheader, RoleCondition::in_table, Flow::block},
      {"thead", Role::rowgroup, RoleCondition::in_table, Flow::block},
      {"time", Role::time},
      {"title", Role::no_role, RoleCondition::always, Flow::not_rendered},
      {"tr", Role::row, RoleCondition::in_table, Flow::block},
      {"track", Role::no_role, RoleCondition::always, Flow::not_rendered},
      {"u", Role::generic},
      {"ul", Role::list, RoleCondition::always, Flow::block},
      {"var", Role::no_role},
      {"video", Role::no_role},
      {"wbr", Role::no_role},
  });
  // clang-format on
}
constexpr auto kElements = make_elements();

constexpr bool elements_stand_in_order() {
  return std::ranges::is_sorted(kElements, {}, &HtmlElement::tag);
}
static_assert(elements_stand_in_order());

}  // namespace

std::span<HtmlElement const> all_html_elements() {
  return kElements;
}

}  // namespace wza::web
