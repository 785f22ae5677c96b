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
      {atom::a, Role::link, RoleCondition::has_href},
      {atom::abbr, Role::no_role},
      {atom::address, Role::group, RoleCondition::always, Flow::block},
      {atom::area, Role::link, RoleCondition::has_href},
      {atom::article, Role::article, RoleCondition::always, Flow::block},
      {atom::aside, Role::complementary, RoleCondition::aside, Flow::block},
      {atom::audio, Role::no_role},
      {atom::b, Role::generic},
      {atom::base, Role::no_role, RoleCondition::always, Flow::not_rendered},
      {atom::blockquote, Role::blockquote, RoleCondition::always, Flow::block},
      {atom::body, Role::generic, RoleCondition::always, Flow::block},
      {atom::br, Role::no_role},
      {atom::button, Role::button},
      {atom::canvas, Role::no_role},
      {atom::caption, Role::caption, RoleCondition::always, Flow::block},
      {atom::center, Role::generic, RoleCondition::always, Flow::block},
      {atom::cite, Role::no_role},
      {atom::code, Role::code},
      {atom::col, Role::no_role, RoleCondition::always, Flow::block},
      {atom::colgroup, Role::no_role, RoleCondition::always, Flow::block},
      {atom::data, Role::generic},
      {atom::datalist, Role::listbox, RoleCondition::always, Flow::not_rendered},
      {atom::dd, Role::definition, RoleCondition::always, Flow::block},
      {atom::del, Role::deletion},
      {atom::details, Role::group, RoleCondition::always, Flow::block},
      {atom::dfn, Role::term},
      {atom::dialog, Role::dialog, RoleCondition::always, Flow::block},
      {atom::dir, Role::list, RoleCondition::always, Flow::block},
      {atom::div, Role::generic, RoleCondition::always, Flow::block},
      {atom::dl, Role::no_role, RoleCondition::always, Flow::block},
      {atom::dt, Role::term, RoleCondition::always, Flow::block},
      {atom::em, Role::emphasis},
      {atom::embed, Role::no_role},
      {atom::fieldset, Role::group, RoleCondition::always, Flow::block},
      {atom::figcaption, Role::no_role, RoleCondition::always, Flow::block},
      {atom::figure, Role::figure, RoleCondition::always, Flow::block},
      {atom::footer, Role::contentinfo, RoleCondition::not_sectioned, Flow::block},
      {atom::form, Role::form, RoleCondition::named, Flow::block},
      {atom::frame, Role::no_role, RoleCondition::always, Flow::block},
      {atom::frameset, Role::no_role, RoleCondition::always, Flow::block},
      {atom::h1, Role::heading, RoleCondition::always, Flow::block},
      {atom::h2, Role::heading, RoleCondition::always, Flow::block},
      {atom::h3, Role::heading, RoleCondition::always, Flow::block},
      {atom::h4, Role::heading, RoleCondition::always, Flow::block},
      {atom::h5, Role::heading, RoleCondition::always, Flow::block},
      {atom::h6, Role::heading, RoleCondition::always, Flow::block},
      {atom::head, Role::no_role, RoleCondition::always, Flow::not_rendered},
      {atom::header, Role::banner, RoleCondition::not_sectioned, Flow::block},
      {atom::hgroup, Role::group, RoleCondition::always, Flow::block},
      {atom::hr, Role::separator, RoleCondition::always, Flow::block},
      {atom::html, Role::document, RoleCondition::always, Flow::block},
      {atom::i, Role::generic},
      {atom::iframe, Role::no_role},
      {atom::img, Role::img, RoleCondition::image},
      {atom::input, Role::textbox, RoleCondition::input},
      {atom::ins, Role::insertion},
      {atom::kbd, Role::no_role},
      {atom::label, Role::no_role},
      {atom::legend, Role::no_role, RoleCondition::always, Flow::block},
      {atom::li, Role::listitem, RoleCondition::in_list, Flow::block},
      {atom::link, Role::no_role, RoleCondition::always, Flow::not_rendered},
      {atom::main, Role::main, RoleCondition::always, Flow::block},
      {atom::map, Role::no_role},
      {atom::mark, Role::mark},
      {atom::menu, Role::list, RoleCondition::always, Flow::block},
      {atom::meta, Role::no_role, RoleCondition::always, Flow::not_rendered},
      {atom::meter, Role::meter},
      {atom::nav, Role::navigation, RoleCondition::always, Flow::block},
      {atom::noembed, Role::no_role, RoleCondition::always, Flow::not_rendered},
      {atom::noframes, Role::no_role, RoleCondition::always, Flow::not_rendered},
      {atom::noscript, Role::no_role, RoleCondition::always, Flow::not_rendered},
      {atom::object, Role::no_role},
      {atom::ol, Role::list, RoleCondition::always, Flow::block},
      {atom::optgroup, Role::group, RoleCondition::in_select, Flow::block},
      {atom::option, Role::option, RoleCondition::in_select, Flow::block},
      {atom::output, Role::status},
      {atom::p, Role::paragraph, RoleCondition::always, Flow::block},
      {atom::param, Role::no_role, RoleCondition::always, Flow::not_rendered},
      {atom::picture, Role::no_role},
      {atom::pre, Role::generic, RoleCondition::always, Flow::block},
      {atom::progress, Role::progressbar},
      {atom::q, Role::generic},
      {atom::rp, Role::no_role, RoleCondition::always, Flow::not_rendered},
      {atom::rt, Role::no_role},
      {atom::ruby, Role::no_role},
      {atom::s, Role::deletion},
      {atom::samp, Role::generic},
      {atom::script, Role::no_role, RoleCondition::always, Flow::not_rendered},
      {atom::search, Role::search, RoleCondition::always, Flow::block},
      {atom::section, Role::region, RoleCondition::named, Flow::block},
      {atom::select, Role::combobox, RoleCondition::select},
      {atom::slot, Role::no_role},
      {atom::small, Role::generic},
      {atom::source, Role::no_role, RoleCondition::always, Flow::not_rendered},
      {atom::span, Role::generic},
      {atom::strong, Role::strong},
      {atom::style, Role::no_role, RoleCondition::always, Flow::not_rendered},
      {atom::sub, Role::subscript},
      {atom::summary, Role::no_role, RoleCondition::always, Flow::block},
      {atom::sup, Role::superscript},
      {atom::table, Role::table, RoleCondition::always, Flow::block},
      {atom::tbody, Role::rowgroup, RoleCondition::in_table, Flow::block},
      {atom::td, Role::cell, RoleCondition::in_table, Flow::block},
      {atom::template_, Role::no_role, RoleCondition::always, Flow::not_rendered},
      {atom::textarea, Role::textbox},
      {atom::tfoot, Role::rowgroup, RoleCondition::in_table, Flow::block},
      {atom::th, Role::columnheader, RoleCondition::in_table, Flow::block},
      {atom::thead, Role::rowgroup, RoleCondition::in_table, Flow::block},
      {atom::time, Role::time},
      {atom::title, Role::no_role, RoleCondition::always, Flow::not_rendered},
      {atom::tr, Role::row, RoleCondition::in_table, Flow::block},
      {atom::track, Role::no_role, RoleCondition::always, Flow::not_rendered},
      {atom::u, Role::generic},
      {atom::ul, Role::list, RoleCondition::always, Flow::block},
      {atom::var, Role::no_role},
      {atom::video, Role::no_role},
      {atom::wbr, Role::no_role},
  });
  // clang-format on
}
constexpr auto kElements = make_elements();

/// Place of each known name's row, or its number of rows.
constexpr auto make_index() {
  std::array<std::uint8_t, atom::n_count> index{};
  index.fill(static_cast<std::uint8_t>(kElements.size()));
  for (std::size_t i = 0; i < kElements.size(); ++i) {
    index[kElements[i].tag.value] = static_cast<std::uint8_t>(i);
  }
  return index;
}
constexpr auto kIndex = make_index();

constexpr HtmlElement kUnknown{};

}  // namespace

HtmlElement const &html_element(Atom tag) {
  if (tag.value >= kIndex.size() || kIndex[tag.value] >= kElements.size()) return kUnknown;
  return kElements[kIndex[tag.value]];
}

bool is_labelable(Atom tag) {
  constexpr std::array kLabelable{atom::button,   atom::input,  atom::meter,   atom::output,
                                  atom::progress, atom::select, atom::textarea};
  return std::ranges::find(kLabelable, tag) != kLabelable.end();
}

}  // namespace wza::web
